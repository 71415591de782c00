"""What is asked of a person and what is made of the answers: in a terminal, from options, from a file."""
