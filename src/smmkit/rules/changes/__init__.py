"""SMM37x: changes are looked at again (ISO 9001, 6.3)."""
