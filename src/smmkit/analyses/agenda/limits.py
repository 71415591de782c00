"""What qms.yaml tells rules of times, for who counts days by the same times."""

from __future__ import annotations

from smmkit.analyses.organization.wishes import is_wished
from smmkit.qms import Qms

LIMITS = {
    ("SMM767", "months"): 13,
    ("SMM368", "days"): 14,
    ("SMM356", "months"): 12,
    ("SMM422", "months"): 12,
    ("SMM727", "per_year"): 2,
    ("SMM700", "programme"): 1,
    ("SMM700", "agreement"): 6,
    ("SMM700", "training"): 3,
    ("SMM700", "survey"): 12,
    ("SMM700", "report"): 15,
}
"""What these rules say where qms.yaml says nothing; a test holds them to the rules themselves."""


def limit(qms: Qms, code: str, name: str) -> int:
    """A time that a rule sets: as qms.yaml says, else as the rule does."""
    value = written(qms, code, name)
    return LIMITS[code, name] if value is None else value


def written(qms: Qms, code: str, name: str) -> int | None:
    """What qms.yaml says of a time, where that can be one."""
    settings = (qms.settings.rules if qms.settings else None) or {}
    values = settings.get(code)
    value = values.get(name) if isinstance(values, dict) else None
    is_time = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 10_000
    return value if is_time else None


def audits_a_year(qms: Qms) -> int:
    """How many internal audits a year has: as qms.yaml says; one where no guide wishes for more."""
    if written(qms, "SMM727", "per_year") is None and not is_wished(qms, "two-audits-a-year"):
        return 1
    return limit(qms, "SMM727", "per_year")
