"""SMM5xx: those who approve hold the role in which they do (ISO 9001, 5.3)."""
