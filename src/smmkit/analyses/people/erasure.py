"""What it takes to let a person go from a folder: which texts change, which may not yet, what is left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from smmkit.analyses.lifecycle.retention import Kept, kept, months_in
from smmkit.analyses.people.whereabouts import (
    Sought,
    Standing,
    called_after,
    dark_files,
    in_other_files,
    lines_of,
    spans,
    without,
)
from smmkit.calendar_ends import months_after
from smmkit.documents import Information, Record
from smmkit.documents.people import People, PersonEntry
from smmkit.documents.submission import Submission
from smmkit.layout import DOCUMENT_ENDS, ISSUED
from smmkit.location import SourceError
from smmkit.personal import hinted
from smmkit.qms import Qms
from smmkit.words import Message, say
from smmkit.yaml_text.source import Source


@dataclass
class Erasure:
    """All places where a person stands, and what becomes of each."""

    person: Sought
    before: dict[str, bytes] = field(default_factory=dict)
    after: dict[str, bytes] = field(default_factory=dict)
    """The texts that change, without the person."""
    taken: list[Standing] = field(default_factory=list)
    kept: list[tuple[Standing, Message]] = field(default_factory=list)
    """Where a person has to stay for the time being, and why."""
    by_hand: list[tuple[Standing, Message]] = field(default_factory=list)
    """What no program may change, and what a person does about it."""
    dark: list[str] = field(default_factory=list)
    sent: list[Submission] = field(default_factory=list)
    """What has been sent, so that others may have it."""

    @property
    def is_nowhere(self) -> bool:
        """Whether the person stands nowhere that can be read."""
        return not (self.taken or self.kept or self.by_hand)


def erasure(qms: Qms, person: Sought) -> Erasure:
    """What becomes of each place where a person stands; nothing is changed."""
    files = called_after(qms, person)
    person = replace(person, files=frozenset(files.values()))
    found = Erasure(person, dark=dark_files(qms))
    documents = {document.path: document for document in qms.documents}
    for path in qms.tree.paths():
        if not path.endswith(DOCUMENT_ENDS):
            continue
        try:
            data = qms.tree.read(path)
            text = data.decode("utf-8-sig")
        except (OSError, UnicodeDecodeError):
            continue
        if places := spans(text, person):
            lines = lines_of(text, (start for start, _, _ in places))
            own = [
                Standing(path, say("line {line}", line=line), hinted(text[start:end]))
                for line, (start, end, _) in zip(lines, places, strict=True)
            ]
            settle(found, qms, documents.get(path), path, data, text, own)
    found.by_hand += [
        (Standing(path, say("name of the file"), hinted(name)), RENAME)
        for path, name in files.items()
    ]
    found.by_hand += [(one, BY_HAND) for one in in_other_files(qms, person)]
    found.sent = [one for one in qms.of(Submission) if one.sent]
    return found


BY_HAND = say("mask it in the program that made the file, and put the new file in its place")
RENAME = say("give the file another name, and change it where documents name it")
COPY = say(
    "an approved copy; it goes when the time is over for which it is kept, with minutes of its destruction"
)
UNREAD = say("the file cannot be read as a document; take it out in an editor")
BREAKS = say("without it the text could not be read any more; take it out in an editor")


def settle(
    found: Erasure,
    qms: Qms,
    document: Information | None,
    path: str,
    data: bytes,
    text: str,
    own: list[Standing],
) -> None:
    """Decide what becomes of the places in one text."""
    if path.startswith(ISSUED):
        found.by_hand += [(one, COPY) for one in own]
    elif document is None:
        found.by_hand += [(one, UNREAD) for one in own]
    elif (stays := protection(document, found.person, qms)) and stays.on(qms.as_of):
        found.kept += [(one, stays.why) for one in own]
    elif (new := rewritten(path, data, text, found.person)) is None:
        found.by_hand += [(one, BREAKS) for one in own]
    else:
        found.taken += own
        found.before[path], found.after[path] = data, new


def protection(document: Information, person: Sought, qms: Qms) -> Kept | None:
    """Until when a text has to name a person: a record as long as it is kept, a register while in office.

    The text of other documents may change at any time: the approved copies are what is kept of them.
    """
    if isinstance(document, Record):
        return kept(document, qms)
    if isinstance(document, People) and person.entry in document.entries and person.entry:
        return in_register(document, person.entry, qms)
    return None


def in_register(document: People, entry: PersonEntry, qms: Qms) -> Kept:
    """Until when the register names a person: as long as a role is held, and the time that it is kept."""
    open_ = next((one for one in entry.assignments if one.until is None), None)
    if open_:
        return Kept(None, say("{id} still holds the role {role}", id=entry.id, role=open_.role))
    said = " ".join((document.retention or "").split())
    months = months_in(said, qms)
    last = max((one.until for one in entry.assignments if one.until), default=date.min)
    if said and not months:
        return Kept(None, say("no day can be told: {text}", text=said))
    until = months_after(last, months) if last != date.min else last
    return Kept(until, say("kept until {day}: {text}", day=until, text=said))


def rewritten(path: str, data: bytes, text: str, person: Sought) -> bytes | None:
    """The bytes of a text without a person; None where it could then not be read, or still names one."""
    new = without(text, person)
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    written = mark + new.encode()
    try:
        source = Source.parse(path, written)
        before = Source.parse(path, data)
    except SourceError:
        return None
    is_same = list(keys(source.values)) == list(keys(before.values))
    return written if is_same and not spans(new, person) else None


def keys(value: object) -> Iterator[object]:
    """Every key in values, in order, so that two shapes can be compared."""
    match value:
        case dict():
            for key, below in value.items():
                yield key
                yield from keys(below)
        case list():
            yield len(value)
            for below in value:
                yield from keys(below)
