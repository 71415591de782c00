"""SMM115 to SMM117 (SMM11x, SMM12x), SMM970, SMM971: nothing of a person, or of what stays, leaves unseen."""
