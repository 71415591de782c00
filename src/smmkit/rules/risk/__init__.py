"""SMM6xx: risks above the appetite are treated (ISO 9001, 6.1)."""
