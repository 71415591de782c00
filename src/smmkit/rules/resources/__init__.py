"""SMM37x, SMM380, SMM688, SMM959, SMM965: providers and things are cared for (7.1, 8.4)."""
