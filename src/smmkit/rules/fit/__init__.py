"""SMM693, SMM85x, SMM86x, SMM894: what can be said in several ways is said in one, and holds together."""
