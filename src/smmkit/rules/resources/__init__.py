"""Providers and things are cared for (ISO 9001, 7.1, 8.4)."""
