"""Who has which role, unit and competence, on which day (ISO 9001, 5.3, 7.2)."""
