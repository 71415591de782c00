"""SMM86x, SMM87x, SMM880: the certification cycle is kept: in time, without gaps, and by the rules of the body."""
