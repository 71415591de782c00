"""Nothing of a person, or of what stays inside, leaves unseen."""
