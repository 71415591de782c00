"""SMM45x, SMM536, SMM7xx, SMM8xx, SMM95x, SMM96x, SMM97x, SMM98x: audits ask and report (9.2)."""
