"""SMM115 to SMM129: no data of a person leaves unseen."""
