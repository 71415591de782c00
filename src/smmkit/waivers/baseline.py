"""The faults that a folder had when its check was turned on: known by rule, document and field.

They stand in `.smm/baseline.yaml`, an entry a line, sorted, so that a change of one is one line; git
joins the lines of two branches (`.smm/.gitattributes`), and what comes back that way is mended again.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final

from smmkit.errors import SmmError
from smmkit.layout import BASELINE, OURS
from smmkit.location import Path
from smmkit.problem import Diagnostic, Rule, dotted
from smmkit.qms import Qms
from smmkit.waivers import FIRMEST
from smmkit.words import say

ATTRIBUTES: Final = f"{OURS}/.gitattributes"

JOINED: Final = "baseline.yaml text eol=lf merge=union\n"
"""What git is told of the file: of two branches it keeps the lines of both."""

HEAD: Final = (
    "# Old faults that `smm validate` passes over: [rule, document, field, how many]. It only shrinks:\n"
    "# `smm baseline --update` takes out what is mended.\n"
)

Entry = tuple[str, str, str]
"""A rule, the document (its path where it has no id) and the field, items named by their ids."""

Entries = Mapping[Entry, int]
"""How many problems of each entry are old."""


def entry_of(diagnostic: Diagnostic, qms: Qms) -> Entry:
    """What a problem is known by: it stays when the document moves, or items before it come or go."""
    problem = diagnostic.problem
    source = qms.sources.get(problem.path)
    steps = named(problem.steps, source.values if source else {})
    return diagnostic.rule.code, problem.document or problem.path, steps


def named(steps: Path, values: Any) -> str:
    """A key path, items called by their ids where they have one: `risks[R-01].level`."""
    text, value = "", values
    for step in steps:
        if isinstance(step, int):
            value = value[step] if isinstance(value, list) and step < len(value) else None
            id_ = value.get("id") if isinstance(value, dict) else None
            text += f"[{id_}]" if isinstance(id_, str) else dotted((step,))
        elif isinstance(step, str):
            value = value.get(step) if isinstance(value, dict) else None
            text += f".{step}" if text else step
    return text


def counted(found: Iterable[Diagnostic], qms: Qms) -> Counter[Entry]:
    """What can be old, and how often."""
    return Counter(entry_of(d, qms) for d in found if d.rule.code not in FIRMEST)


def still_there(known: Entries, now: Entries, unasked: Iterable[Rule]) -> Counter[Entry]:
    """What there is now; of rules that could not be asked, what the baseline knows."""
    codes = {rule.code for rule in unasked}
    return Counter({**now, **{e: count for e, count in known.items() if e[0] in codes}})


def divided(
    found: Iterable[Diagnostic], known: Entries, qms: Qms
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """What is new and what is old; of one entry the first ones are old."""
    left, new, old = Counter(known), [], []
    for diagnostic in found:
        entry = entry_of(diagnostic, qms)
        if diagnostic.rule.code not in FIRMEST and left[entry] > 0:
            left[entry] -= 1
            old.append(diagnostic)
        else:
            new.append(diagnostic)
    return new, old


def shrunk(known: Entries, now: Entries) -> dict[Entry, int]:
    """What is left of a baseline: of each entry no more than there was, and no more than there is."""
    least = {entry: min(count, now.get(entry, 0)) for entry, count in known.items()}
    return {entry: count for entry, count in least.items() if count}


def grown(known: Entries, now: Entries) -> dict[Entry, int]:
    """A baseline that knows all there is now, and nothing that is mended."""
    return shrunk(known, now) | dict(now)


def renumbered(known: Entries, old: str, new: str) -> dict[Entry, int]:
    """A baseline in which a thing has another id: as a document, and as an item on the way to a field."""
    item, became = f"[{old}]", f"[{new}]"
    return {
        (code, new if document == old else document, field.replace(item, became)): count
        for (code, document, field), count in known.items()
    }


def mended(known: Entries, now: Entries) -> int:
    """Of how many entries there is less than the baseline knows."""
    return sum(count > now.get(entry, 0) for entry, count in known.items())


def written(entries: Entries) -> bytes:
    """The text of a baseline."""
    lines = (f"- {json.dumps([*e, n], ensure_ascii=False)}\n" for e, n in sorted(entries.items()))
    return (HEAD + "".join(lines)).encode()


def read(data: bytes) -> dict[Entry, int]:
    """What a baseline says; of an entry that stands there twice, the larger number.

    Raises:
        SmmError: a line is none of ours.
    """
    entries: dict[Entry, int] = {}
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        match entry_in(line):
            case [str() as code, str() as document, str() as field, int() as count] if count > 0:
                key = code, document, field
                entries[key] = max(count, entries.get(key, 0))
            case _:
                raise SmmError(
                    say(
                        "{path}: line {n} is no entry of a baseline; delete that line",
                        path=BASELINE,
                        n=number,
                    )
                )
    return entries


def entry_in(line: str) -> Any:
    """The values of a line; None where there are none."""
    try:
        return json.loads(line.removeprefix("- "))
    except (ValueError, RecursionError):
        return None
