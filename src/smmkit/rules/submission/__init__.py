"""SMM456, SMM550, SMM8xx, SMM95x, SMM98x: the way to the certificate is in order, what leaves may do so."""
