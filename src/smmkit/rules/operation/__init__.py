"""SMM35x, SMM36x, SMM37x, SMM957, SMM968, SMM98x: processes hand on, promises are kept (ISO 9001, 4.4, 8)."""
