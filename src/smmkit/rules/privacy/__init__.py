"""SMM115 to SMM117 (SMM11x, SMM12x): no data of a person leaves unseen."""
