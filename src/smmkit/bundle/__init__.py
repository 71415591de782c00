"""The off-site submission: choose, assemble, seal, verify."""
