"""What is open for a person in the hands of another: the ids in their places, or all stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from smmkit.analyses.people.handover_places import Fate, Place
from smmkit.corrections.key_paths import value_at
from smmkit.errors import SmmError
from smmkit.fixes.change import changed
from smmkit.fixes.renumbering import change_at, plain
from smmkit.location import Path
from smmkit.qms import Qms
from smmkit.words import say
from smmkit.yaml_text.edit import written_like
from smmkit.yaml_text.source import Source


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The files as they were and as they become, by their paths; and which places change, which do not."""

    before: Mapping[str, bytes]
    after: Mapping[str, bytes]
    texts: Mapping[str, str]
    passed: tuple[Place, ...]
    twice: tuple[Place, ...]
    """Where the other is named in the same list already: there a person takes the first out."""


def handed_over(qms: Qms, open_: list[Place], to: str, *, approved: bool) -> HandedOver:
    """The folder in which another is named wherever something is open; approved texts only if asked for.

    Raises:
        SmmError: a file cannot be changed without changing more of it.
    """
    fates = (Fate.PASSES, Fate.SEALED) if approved else (Fate.PASSES,)
    meant = [one for one in open_ if one.fate in fates]
    twice = tuple(one for one in meant if is_there(qms, one, to))
    passed = tuple(one for one in meant if one not in twice)
    by_path: dict[str, list[Place]] = {}
    for one in passed:
        by_path.setdefault(one.document.path, []).append(one)
    before = {path: qms.tree.read(path) for path in by_path}
    texts = {
        path: changed(
            plain(path, before[path]), [change_at(qms, path, one.steps, to) for one in own]
        )
        for path, own in by_path.items()
    }
    after = {path: written_like(before[path], text) for path, text in texts.items()}
    for path, own in by_path.items():
        check(path, before[path], after[path], [one.steps for one in own], to)
    return HandedOver(before, after, texts, passed, twice)


def is_there(qms: Qms, place: Place, to: str) -> bool:
    """Whether the list around a place, or the entry beside it, names the other already."""
    values = qms.sources[place.document.path].values
    steps = place.steps if isinstance(place.steps[-1], int) else place.steps[:-1]
    last = place.steps[-1]
    if isinstance(last, int):
        return to in value_at(values, steps[:-1])
    if not steps or not isinstance(steps[-1], int):
        return False
    return any(isinstance(e, dict) and e.get(last) == to for e in value_at(values, steps[:-1]))


def check(path: str, before: bytes, after: bytes, places: list[Path], to: str) -> None:
    """See that nothing but the places says something else.

    Raises:
        SmmError: something does: an id that is written once for several places, for example.
    """
    old, new = Source.parse(path, before).values, Source.parse(path, after).values
    if list(replaced_values(old, places, to)) != list(replaced_values(new, (), to)):
        raise SmmError(say("{path} cannot be changed without changing more of it", path=path))


def replaced_values(
    values: Any, places: Any, to: str, steps: Path = ()
) -> Iterator[tuple[Path, Any]]:
    """Every value with its key path, with the other at the places."""
    if isinstance(values, dict):
        for key, value in values.items():
            yield from replaced_values(value, places, to, (*steps, key))
    elif isinstance(values, list):
        for index, value in enumerate(values):
            yield from replaced_values(value, places, to, (*steps, index))
    else:
        yield steps, to if steps in places else values
