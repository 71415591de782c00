"""smm renumber: another id for a thing, in its file and wherever it is named; shown first, all or nothing.

Leaves with 1 while it is not done.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument

from smmkit.console.differences import difference
from smmkit.console.language import reader
from smmkit.console.opening import Opened, is_folder, opened_qms
from smmkit.console.options import Lang, Yes
from smmkit.console.output import show_lines, show_text
from smmkit.console.verb import Purpose, verb
from smmkit.dialogue.confirmation import exchange_if_confirmed
from smmkit.layout import BASELINE
from smmkit.words import Message, say

if TYPE_CHECKING:
    from smmkit.fixes.renumbering import Renumbered

SHOWN = 10
"""Of so many places where the old id stands in prose the line is named."""


@verb("renumber", Purpose.DOCUMENTS, order=7)
def command(
    old: Annotated[str, Argument(metavar="ID")],
    new: Annotated[str, Argument(metavar="NEW-ID")],
    place: Annotated[Path, Argument(metavar="[FOLDER|FILE]")] = Path(),
    yes: Yes = False,
    lang: Lang = None,
) -> int:
    """Give a thing another id, in its file and wherever it is named; shows it first.
    With its path: of two things with one id, the one in this file.
    """
    from smmkit.fixes.renumbering import renumbered, twins

    found = opened_qms(place if is_folder(place) else place.parent)
    speech = reader(lang, found.qms)
    path = "" if is_folder(place) else place.resolve().relative_to(found.root).as_posix()
    outcome = renumbered(found.qms, old, new, path)
    if not twins(found.qms, old):
        outcome = with_baseline(outcome, found.root, old, new)
    before = {p: data.decode("utf-8-sig") for p, data in outcome.before.items()}
    show_text("".join(f"{line}\n" for line in difference(before, outcome.texts)) + "\n")
    show_lines(renumber_notes(outcome, found, old), speech)
    if not exchange_if_confirmed(found, outcome.before, outcome.after, "renumber", yes, speech):
        return 1
    return 0


def with_baseline(outcome: Renumbered, root: Path, old: str, new: str) -> Renumbered:
    """The same, and its old faults known by the new id."""
    from smmkit.console.checking import baseline_of
    from smmkit.waivers.baseline import read, renumbered, written

    data = baseline_of(root)
    known = read(data) if data else {}
    if data is None or (left := renumbered(known, old, new)) == known:
        return outcome
    text = written(left)
    return replace(
        outcome,
        before={**outcome.before, BASELINE: data},
        after={**outcome.after, BASELINE: text},
        texts={**outcome.texts, BASELINE: text.decode()},
    )


def renumber_notes(outcome: Renumbered, found: Opened, old: str) -> Iterator[Message]:
    """What a person should know before saying yes."""
    from smmkit.fixes.putting_right import sealed_among

    if outcome.moved:
        yield say("{path} becomes {new}", path=outcome.moved[0], new=outcome.moved[1])
    for path in sealed_among(outcome.texts, found.qms):
        yield say(
            "{path} is approved, and its approval does not cover the new text: raise its `version:` "
            "and have it approved again: smm approve",
            path=path,
        )
    if outcome.mentions:
        yield say(
            "{id} also stands in sentences, which stay as they are: {places}",
            id=old,
            places=[*outcome.mentions[:SHOWN]],
        )
