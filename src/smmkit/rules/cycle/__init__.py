"""SMM7xx, SMM86x, SMM87x, SMM880, SMM893, SMM941, SMM943: the cycle is kept by the rules of the body."""
