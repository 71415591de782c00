"""Objectives and KPIs are measured, and their figures hold (ISO 9001, 6.2, 9.1; juknis II.A4)."""
