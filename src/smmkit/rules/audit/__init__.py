"""SMM45x, SMM7xx, SMM8xx, SMM95x, SMM96x, SMM97x, SMM98x, SMM942: audits ask and report (ISO 9001, 9.2)."""
