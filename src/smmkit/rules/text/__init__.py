"""What an eye sees in a file is what stands there."""
