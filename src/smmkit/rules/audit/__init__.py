"""Audits ask, see and report (ISO 9001, 9.2)."""
