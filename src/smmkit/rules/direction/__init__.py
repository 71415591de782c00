"""SMM42x, SMM453: vision, missions and strategic plan are those of the day (ISO 9001, 4.1; juknis II.A2)."""
