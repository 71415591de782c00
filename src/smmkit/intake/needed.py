"""By which columns a table of each sort is known."""

from __future__ import annotations

UNTOLD = frozenset({"", "row", "note", "left", "private"})
"""What says nothing of the sort of a table."""

NEEDED = {
    "register": ("title", ("number", "version", "issued", "file")),
    "procedure": ("activity", ("actor", "duration", "output", "needs")),
    "objective": ("kpi", ("target", "value", "calculation")),
    "risk-register": ("title", ("likelihood", "impact", "treatment", "cause", "effect")),
    "people": ("name", ("post", "since", "nip")),
    "attendance": ("name", ("signature", "before", "after", "session")),
    "team": ("name", ("team_role",)),
    "finding": ("statement", ("clause", "grade", "cause", "audit")),
    "external-providers": (
        "title",
        ("provides", "contract", "score", "class", "result", "decision"),
    ),
    "training-plan": ("title", ("due", "audience", "format")),
    "resources": ("title", ("calibrated", "serial", "brand")),
    "interested-parties": ("title", ("needs", "expects")),
    "audit-programme": ("unit", ("due", "month", "auditor")),
    "swot": ("title", ("quadrant", "weight")),
    "feedback": ("statement", ("received", "status", "channel", "answer", "tracking")),
    "issues": ("title", ("effect", "side", "topic", "follow", "title")),
    "services": ("title", ("owner", "customers", "channel", "requirements", "time_limit", "fee")),
    "competences": ("name", ("required", "held", "mark", "level_held")),
    "audit": ("question", ("verdict", "clause", "seen")),
    "job-description": ("title", ("duties", "authority")),
    "service-log": ("received", ("released", "due")),
    "management-review": ("decision", ("topic", "discussion", "owner", "due")),
}
"""For each kind, the column that it must have, and those of which it must have one."""

STANDS_FOR = {"objective": ("objective", "kpi"), "audit": ("seen", "question")}
"""What stands for a column that a kind must have where there is none: sasaran mutu, for indicators; what an
auditor has seen, for what was asked."""
