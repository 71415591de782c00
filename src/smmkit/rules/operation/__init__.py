"""Services are given as promised: processes, cases, releases, what went wrong (ISO 9001, 4.4, 8)."""
