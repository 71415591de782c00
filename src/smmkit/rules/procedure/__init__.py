"""SMM51x: the steps of a procedure lead somewhere (Permenpan-RB 35/2012)."""
