"""A row as a file: what a bundle carries, and what an inspectorate reads without the folder."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from smmkit.errors import SmmError
from smmkit.rollup.row import EARLIER, SCHEMA, Row
from smmkit.serialized import serialized
from smmkit.standards.readiness import Milestone
from smmkit.words import Language, say
from smmkit.words.json_text import json_text

NAME: Final = "status.json"
"""Where it lies in a bundle."""
LARGEST: Final = 1_000_000
"""A status file of more bytes is none."""
MOST: Final = {int: 1_000_000, str: 500}
"""No agency counts more of anything, nor has a longer name."""
DAYS: Final = frozenset({"as_of", "certified_until", "next_day"})
SHARES: Final = frozenset({"proved", "claimed"})
LISTS: Final = frozenset({"ready", "findings"})
TEXTS: Final = frozenset(
    {"source", "name", "short_name", "standard", "next_step", "period", "next_for"}
)
LATER: Final = frozenset({"next_day", "next_for"})
"""Fields that older status files do not have."""


def written(row: Row, language: Language) -> str:
    """A row as the text of a status file."""
    return json_text({"schema": SCHEMA, **serialized(row, language)})


def read(data: bytes, source: str) -> Row:
    """The row of a status file; it comes from strangers, so every field is checked.

    Raises:
        SmmError: it is none, or contradicts itself.
        ValueError: a field is not what it has to be.
    """
    if len(data) > LARGEST:
        raise SmmError(say("it is too large for a status: more than {n} bytes", n=LARGEST))
    try:
        values = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise SmmError(
            say(
                "it is neither a whole bundle (.zip) nor its {name}; put parts together first",
                name=NAME,
            )
        ) from error
    if not isinstance(values, dict) or values.get("schema") not in {SCHEMA, EARLIER}:
        raise ValueError("schema")
    if "journey" in values:
        raise SmmError(
            say(
                "it is the report of smm status; take the folder, its bundle, or {name} of it",
                name=NAME,
            )
        )
    known = {field.name for field in fields(Row)}
    if missing := known - LATER - values.keys():
        raise ValueError(sorted(missing)[0])
    told = known & values.keys()
    row = Row(**{name: value_of(name, values[name]) for name in told} | {"source": source})
    if wrong := next((name for name, fits in consistent(row).items() if not fits), None):
        raise SmmError(say("it contradicts itself; no smmkit writes this: {field}", field=wrong))
    return row


def consistent(row: Row) -> dict[str, bool]:
    """Whether each field goes with the others, as in any row that is made from a folder."""
    steps = {one.value for one in Milestone}
    return {
        "name": bool(row.name.strip()),
        "unread": row.unread <= row.documents,
        "measured": row.measured <= row.kpis,
        "red": row.red <= row.measured,
        "open_majors": row.open_majors <= row.open_findings,
        "findings": len(row.findings) == row.open_findings,
        "ready": steps.issuperset(row.ready) and len({*row.ready}) == len(row.ready),
        "next_step": row.next_step in {*steps, ""} and bool(row.next_step) == bool(row.blockers),
        "certified_until": row.certified_until is None or row.certified_until >= row.as_of,
        "next_day": row.next_day is None or row.next_day >= row.as_of,
        "next_for": bool(row.next_for) == bool(row.next_day),
    }


def value_of(name: str, value: Any) -> Any:
    """The value of a field.

    Raises:
        ValueError: it is of another sort.
    """
    if name in DAYS:
        return None if value is None and name != "as_of" else day(name, value)
    if name in SHARES:
        return None if value is None else share(name, value)
    if name in LISTS:
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise ValueError(name)
        return tuple(value)
    wanted = str if name in TEXTS else int
    if not isinstance(value, wanted) or isinstance(value, bool):
        raise ValueError(name)
    if not 0 <= (value if isinstance(value, int) else len(value)) <= MOST[wanted]:
        raise ValueError(name)
    return value


def day(name: str, value: Any) -> date:
    """A day as JSON has it."""
    if not isinstance(value, str):
        raise ValueError(name)
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise ValueError(name) from error


def share(name: str, value: Any) -> Decimal:
    """A share as JSON has it, 0 to 100."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(name)
    try:
        found = Decimal(str(value))
    except InvalidOperation as error:
        raise ValueError(name) from error
    if not (found.is_finite() and 0 <= found <= 100):
        raise ValueError(name)
    return found
