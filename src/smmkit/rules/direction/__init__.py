"""Vision, missions and plan are of the day (ISO 9001, 4.1; juknis II.A2)."""
