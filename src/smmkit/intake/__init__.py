"""What an agency has already, on its way into a QMS: registered as it is, or read as fields."""
