"""What is of persons, and how far it may go."""
