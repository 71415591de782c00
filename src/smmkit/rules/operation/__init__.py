"""SMM35x to SMM37x (SMM36x), SMM957, SMM968, SMM98x: processes hand on, services keep promises (ISO 9001, 4.4, 8)."""
