"""What processes hand on, the ways through a procedure, how long services take."""
