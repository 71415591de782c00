"""SMM31x, SMM388, SMM389, SMM960: the policy is a sentence of the head that everybody knows (ISO 9001, 5.2)."""
