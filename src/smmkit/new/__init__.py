"""A new document, or a new QMS: its form, its ids, what is proposed in it and what is left blank."""
