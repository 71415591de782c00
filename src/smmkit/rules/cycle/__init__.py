"""SMM7xx, SMM86x, SMM87x, SMM880: the certification cycle is kept, without gaps, by the rules of the body."""
