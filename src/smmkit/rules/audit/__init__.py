"""SMM458, SMM459, SMM7xx, SMM84x, SMM881, SMM954, SMM96x, SMM97x, SMM98x: claims, audits, certificates."""
