"""People inside and outside are told (ISO 9001, 7.4)."""
