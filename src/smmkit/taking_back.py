"""Taking controlled copies back, written into the document that they are of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from smmkit.analyses.copies import is_out, to_recall, who_has
from smmkit.documents import Document
from smmkit.documents.base import HandedCopy
from smmkit.errors import SmmError
from smmkit.handing_out import Handing, Item, holding
from smmkit.location import Path
from smmkit.qms import Qms
from smmkit.words import say
from smmkit.yaml_text.cuts import New, edited
from smmkit.yaml_text.edit import BOM, parted
from smmkit.yaml_text.nodes import CannotCutError
from smmkit.yaml_text.scalars import Yaml
from smmkit.yaml_text.source import Source


def taken_back(
    qms: Qms,
    document: Document,
    holders: Sequence[str],
    day: date,
    *,
    version: str | None = None,
    number: str | None = None,
) -> Handing:
    """A document whose copies with these holders came back; of nobody named, all that are obsolete.

    Raises:
        SmmError: there is no such copy, or which of several is meant cannot be told.
    """
    wanted = [holding(qms, one) for one in holders]
    out = [
        index
        for index, one in enumerate(document.copies)
        if is_out(one, day)
        and version in {None, one.version}
        and number in {None, one.number}
        and (not wanted or holder_of(one) in wanted)
    ]
    found = meant(qms, document, out, len(wanted), is_named=bool(wanted or number))
    before = qms.tree.read(document.path)
    after = with_days(document.path, before, found, day)
    told = [
        say(
            "version {version} of {id} came back from {holder} on {day}",
            version=document.copies[index].version,
            id=document.id,
            holder=who_has(document.copies[index], qms),
            day=day,
        )
        for index in found
    ]
    return Handing(document.path, before, after, tuple(told))


def holder_of(copy: HandedCopy) -> Item:
    """Who has a copy, as it is written."""
    return {name: who for name, who in (("unit", copy.unit), ("holder", copy.holder)) if who}


def meant(
    qms: Qms, document: Document, out: Sequence[int], holders: int, *, is_named: bool
) -> list[int]:
    """Which of these copies are taken back: the obsolete ones, else all that were named.

    Raises:
        SmmError: there is none, or which of several is meant cannot be told.
    """
    old = {one.index for one in to_recall(qms, document)}
    found = [index for index in out if index in old] or (list(out) if is_named else [])
    if not found:
        raise SmmError(
            say("no such copy of {id} is out; smm copies {id} shows them", id=document.id)
        )
    if len(found) > max(1, holders) and not old.issuperset(found):
        raise SmmError(
            say(
                "more than one copy may be meant: {words}; name it with --number or --version",
                words=[who_has(document.copies[index], qms) for index in found],
            )
        )
    return found


def with_days(path: str, data: bytes, indexes: Sequence[int], day: date) -> bytes:
    """The file in which these copies have come back on a day.

    Raises:
        SmmError: it is written in a way that cannot be changed.
    """
    source = Source.parse(path, data)
    text = data.removeprefix(BOM).decode()
    before, front, rest = parted(path, text.replace("\r\n", "\n"))
    news: dict[Path, New] = {}
    for index in indexes:
        here: Path = ("copies", index, "given")
        value = source.values["copies"][index]["given"]
        beside = {"recalled": Yaml(day.isoformat())}
        news[here] = New(value, source.written(*here), beside=beside)
    try:
        new = before + edited(front, [], news) + rest
    except CannotCutError:
        raise SmmError(
            say("{path} is written in a way that cannot be changed; do it by hand", path=path)
        ) from None
    if "\r\n" in text:
        new = new.replace("\n", "\r\n")
    return (BOM if data.startswith(BOM) else b"") + new.encode()
