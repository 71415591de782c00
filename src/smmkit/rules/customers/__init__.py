"""SMM36x, SMM39x, SMM454, SMM68x, SMM958: customers are asked, and answered (ISO 9001, 8.2.1 and 9.1.2)."""
