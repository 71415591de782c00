"""Where a person stands in a folder: in texts, kept copies, other files; by name or by number."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from smmkit.documents.people import PersonEntry
from smmkit.layout import DOCUMENT_ENDS
from smmkit.personal import Data, hits, name_in, named_in, names_of
from smmkit.qms import Qms
from smmkit.words import Message

BESIDE: Final = 160
"""So many letters behind a name its numbers stand."""

SEPARATORS: Final = r"[ \t.\-/]{0,3}"
OWN: Final = frozenset(
    {Data.NIP, Data.NIK, Data.NPWP, Data.PHONE, Data.EMAIL, Data.ACCOUNT, Data.BIRTH, Data.CARD}
)
FEWEST: Final = 4


@dataclass(frozen=True)
class Sought:
    """A person that is looked for: the entry of the register, if there is one, and where in a text."""

    entry: PersonEntry | None
    found_in: Callable[[str], Iterator[tuple[int, int]]]
    files: frozenset[str] = frozenset()
    """Names of files that say who it is: while a file is called so, a text that names it stays as it is."""

    @property
    def instead(self) -> str:
        """What stands in place of the name: the code, which says nothing to who has no register."""
        return self.entry.id if self.entry else GONE


GONE: Final = "(dihapus)"
"""What stands in place of a number, and of the name of who is in no register."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A place where a person stands: a file, a line or a place in it."""

    path: str
    where: Message | str
    shown: str


def sought(qms: Qms, text: str) -> Sought | None:
    """The person that is meant by an id, a name or a number; None where it is too short to look for."""
    plain = " ".join(text.split())
    people = [entry for entry in qms.things.values() if isinstance(entry, PersonEntry)]
    entry = qms.get(plain, PersonEntry) or next(
        (one for one in people if one.title.casefold() == plain.casefold()), None
    )
    digits = re.sub(r"\D", "", plain)
    if entry is None and len(digits) >= 8 and not re.search(r"[^\W\d_]", plain):
        return Sought(None, by(rf"(?<!\d){SEPARATORS.join(digits)}(?!\d)"))
    if entry is None and "@" in plain:
        return Sought(None, by(rf"(?<![\w.])(?i:{re.escape(plain)})(?![\w])"))
    words = name_in(entry.title if entry else plain)
    if sum(map(len, words)) < FEWEST or (entry is None and len(words) < 2):
        return None
    if len(words) == 1 and entry:
        return Sought(entry, by(rf"(?<![^\W_@.]){re.escape(words[0].capitalize())}(?![\w@])"))
    names = names_of([entry.title if entry else plain])
    return Sought(entry, lambda text: iter(named_in(text, names)))


def by(pattern: str) -> Callable[[str], Iterator[tuple[int, int]]]:
    """What finds a number, an address or a single word."""
    compiled = re.compile(pattern)
    return lambda text: (match.span() for match in compiled.finditer(text))


def spans(text: str, person: Sought) -> list[tuple[int, int, bool]]:
    """Where the person stands in a text: from, to, and whether it is the name; the numbers behind it too."""
    found: list[tuple[int, int, bool]] = []
    for start, end in person.found_in(text):
        found.append((start, end, True))
        behind = text[end : end + BESIDE].partition("\n\n")[0]
        found += [
            (end + hit.span[0], end + hit.span[1], False) for hit in hits(behind) if hit.kind in OWN
        ]
    called = [match.span() for name in person.files for match in re.finditer(re.escape(name), text)]
    found = [one for one in found if not any(low <= one[0] < high for low, high in called)]
    kept: list[tuple[int, int, bool]] = []
    for one in sorted(set(found), key=lambda each: (each[0], -each[1])):
        if not kept or one[0] >= kept[-1][1]:
            kept.append(one)
    return kept


def without(text: str, person: Sought) -> str:
    """The text without the person: the code in place of the name, a word in place of numbers."""
    parts, at = [], 0
    for start, end, is_name in spans(text, person):
        parts += [text[at:start], person.instead if is_name else GONE]
        at = end
    return "".join([*parts, text[at:]])


def called_after(qms: Qms, person: Sought) -> dict[str, str]:
    """The paths that say who it is, each with the name of the file or folder that does so."""
    shown = str.maketrans("_-", "  ")
    return {
        path: name
        for path in qms.tree.paths()
        for name in path.split("/")
        if any(person.found_in(name.translate(shown)))
    }


def in_other_files(qms: Qms, person: Sought) -> Iterator[Standing]:
    """Where the person stands in files that are no texts of ours."""
    from smmkit.analyses.leaving.screening import place_in_words
    from smmkit.office.pieces import pieces
    from smmkit.personal import hinted

    for path in qms.tree.paths():
        if path.endswith(DOCUMENT_ENDS):
            continue
        try:
            found = pieces(path, qms.tree.read(path)).found
        except OSError:
            continue
        for piece in found:
            if where := next(person.found_in(piece.text), None):
                shown = hinted(piece.text[slice(*where)])
                yield Standing(path, place_in_words(piece.place), shown)


def dark_files(qms: Qms) -> list[str]:
    """The files that no program can read whole: a person has to look whether somebody stands there."""
    from smmkit.office.pieces import SHOWN

    return [path for path in qms.tree.paths() if path.lower().endswith(tuple(SHOWN))]


def lines_of(text: str, starts: Iterable[int]) -> list[int]:
    """The lines of places in a text, which come in order."""
    lines, line, seen = [], 1, 0
    for start in starts:
        line, seen = line + text.count("\n", seen, start), start
        lines.append(line)
    return lines
