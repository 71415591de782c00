"""SMM687, SMM7xx, SMM84x, SMM88x, SMM961, SMM97x, SMM98x: findings are answered, and it helps (ISO 9001, 10.2)."""
