"""SMM8xx: what leaves the organization may leave it."""
