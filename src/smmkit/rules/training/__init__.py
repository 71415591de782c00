"""SMM52x, SMM955, SMM967: people are trained before they act, and it helped (ISO 9001, 7.2; juknis II.A6)."""
