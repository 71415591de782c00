"""SMM868 to SMM875: the certification cycle is kept: in time, without gaps, and by the rules of the body."""
