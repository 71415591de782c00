"""The gap between a QMS and a standard: what is claimed beside what is proved."""
