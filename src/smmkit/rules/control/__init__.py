"""SMM3xx, SMM950, SMM951, SMM975, SMM995, SMM940: documents are reviewed, approved, kept (ISO 9001, 7.5)."""
