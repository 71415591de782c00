"""What documents name is there, and is what they say it is."""
