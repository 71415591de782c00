"""What a person typed, and what to write instead."""
