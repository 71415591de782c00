"""SMM52x, SMM533, SMM879, SMM955, SMM967: people are trained before they act, and it helped (7.2; A6)."""
