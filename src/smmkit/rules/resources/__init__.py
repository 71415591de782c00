"""SMM371 to SMM380: providers, things and knowledge are cared for (ISO 9001, 7.1, 8.4)."""
