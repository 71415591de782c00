"""SMM7xx, SMM836, SMM837, SMM838, SMM84x, SMM976: audits are planned where needed, and held so (9.2.2)."""
