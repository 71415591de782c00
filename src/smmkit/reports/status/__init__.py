"""Where an organization stands: one page for its head, and a few lines for the terminal."""
