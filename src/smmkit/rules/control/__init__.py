"""SMM3xx, SMM908, SMM94x, SMM95x, SMM975, SMM995: documents are reviewed, approved, kept (7.5)."""
