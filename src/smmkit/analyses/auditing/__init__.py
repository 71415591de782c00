"""The work of audits: planned, asked, held step by step, and tried before the auditor comes."""
