"""Taking copies back, and what is written into their document for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from smmkit.analyses.lifecycle.copies import is_out, to_recall, who_has
from smmkit.documents import Document
from smmkit.errors import SmmError
from smmkit.handing_out.giving import Handing, holding
from smmkit.qms import Qms
from smmkit.words import say
from smmkit.yaml_text.items import with_fields
from smmkit.yaml_text.scalars import Yaml


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
        SmmError: there is no such copy, which of several is meant cannot be told, or the document is
            written in a way that cannot be changed.
    """
    found = meant_by(qms, document, holders, day, (version, number))
    before = qms.tree.read(document.path)
    recalled = {index: {"recalled": Yaml(day.isoformat())} for index in found}
    after = with_fields(document.path, before, "copies", "given", recalled)
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


def meant_by(
    qms: Qms,
    document: Document,
    holders: Sequence[str],
    day: date,
    which: tuple[str | None, str | None],
) -> list[int]:
    """Which of the copies come back, by their places among those of the document.

    Raises:
        SmmError: none, or it cannot be told which.
    """
    version, number = which
    wanted = [holding(qms, one) for one in holders]
    out = [
        index
        for index, one in enumerate(document.copies)
        if is_out(one, day)
        and version in {None, one.version}
        and number in {None, one.number}
        and (
            not wanted
            or {k: v for k, v in (("unit", one.unit), ("holder", one.holder)) if v} in wanted
        )
    ]
    old = {one.index for one in to_recall(qms, document)}
    found = [index for index in out if index in old] or (out if wanted or number else [])
    if not found:
        raise SmmError(
            say("no such copy of {id} is out; smm copies {id} shows them", id=document.id)
        )
    if len(found) > max(1, len(wanted)) and not old.issuperset(found):
        raise SmmError(
            say(
                "more than one copy may be meant: {words}; name it with --number or --version",
                words=[who_has(document.copies[index], qms) for index in found],
            )
        )
    return found
