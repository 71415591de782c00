"""Customers are asked, and answered (ISO 9001, 8.2.1, 9.1.2)."""
