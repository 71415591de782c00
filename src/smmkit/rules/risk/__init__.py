"""SMM60x, SMM61x, SMM69x, SMM888, SMM964, SMM997: risks are owned, treated and looked at again (6.1)."""
