"""What is designed is planned, checked and released under control (ISO 9001, 8.3)."""
