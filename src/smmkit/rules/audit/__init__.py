"""SMM7xx, SMM84x, SMM954, SMM961, SMM963: claims are proved, audits are impartial, findings followed up."""
