"""A fault, put into the values of a document."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from copy import deepcopy
from datetime import date, timedelta
from typing import Any

from smmkit.calendar_ends import moved
from smmkit.qms import Qms
from smmkit.standards.drills import Act, Break

Values = dict[str, Any]
Edit = Callable[[Values, str, Break], bool]


def broken(values: Values, fault: Break) -> Values | None:
    """The values with a fault in them; None where there is nothing that it can be put into."""
    new = deepcopy(values)
    *way, last = fault.at.split(".")
    edit, found = EDITS[fault.act], False
    for part in parts_at(new, way):
        listed = fault.act is Act.DROP  # there the entries of the list are chosen among
        if (listed or meant(part, fault.only)) and edit(part, last, fault):
            found = True
            if not fault.every:
                break
    return new if found else None


WORD = re.compile(r"\$([$^!]?)([a-z][a-z-]*?)([+-]\d+)?")
"""`$unit`, `$^unit`, `$$unit`, `$!unit`, `$day-180`, `$year-2`."""


def spelled(value: Any, qms: Qms, near: Collection[str] = ()) -> Any:
    """A value that is written, with the words in it that stand for what this folder has.

    `$unit` is the id of its last unit, `$^unit` that of its first, `$$unit` those of all, `$!unit` that of
    the last that is not `near`; so it is with every kind of document and entry. `$day-180` is a day before
    the one of judgement, `$year-2` a year before its year.
    """
    match value:
        case dict():
            return {name: spelled(one, qms, near) for name, one in value.items()}
        case list() | tuple():
            found = [spelled(one, qms, near) for one in value]
            return found[0] if found and isinstance(found[0], list) else found
        case str() if word := WORD.fullmatch(value):
            which, name, days = word[1], word[2], int(word[3] or 0)
            if name == "day":
                return moved(qms.as_of, days).isoformat()
            if name == "year":
                return min(max(qms.as_of.year + days, 1), date.max.year)
            ids = [id_ for id_, thing in qms.things.items() if thing.is_a == name] or [name.upper()]
            if which == "!":
                ids = [one for one in ids if one not in near] or ids
            return ids if which == "$" else ids[0 if which == "^" else -1]
    return value


def parts_at(values: Any, way: list[str]) -> Iterator[Values]:
    """The mappings at a path of fields, through lists."""
    if isinstance(values, list):
        for one in values:
            yield from parts_at(one, way)
    elif isinstance(values, dict):
        if not way:
            yield values
        elif way[0] in values:
            yield from parts_at(values[way[0]], way[1:])


def meant(part: Any, wanted: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether the fields of a part have the values that are asked for."""
    return isinstance(part, dict) and all(in_words(part.get(k)) & set(wanted[k]) for k in wanted)


def in_words(value: Any) -> set[str]:
    """What a field says, in words: one, or those of a list; of true and false as YAML writes them."""
    values = value if isinstance(value, list) else [value]
    return {str(one).lower() if isinstance(one, bool) else str(one) for one in values}


def clear(part: Values, name: str, fault: Break) -> bool:
    """Take a field out, and those that say the same."""
    gone = [part.pop(each, None) for each in (name, *fault.beside)]
    return any(one is not None for one in gone)


def drop(part: Values, name: str, fault: Break) -> bool:
    """Take entries out of a list: of those that are meant the first, or all of them, or its like."""
    entries = part.get(name)
    if not isinstance(entries, list):
        return False
    chosen = [one for one in entries if not fault.only or meant(one, fault.only)]
    if fault.same and chosen:
        alike = in_words(chosen[0].get(fault.same)) if isinstance(chosen[0], dict) else set()
        chosen = [
            one
            for one in chosen
            if isinstance(one, dict) and in_words(one.get(fault.same)) == alike
        ]
    elif not fault.every:
        chosen = chosen[:1]
    part[name] = [one for one in entries if not any(one is other for other in chosen)]
    return bool(chosen)


def keep(part: Values, name: str, fault: Break) -> bool:
    """Leave the first entries of a list alone."""
    entries = part.get(name)
    if not isinstance(entries, list) or len(entries) <= fault.first:
        return False
    part[name] = entries[: fault.first]
    return True


def write(part: Values, name: str, fault: Break) -> bool:
    """Write another value."""
    if part.get(name) == fault.to:
        return False
    part[name] = deepcopy(fault.to)
    for other in fault.beside:
        part.pop(other, None)
    return True


def shift(part: Values, name: str, fault: Break) -> bool:
    """Move a day; beyond the calendar there is none."""
    try:
        day = date.fromisoformat(str(part.get(name)))
        part[name] = (day + timedelta(fault.days)).isoformat()
    except (ValueError, OverflowError):
        return False
    return True


def add(part: Values, name: str, fault: Break) -> bool:
    """Add an entry to a list."""
    entries = part.setdefault(name, [])
    if not isinstance(entries, list):
        return False
    entries.append(deepcopy(fault.to))
    return True


EDITS: Mapping[Act, Edit] = {
    Act.CLEAR: clear,
    Act.DROP: drop,
    Act.KEEP: keep,
    Act.SET: write,
    Act.SHIFT: shift,
    Act.ADD: add,
}
