"""Who acts was trained before, and it helped (ISO 9001, 7.2; juknis II.A6)."""
