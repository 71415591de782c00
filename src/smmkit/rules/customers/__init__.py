"""SMM36x, SMM39x, SMM454, SMM68x, SMM887, SMM958: customers are asked, and answered (8.2.1, 9.1.2)."""
