"""SMM35x, SMM36x, SMM37x, SMM957: processes hand on, services keep what is promised (ISO 9001, 4.4, 8)."""
