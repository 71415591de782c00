"""SMM52x, SMM530, SMM533, SMM879, SMM955, SMM967: trained before they act, and it helped (7.2; A6)."""
