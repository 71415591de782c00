"""Procedures lead somewhere, in the time that is promised (Permenpan-RB 35/2012)."""
