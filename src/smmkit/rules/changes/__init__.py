"""Changes are planned, and looked at again (ISO 9001, 6.3)."""
