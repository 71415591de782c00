"""SMM537, SMM7xx, SMM969, SMM980: top management looks at the whole, and decides (ISO 9001, 9.3)."""
