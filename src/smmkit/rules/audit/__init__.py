"""SMM7xx, SMM84x, SMM954, SMM96x, SMM98x: claims are proved, audits are fair, findings followed up."""
