"""SMM60x, SMM61x, SMM69x, SMM964, SMM997: risks are owned, treated and looked at again (ISO 9001, 6.1)."""
