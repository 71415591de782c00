"""Findings and corrective actions with what became of them."""
