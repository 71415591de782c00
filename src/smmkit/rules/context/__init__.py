"""SMM61x, SMM62x, SMM895: issues, parties and SWOT have two sides; something follows (ISO 9001, 4.1, 4.2)."""
