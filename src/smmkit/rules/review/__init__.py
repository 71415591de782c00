"""Top management looks at the whole, and decides (ISO 9001, 9.3)."""
