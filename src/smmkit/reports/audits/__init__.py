"""Pages for who plans and does internal audits: coverage, proposals, checklists."""
