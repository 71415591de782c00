"""SMM456, SMM8xx, SMM550, SMM95x, SMM98x: the way to the certificate is in order, what leaves may do so."""
