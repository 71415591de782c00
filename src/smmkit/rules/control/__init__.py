"""SMM3xx: documents are reviewed, approved, kept (ISO 9001, 7.5)."""
