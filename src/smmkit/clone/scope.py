"""What a replica takes: which kinds, and which of their fields it leaves behind."""

from __future__ import annotations

BEHIND = frozenset(
    (
        *("approvals", "effective", "review_by", "withdrawn", "supersedes", "change_note"),
        *("reviewer", "note"),
    )
)
"""Fields of every document that tell of the life of this text in the other agency."""

TAKEN: dict[str, frozenset[str]] = {
    "qms": frozenset(
        (
            *("as_of", "headcount", "in_use_since", "outsourced", "responsible"),
            *("organization.address", "scope.sites", "risk.decided_by"),
        )
    ),
    "roles": frozenset(),
    "job-description": frozenset(),
    "services": frozenset(),
    "service-standard": frozenset(("staff", "proclaimed")),
    "regulations": frozenset(("entries.checked",)),
    "glossary": frozenset(),
    "quality-policy": frozenset(("communicated", "readability")),
    "objective": frozenset(("performance_agreement", "kpis.baseline")),
    "issues": frozenset(("entries.reviewed",)),
    "interested-parties": frozenset(("entries.reviewed",)),
    "process": frozenset(),
    "procedure": frozenset(("number",)),
    "risk-register": frozenset(("entries.treatments.due", "entries.treatments.done")),
    "communication-plan": frozenset(),
}
"""The kinds that carry a system, and the fields of each that are the business of one agency.

All other kinds stay behind: people and what is known of them, records, contracts, reports.
"""

FORMS = frozenset({("procedure", "attached")})
"""Fields whose files come along, where they can be filled in; every other file stays behind."""

FILLABLE = (
    *(".docx", ".dotx", ".xlsx", ".xltx", ".odt", ".ods"),
    *(".txt", ".csv", ".md", ".html"),
)
"""What a form to be filled in ends with; PDFs and pictures may be signed."""

WHOLE = ("standards/", "templates/forms/")
"""Folders that come along as they are."""
