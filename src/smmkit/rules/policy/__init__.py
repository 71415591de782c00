"""SMM31x, SMM38x, SMM463, SMM960: the policy is a sentence of the head that all know (ISO 9001, 5.2)."""
