"""SMM3xx, SMM94x, SMM95x, SMM975, SMM995: documents are reviewed, approved, kept (ISO 9001, 7.5)."""
