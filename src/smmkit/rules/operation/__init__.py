"""SMM35x, SMM36x, SMM37x, SMM884, SMM957, SMM968, SMM98x, SMM991: processes, promises (ISO 9001, 4.4, 8)."""
