"""SMM31x, SMM38x, SMM463, SMM464, SMM889, SMM960: the policy is a sentence of the head all know (5.2)."""
