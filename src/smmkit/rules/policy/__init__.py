"""The policy is a promise of the head that all know (ISO 9001, 5.2)."""
