"""Handing out a copy, and what is written into its document for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from smmkit.analyses.lifecycle.copies import is_out, who_has
from smmkit.analyses.lifecycle.state import standings
from smmkit.analyses.references.nearest import (
    by_title,
    headed,
    ids_by_kind,
    why_missing,
    with_titles,
)
from smmkit.analyses.references.spelling import closest, without_sort
from smmkit.analyses.texts import squeezed
from smmkit.corrections.by_id import bare_id
from smmkit.documents import Document
from smmkit.documents.base import HandedCopy
from smmkit.errors import SmmError
from smmkit.qms import Qms
from smmkit.rules.control.copy_out_of_order import fault
from smmkit.words import Message, say
from smmkit.yaml_text.edit import appended

Item = dict[str, str]


@dataclass(frozen=True)
class Handing:
    """A document with what was handed out or came back in it, and what is said of that."""

    path: str
    before: bytes
    after: bytes
    told: tuple[Message, ...]


def document_of(qms: Qms, id_: str) -> Document:
    """The document of an id, however its signs are written.

    Raises:
        SmmError: there is none, or it is no document of which there are copies.
    """
    same = [one for one in qms.of(Document) if id_ == one.id or bare_id(one.id) == bare_id(id_)]
    if len(same) == 1:
        return same[0]
    if id_ in qms.things:
        raise SmmError(say("{id} is no document that is approved and handed out", id=id_))
    raise SmmError(why_missing(id_, qms))


def given(
    qms: Qms,
    document: Document,
    holders: Sequence[str],
    day: date,
    *,
    version: str | None = None,
    number: str | None = None,
) -> Handing:
    """A document with copies for these holders, by default of the version that is in force.

    Raises:
        SmmError: that version was not approved on the day, or a holder has such a copy, or nobody is named.
    """
    if not holders or (number and len(holders) > 1):
        raise SmmError(say("name who gets the copy: --to UNIT; with --number one alone"))
    if not (version := version or in_force(qms, document)):
        raise SmmError(
            say(
                "no version of {id} is in force; approve it first: smm approve {id}", id=document.id
            )
        )
    items, told = [], []
    numbers = free_numbers(document, version)
    for holder in holders:
        item = holding(qms, holder)
        check_is_no_unit(qms, item.get("holder", ""))
        shown = number or next(numbers)
        copy = HandedCopy.model_validate(
            {"version": version, "given": day.isoformat(), "number": shown, **item}
        )
        check(qms, document, copy, anew=number is not None)
        items.append({"version": version, **item, "number": shown, "given": day.isoformat()})
        told.append(
            say(
                "copy {number} of {id}, version {version}, is with {holder} since {day}",
                number=shown,
                id=document.id,
                version=version,
                holder=who_has(copy.model_copy(update={"number": None}), qms),
                day=day,
            )
        )
        told += [still_out(document, old, qms) for old in older_of(document, copy, day)]
    before = qms.tree.read(document.path)
    after = appended(document.path, before, "copies", *items)
    return Handing(document.path, before, after, tuple(told))


def in_force(qms: Qms, document: Document) -> str | None:
    """The version that is in force on the day, if one is."""
    standing = qms.fact(standings)[document.id]
    return standing.approval.version if standing.holds and standing.approval else None


def free_numbers(document: Document, version: str) -> Iterator[str]:
    """The numbers of new copies of a version, from the one behind the highest."""
    known = (one.number or "" for one in document.copies if one.version == version)
    last = max((int(text) for text in known if text.isascii() and text.isdigit()), default=0)
    while True:
        last += 1
        yield str(last)


def holding(qms: Qms, holder: str) -> Item:
    """Who gets a copy: a unit, by its code or its title, else somebody by name.

    Raises:
        SmmError: it is nearly the code of a unit.
    """
    units = {id_: thing.title for id_, thing in qms.things.items() if thing.is_a == "unit"}
    said = squeezed(holder)
    if not said:
        raise SmmError(say("name who gets the copy: --to UNIT; with --number one alone"))
    for id_, title in units.items():
        if said in {squeezed(id_), squeezed(title)}:
            return {"unit": id_}
    if (near := closest(holder.upper(), list(units), 1)) and " " not in said:
        hint = say("did you mean {word}?", word=near)
        raise SmmError(say("there is no unit {id}; {hint}", id=holder, hint=hint))
    return {"holder": " ".join(holder.split())}


def check_is_no_unit(qms: Qms, holder: str) -> None:
    """See that somebody by name is nobody by a part of a unit's title: `Bidang Mutasi`.

    Raises:
        SmmError: one unit, or its head, is called so.
    """
    units = qms.fact(ids_by_kind).get("unit", [])
    titled = by_title(qms, holder, units) or by_title(qms, without_sort(holder), units)
    near = (titled or headed(qms, holder, units)) if holder else []
    if len(near) == 1:
        hint = say("write the code of the unit: {word}", word=with_titles(qms, near)[0])
        raise SmmError(say("there is no unit {id}; {hint}", id=holder, hint=hint))


def check(qms: Qms, document: Document, copy: HandedCopy, *, anew: bool) -> None:
    """See that a copy may be handed out.

    Raises:
        SmmError: its version is not approved by its day, or its holder has one.
    """
    days = [one.on for one in document.approvals if one.version == copy.version]
    message = fault(document, copy, min(days, default=None), qms.today)[1]
    if message is not None:
        raise SmmError(message)
    for one in document.copies:
        if one.version != copy.version or not is_out(one, copy.given):
            continue
        if (one.unit, one.holder) == (copy.unit, copy.holder) and (
            not anew or one.number == copy.number
        ):
            raise SmmError(
                say(
                    "{holder} has a copy of version {version} already; with --number another is given",
                    holder=who_has(one, qms),
                    version=one.version,
                )
            )


def older_of(document: Document, copy: HandedCopy, day: date) -> list[HandedCopy]:
    """The copies of other versions that the same holder still has."""
    return [
        one
        for one in document.copies
        if one.version != copy.version
        and is_out(one, day)
        and (one.unit, one.holder) == (copy.unit, copy.holder)
    ]


def still_out(document: Document, copy: HandedCopy, qms: Qms) -> Message:
    """That an older copy is still with its holder, and how it comes back."""
    return say(
        "a copy of version {version} is still with {holder}; when it is back: "
        "smm copies back {id} --from {who}",
        version=copy.version,
        holder=who_has(copy, qms),
        id=document.id,
        who=f'"{copy.unit or copy.holder}"',
    )
