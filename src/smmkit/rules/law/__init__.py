"""SMM341, SMM343, SMM348, SMM35x, SMM374, SMM972: what rests on a law follows it (7.5.3.2, 8.2.3.2)."""
