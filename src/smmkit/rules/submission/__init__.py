"""SMM8xx, SMM550, SMM953, SMM956: the way to the certificate is in order, what leaves may do so."""
