"""Findings are answered: corrected, explained, mended, closed (ISO 9001, 10.2)."""
