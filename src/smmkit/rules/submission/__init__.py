"""SMM8xx: the way to the certificate is in order, and what leaves the organization may leave it."""
