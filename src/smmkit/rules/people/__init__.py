"""SMM50x, SMM53x, SMM64x, SMM952: who holds a role, sits in a team, and is able to (ISO 9001, 5.3, 7.2)."""
