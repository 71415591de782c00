"""SMM7xx, SMM84x: assessments show evidence, audits are impartial, findings are followed to the end."""
