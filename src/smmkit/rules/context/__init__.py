"""Issues, parties and SWOT have two sides; something follows from them (ISO 9001, 4.1, 4.2)."""
