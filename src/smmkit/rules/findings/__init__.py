"""SMM687, SMM7xx, SMM819, SMM84x, SMM88x, SMM961, SMM97x, SMM98x: findings are answered (10.2)."""
