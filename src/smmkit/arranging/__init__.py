"""How the content of a document is laid out on paper: its tables, its signatures, its pictures."""
