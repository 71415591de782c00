"""What is open for a person or a role, and where a person stands in a folder."""
