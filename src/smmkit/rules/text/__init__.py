"""SMM11x, SMM996: what an eye sees in a file is what stands there."""
