"""The gap report: claim beside proof, from the whole down to each requirement."""
