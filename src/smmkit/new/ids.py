"""Ids of a QMS: which are used, which is free, which a new document may have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Protocol

from smmkit.errors import SmmError
from smmkit.files.portable import is_reserved
from smmkit.files.tree import Tree
from smmkit.layout import ISSUED
from smmkit.model.patterns import ID
from smmkit.names import names_in, prefix_of
from smmkit.words import say

if TYPE_CHECKING:
    from smmkit.documents.settings import Settings

RESERVED = frozenset({"true", "false", "null", "yes", "no", "on", "off", "readme"})
"""Words that YAML or smmkit keep for themselves."""


@dataclass(frozen=True, slots=True)
class Others:
    """Who numbers at the same time: the ids that they have, and what ours end in, to be told apart."""

    ids: frozenset[str] = frozenset()
    suffix: str = ""


ALONE = Others()
"""Nobody else writes."""


SUFFIXED = re.compile(r"\A(.*\d)-[a-z][a-z0-9]{0,11}\Z")
"""An id with the suffix of its author."""


OF_A_YEAR = re.compile(r"(?:19|20)\d\d")
"""The number of an id that is a year: RS-2019."""

WITHIN_A_YEAR = re.compile(r"(.*\D|)(?:19|20)\d\d(\D+)")
"""What an id begins with whose number counts within a year: AI-2021-1."""


class Named(Protocol):
    """A thing with an id, as far as ids are concerned."""

    @property
    def is_a(self) -> str: ...


class Folder(Protocol):
    """What is asked of a QMS about its ids."""

    tree: Tree
    settings: Settings | None

    @property
    def things(self) -> Mapping[str, Named]: ...
    @property
    def stub_of(self) -> Mapping[str, object]: ...


def used_ids(qms: Folder) -> set[str]:
    """Every id that is, or once was, in a QMS: of things, in faulty files, of issued texts."""
    issued = {path.split("/")[1] for path in qms.tree.paths() if path.startswith(ISSUED)}
    return {*qms.things, *qms.stub_of, *issued}


def taken_ids(qms: Folder) -> set[str]:
    """Every id that a new document may not be given: those that are used, and names of files and folders."""
    parts = {part for path in qms.tree.paths() for part in path.split("/")}
    return used_ids(qms) | parts | {PurePosixPath(part).stem for part in parts}


def free_id(qms: Folder, kind: str, others: Others = ALONE, year: str = "", now: str = "") -> str:
    """An id for a new document: the next number after its kind; never one that was used before, or that
    others have. Where ids of the kind end in a year, it is that of the document, if known; where they count
    within a year (AI-2021-1), it is `now`.
    """
    return next(free_ids(qms, kind, prefix_of(kind, names_in(qms)), others, year, now))


def free_ids(
    qms: Folder,
    kind: str,
    prefix: str,
    others: Others = ALONE,
    year: str = "",
    now: str = "",
) -> Iterator[str]:
    """Ids for new documents or entries of a kind, one after the other."""
    mates = [name for name, thing in qms.things.items() if thing.is_a == kind]
    bare = [SUFFIXED.sub(r"\1", name) for name in mates]
    taken = {*taken_ids(qms), *others.ids, *(SUFFIXED.sub(r"\1", name) for name in others.ids)}
    for id_ in ids_after(prefix, bare, {*taken, *bare}, year, now):
        yield f"{id_}-{others.suffix}" if others.suffix else id_


def next_id(prefix: str, mates: Iterable[str], taken: Iterable[str]) -> str:
    """The id after the last of its mates, with as many digits; upper and lower case are one."""
    return next(ids_after(prefix, mates, taken))


def ids_after(
    prefix: str, mates: Iterable[str], taken: Iterable[str], year: str = "", now: str = ""
) -> Iterator[str]:
    """The ids after the last of some mates that nothing has, one after the other; from a year on, if they
    end in one and it is known; from the first of a year on, if they count within one.
    """
    used = {name.casefold() for name in taken}
    numbered = [found.groups() for mate in mates if (found := re.fullmatch(r"(.*\D|)(\d++)", mate))]
    last = max(numbered, key=lambda pair: (pair[0], int(pair[1])), default=(f"{prefix}-", "00"))
    stem, digits = last
    if now and (within := WITHIN_A_YEAR.fullmatch(stem)):
        stem = within[1] + now + within[2]
        mine = [one for one in numbered if one[0] == stem] or [(stem, "0" * len(digits))]
        digits = max((one[1] for one in mine), key=int)
    number = int(year) if year and OF_A_YEAR.fullmatch(digits) else int(digits) + 1
    while True:
        if (id_ := f"{stem}{number:0{len(digits)}}").casefold() not in used:
            yield id_
        number += 1


def check_new_id(id: str, qms: Folder) -> None:
    """See that a new document may have an id: it names a file everywhere, and nothing else has it.

    Raises:
        SmmError: it cannot be used.
    """
    if not re.fullmatch(ID.regex, id) or not id[0].isalpha():
        raise SmmError(
            say(
                "{id} cannot be an id: a letter, then letters, digits and, between them, `.`, `_`, `-`; "
                "at most 64",
                id=id,
            )
        )
    if is_reserved(id) or id.casefold() in RESERVED:
        raise SmmError(
            say("{id} cannot be an id: Windows, YAML or smmkit reserve this word", id=id)
        )
    for used in used_ids(qms):
        if used.casefold() == id.casefold():
            raise SmmError(say("{id} is used already; choose another id", id=used))
