"""SMM52x, SMM879, SMM955, SMM967: people are trained before they act, and it helped (ISO 9001, 7.2; A6)."""
