"""The way to the certificate is in order, and what is sent may leave."""
