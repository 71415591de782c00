"""SMM45x, SMM536, SMM7xx, SMM8xx, SMM95x, SMM96x, SMM97x, SMM98x: audits ask, see and report (ISO 9001, 9.2)."""
