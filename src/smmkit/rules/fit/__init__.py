"""SMM85x, SMM86x: what can be said in several ways is said in one, and holds together."""
