"""What qms.yaml tells rules of times, for who counts days by the same times."""

from __future__ import annotations

from smmkit.qms import Qms

LIMITS = {
    ("SMM416", "days"): 45,
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
    written = (qms.settings.rules if qms.settings else None) or {}
    values = written.get(code)
    value = values.get(name) if isinstance(values, dict) else None
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 10_000:
        return value
    return LIMITS[code, name]
