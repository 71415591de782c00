"""Units, who heads them, who signs in office, and what the organization says of its work."""
