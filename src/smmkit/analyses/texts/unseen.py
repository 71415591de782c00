"""Signs in values and prose that no eye can see, or that make it see another thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from smmkit.analyses.texts import texts_in
from smmkit.location import Location, Path
from smmkit.problem import Problem
from smmkit.qms import Qms
from smmkit.words import UNSEEN, UNSEEN_IN_LINES, say
from smmkit.yaml_text.source import Source

GRAVE: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f\ud800-\udfff\ufff9-\uffff\U000e0000-\U000e0fff]"
)
"""Signs that turn a text round, break its lines, or command: nowhere are they meant."""

MEANT: Final = frozenset("\t\u061c\u200c\u200d\u200e\u200f\ufffc\ufffd")
"""Signs that a text may need: a tab; those by which Arabic is joined and ordered, and pictures are."""

ONE_LINE: Final = frozenset({"id", "title"})
"""Fields in which nothing unseen is meant."""

ESCAPE: Final = re.compile(r"\\[xuU0abefrvNLP_]")
"""How a value in double quotes may hold what its text does not show."""

AROUND: Final = 20
"""So many letters before and behind a sign are shown with it."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """The first sign in a text that no eye can see: in which file, where, and between what."""

    path: str
    steps: Path
    at: Location | None
    sign: str
    around: str
    is_grave: bool


def unseen(qms: Qms) -> list[Unseen]:
    """Every text with such a sign, in whatever could be read."""
    broken = {qms.homes[id_][0].path for id_, thing in qms.things.items() if "\n" in thing.title}
    found: list[Unseen] = []
    for path, source in qms.sources.items():
        if path in broken or hides(source.yaml):
            found += in_values(source)
        prose = source.prose  # in which the reader has let no control sign pass
        if not prose.isascii() and (match := first(prose, one_line=False)):
            found.append(seen(source, (), source.prose_at(match.start()), match, one_line=False))
    return found


def hides(text: str) -> bool:
    """Whether there may be such a sign in the values of a YAML text."""
    if "\\" in text and ESCAPE.search(text):
        return True
    return not text.isascii() and UNSEEN_IN_LINES.search(text) is not None


def in_values(source: Source) -> Iterator[Unseen]:
    """The texts among the values of a file that hold one."""
    for steps, text in texts_in(source.values):
        one_line = bool(steps) and steps[-1] in ONE_LINE
        if match := first(text.rstrip("\n") if one_line else text, one_line):
            yield seen(source, steps, None, match, one_line)


def first(text: str, one_line: bool) -> re.Match[str] | None:
    """The gravest sign in a text, the first of its sort."""
    if one_line:
        return UNSEEN.search(text)
    if text.isascii() and text.isprintable():
        return None
    light = (m for m in UNSEEN_IN_LINES.finditer(text) if m[0] not in MEANT)
    return GRAVE.search(text) or next(light, None)


def seen(
    source: Source, steps: Path, at: Location | None, match: re.Match[str], one_line: bool
) -> Unseen:
    """What is said of a sign."""
    text, start = match.string, max(match.start() - AROUND, 0)
    around = text[start : match.end() + AROUND]
    return Unseen(
        source.path, steps, at, match[0], around, one_line or bool(GRAVE.fullmatch(match[0]))
    )


def unseen_problem(found: Unseen) -> Problem:
    """The Problem of a sign."""
    return Problem(
        found.path,
        found.steps,
        say(
            "a sign that no eye can see (U+{code}) stands in {text}",
            code=f"{ord(found.sign):04X}",
            text=found.around.strip("\n").replace("\n", r"\n"),
        ),
        say("delete it, or type the text anew"),
        at=found.at,
    )
