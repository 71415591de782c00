"""SMM61x, SMM62x: issues, parties and SWOT have two sides, and something follows (ISO 9001, 4.1, 4.2)."""
