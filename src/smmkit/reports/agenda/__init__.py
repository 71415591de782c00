"""The agenda: as a page, as a calendar, as messages to the people who see to things."""
