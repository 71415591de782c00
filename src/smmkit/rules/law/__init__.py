"""What rests on a law follows it (ISO 9001, 7.5.3.2, 8.2.3.2)."""
