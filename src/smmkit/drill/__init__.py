"""A folder that is broken on purpose, in memory, to see what of it would be noticed."""
