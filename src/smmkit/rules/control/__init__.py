"""SMM3xx, SMM908, SMM940, SMM950, SMM951, SMM975, SMM995: documents are reviewed, approved, kept (7.5)."""
