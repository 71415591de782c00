"""SMM3xx, SMM908, SMM909, SMM940, SMM950, SMM951, SMM975, SMM995: documents under control (7.5)."""
