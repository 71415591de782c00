"""SMM8xx, SMM550: the way to the certificate is in order, and what leaves the organization may leave it."""
