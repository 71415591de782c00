"""SMM7xx, SMM84x, SMM954, SMM961, SMM963: assessments show evidence, audits are impartial, findings are followed to the end."""
