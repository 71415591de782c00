"""SMM365 to SMM369: customers are asked, and answered (ISO 9001, 8.2.1, 9.1.2)."""
