"""What kinds are made of: parts, their fields, and what is known of a field."""
