"""SMM37x, SMM380, SMM688, SMM959, SMM965: providers, things and knowledge are cared for (ISO 9001, 7.1 and 8.4)."""
