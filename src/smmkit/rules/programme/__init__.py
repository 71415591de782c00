"""Audits are planned where they are needed, and held so (ISO 9001, 9.2.2)."""
