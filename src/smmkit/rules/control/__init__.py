"""Documents are reviewed, approved, issued and kept (ISO 9001, 7.5)."""
