"""What the files of a folder, or the rows of a list, would become in a QMS, and what is left out."""

from __future__ import annotations

import gc
import posixpath
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from smmkit.analyses.references.files import resolve
from smmkit.analyses.references.links import links
from smmkit.errors import reason
from smmkit.files.tree import Tree, sha256
from smmkit.intake.adoption import Adoption, Newcomer, registered
from smmkit.intake.guess import guesses
from smmkit.intake.listing import Row
from smmkit.intake.people import people_in, people_notes
from smmkit.intake.words import any_of, comparable
from smmkit.layout import ISSUED
from smmkit.model.marks import FILE
from smmkit.office.reading import DAMAGED, OTHERS, READ, Paper, paper, suffix
from smmkit.qms import Qms
from smmkit.words import Message, say

COPY = re.compile(rf"\(\d{{1,2}}\)\Z|\b(?:{any_of('copies_in_names')})\b", re.I)
"""What a program adds to the name of a file that is a copy of another."""

SWEPT = 50
"""After so many files memory is swept: readers leave rings behind, and a command does not sweep."""


class Holdings:
    """What a QMS has already: files by their bytes, and who names them; documents by their titles."""

    def __init__(self, qms: Qms) -> None:
        self.qms = qms
        self.named: dict[str, str] = {}
        for link in qms.fact(links):
            if link.mark is FILE:
                self.named.setdefault(resolve(link.document, link.target), link.document.id)
        self.given: dict[str, str] = {}
        """The files that this very list has given to one of its rows."""
        self.by_digest: dict[str, str] = {}
        self.titles = {
            (comparable(number), comparable(title)): id_ for id_, number, title in registered(qms)
        }
        for path in sorted(qms.tree.paths(), key=lambda p: (p not in self.named, p)):
            if suffix(path) in (*READ, *OTHERS):
                try:
                    self.by_digest.setdefault(qms.tree.digest(path), path)
                except OSError:
                    continue

    def owner_of(self, path: str) -> str:
        """Who names a file, or that it is a copy of an approved text; empty where nobody does."""
        return self.named.get(path) or (path if path.startswith(ISSUED) else "")


def survey(qms: Qms, source: Tree, within: str | None = None, skip: str | None = None) -> Adoption:
    """What the files of a folder would become.

    `within` is where the folder lies in the QMS, if it does; `skip` where the QMS lies in it.
    """
    holdings, found = Holdings(qms), Adoption()
    seen: dict[str, str] = {}
    found.left += source.refused().items()
    for path in sorted(source.paths(), key=is_copy):
        lies = "" if within is None else posixpath.normpath(posixpath.join(within, path))
        if lies.startswith(ISSUED) or (skip and path.startswith(skip)):
            continue
        if suffix(path) not in (*READ, *OTHERS):
            if not lies:
                found.left.append((path, say("is no Word, Excel, PDF or picture file")))
            continue
        data = bytes_of(source, path, found)
        if data is None:
            continue
        if lies in holdings.named:
            continue
        digest = sha256(data)
        home = lies or holdings.by_digest.get(digest, "")
        if owner := holdings.owner_of(holdings.by_digest.get(digest, home)) or holdings.owner_of(
            home
        ):
            found.known.append((path, owner))
        elif digest in seen:
            found.left.append((path, say("has the same bytes as {path}", path=seen[digest])))
        else:
            seen[digest] = path
            page = paper(path, data)
            if page.unread == DAMAGED:
                found.left.append((path, DAMAGED))
                continue
            if len(seen) % SWEPT == 0:
                gc.collect()
            found.newcomers.append(newcomer(qms, path, page, data, digest, home))
    return found


def is_copy(path: str) -> bool:
    """Whether the name of a file says that it is a copy, so that another of the same bytes goes before it."""
    return COPY.search(PurePosixPath(path).stem) is not None


def newcomer(qms: Qms, path: str, page: Paper, data: bytes, digest: str, home: str) -> Newcomer:
    """What one file would become: what it is taken for, and which people's data it holds."""
    lang = qms.settings.organization.language if qms.settings else "id"
    told = [] if page.unread is None else [unread(page)]
    is_list, kinds = people_in(path, data)
    if not is_list:
        told += people_notes(False, kinds, None)
    taken = guesses(path, page, qms.today, lang)
    people = tuple(kinds) if is_list else None
    return Newcomer(path, taken, path, digest, home, told=tuple(told), people=people)


def bytes_of(source: Tree, path: str, found: Adoption) -> bytes | None:
    """The bytes of a file; none where it is empty or cannot be read, which is told."""
    try:
        data = source.read(path)
    except OSError as error:
        found.left.append((path, say("cannot be opened: {reason}", reason=reason(error))))
        return None
    if not data:
        found.left.append((path, say("the file is empty")))
    return data or None


def unread(page: Paper) -> Message:
    """That there is no text of a file, and why."""
    return say("its text could not be read: {reason}", reason=page.unread)


def from_list(qms: Qms, rows: Iterable[Row], source: Tree, within: str | None) -> Adoption:
    """What the rows of a list would become; a file that a row names is looked for beside the list."""
    holdings, found = Holdings(qms), Adoption()
    seen: dict[tuple[str, str], Message] = {}
    for row in rows:
        key = (comparable(row.guesses.number.value), comparable(row.guesses.title.value))
        if key in holdings.titles:
            found.known.append((row.place, holdings.titles[key]))
            continue
        if key in seen:
            found.left.append((row.place, say("says the same as {path}", path=seen[key])))
            continue
        seen[key] = row.place
        new = Newcomer(row.place, row.guesses, told=row.told)
        new, owner = with_file(new, row.file, holdings, source, within)
        if owner:
            found.known.append((row.place, owner))
        else:
            found.newcomers.append(new)
    return found


def with_file(
    new: Newcomer, file: str, holdings: Holdings, source: Tree, within: str | None
) -> tuple[Newcomer, str]:
    """A row with the file that it names, if it is there; and who has registered that already."""
    if not file:
        return replace(new, told=(*new.told, say("the list names no file"))), ""
    path = posixpath.normpath(unicodedata.normalize("NFC", file).replace("\\", "/"))
    path = next((p for p in source.paths() if p.casefold() == path.casefold()), path)
    try:
        data = source.read(path)
    except (OSError, ValueError):
        why = say("there is no file {file} beside the list", file=file)
        return replace(new, told=(*new.told, why)), ""
    digest = sha256(data)
    lies = holdings.by_digest.get(digest, "")
    if within is not None:
        lies = posixpath.normpath(posixpath.join(within, path))
    if owner := holdings.owner_of(lies):
        return new, owner
    if suffix(path) not in (*READ, *OTHERS):
        why = say("{file} is no Word, Excel, PDF or picture file", file=file)
    elif not data:
        why = say("{file} is empty", file=file)
    elif digest in holdings.given:
        why = say("{file} has the same bytes as {path}", file=file, path=holdings.given[digest])
    else:
        holdings.given[digest] = path
        is_list, kinds = people_in(path, data)
        told = (*new.told, *([] if is_list else people_notes(False, kinds, None)))
        people = tuple(kinds) if is_list else None
        return replace(new, file=path, digest=digest, lies=lies, told=told, people=people), ""
    return replace(new, told=(*new.told, why)), ""
