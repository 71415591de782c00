"""SMM115 to SMM117 (SMM11x, SMM12x), SMM970: no data of a person leaves or is kept unseen."""
