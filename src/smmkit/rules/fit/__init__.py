"""What can be said in several ways is said in one, and holds together."""
