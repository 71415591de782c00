"""What a management review has before it (ISO 9001, 9.3.2): facts with figures, each from its source."""
