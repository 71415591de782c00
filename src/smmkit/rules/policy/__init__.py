"""SMM31x, SMM38x, SMM960: the policy is one sentence of the head that everybody knows (ISO 9001, 5.2)."""
