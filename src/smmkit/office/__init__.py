"""Word, Excel and PDF files as plain text and tables: the only place that knows their insides."""
