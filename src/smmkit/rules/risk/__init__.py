"""Risks are owned, treated and looked at again (ISO 9001, 6.1)."""
