"""SMM375, SMM376: changes are looked at again (ISO 9001, 6.3)."""
