"""What is due, when, and for whom: every day that a folder names or that follows from it."""
