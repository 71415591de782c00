"""Controlled copies on their way: handed out, and taken back; written into the document that they are of."""
