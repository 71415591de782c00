"""SMM7xx: assessments show evidence, audits are impartial, findings are followed to the end."""
