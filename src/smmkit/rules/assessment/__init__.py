"""What a system says of itself bears being looked at (ISO 9001, 4.3; juknis A1)."""
