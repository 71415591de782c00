"""What documents do not say, of what those of their kind are asked to say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.proof.content import has_values
from smmkit.analyses.proof.filled import NOTHING
from smmkit.analyses.texts.unfilled import blank_in
from smmkit.documents import KINDS, Document, Information, Record, class_of
from smmkit.location import Path
from smmkit.model.fields import fields_of, named
from smmkit.qms import Qms
from smmkit.standards.contents import Asked, shipped_contents
from smmkit.standards.vocabulary import claims
from smmkit.words import Message, say

NATURES: Mapping[str, type[Information]] = {"maintained": Document, "retained": Record}
"""In place of a kind: all documents, all records."""


@dataclass(frozen=True, slots=True)
class Wanting:
    """A document, or a part of it, and the fields that are not filled in there."""

    part: Any
    fields: list[str] = field(default_factory=list)
    asked_by: dict[str, str] = field(default_factory=dict)
    """The clause that asks for each."""


def asked_of(qms: Qms) -> dict[str, list[Asked]]:
    """What is asked, by the kind that it is asked of.

    What smmkit asks for is known to be there, by a test: looking costs more than all the rest.
    """
    found: dict[str, list[Asked]] = defaultdict(list)
    for contents in qms.contents.values() or (shipped_contents(),):
        for asked in contents.groups:
            if asked.standard is None or asked.standard in qms.standard_ids:
                for word in asked.of:
                    if not qms.contents or is_known(asked, word):
                        found[word].append(asked)
    return found


def wanting(qms: Qms, document: Information) -> dict[Path, Wanting]:
    """What a document does not say: itself, and each part of it."""
    found: dict[Path, Wanting] = {}
    by_kind = qms.fact(asked_of)
    natures = [word for word, class_ in NATURES.items() if isinstance(document, class_)]
    for asked in (one for word in (*natures, document.kind) for one in by_kind.get(word, ())):
        if not asked.at and not has_values(document, asked.where):
            continue
        for steps, part in parts_at(document, asked.at):
            if asked.at and not has_values(part, asked.where):
                continue
            if asked.once and not says(part, asked.once):
                continue
            if any(
                claims(ways, getattr(part, name, None) or "") for name, ways in asked.unless.items()
            ):
                continue
            if lacking := [name for name in asked.fields if not says(part, name)]:
                clause = f"{asked.standard or ''}/{asked.clause}".lstrip("/")
                one = found.setdefault(steps, Wanting(part))
                one.fields.extend(name for name in lacking if name not in one.fields)
                one.asked_by.update((name, clause) for name in lacking if name not in one.asked_by)
    return found


FEW, SELDOM = 5, 4
"""Of so many documents a field that not one in so many has is a habit of the house, and no slip in each."""


def seldom_said(qms: Qms) -> frozenset[str]:
    """The fields of every document, or every record, that several are asked for and hardly one has.

    None where qms.yaml, at which they are told, is not there or still has blanks: those come first.
    """
    if qms.settings is None or blank_in(qms.settings):
        return frozenset()
    common = {name for class_ in NATURES.values() for name in fields_of(class_)}
    asking: dict[str, int] = defaultdict(int)
    said: dict[str, int] = defaultdict(int)
    by_kind = qms.fact(asked_of)
    for document in qms.documents:
        if isinstance(document, Document) and not is_live(document, qms):
            continue
        natures = [word for word, class_ in NATURES.items() if isinstance(document, class_)]
        of_all = (one for word in (*natures, document.kind) for one in by_kind.get(word, ()))
        names = {name for one in of_all if not one.at for name in one.fields if name in common}
        for name in names:
            asking[name] += 1
            said[name] += says(document, name)
    return frozenset(name for name, n in asking.items() if n >= FEW and said[name] * SELDOM < n)


def parts_at(thing: Any, path: str | None, above: Path = ()) -> Iterator[tuple[Path, Any]]:
    """The parts at a path of fields, through lists, each with where it stands."""
    if not path:
        yield above, thing
        return
    first, _, rest = path.partition(".")
    held = getattr(thing, first, None)
    if isinstance(held, tuple):
        for number, one in enumerate(held):
            yield from parts_at(one, rest, (*above, first, number))
    elif held is not None:
        yield from parts_at(held, rest, (*above, first))


def says(part: Any, name: str) -> bool:
    """Whether a field is filled in; of `a|b` one, of `a.b` that of the part."""
    return any(is_said(part, one) for one in name.split("|"))


def is_said(part: Any, path: str) -> bool:
    """Whether the field at a path is filled in."""
    first, _, rest = path.partition(".")
    held = getattr(part, first, None)
    if held is None or held == () or (isinstance(held, str) and held.strip() in NOTHING):
        return False  # what a template left behind is told by a rule of its own
    return not rest or is_said(held, rest)


def label(part: Any, name: str) -> Message:
    """How a field is called, or those of which one is enough."""
    labels = [named(type(part), one) for one in name.split("|")]
    if len(labels) == 1:
        return labels[0]
    return say("{one} or {other}", one=labels[0], other=labels[1])


def is_known(asked: Asked, word: str) -> bool:
    """Whether there is such a kind, and it has all the fields that are asked of it."""
    here: Any = NATURES.get(word) or (class_of(word) if word in KINDS else None)
    if here is None:
        return False
    for name in asked.at.split(".") if asked.at else ():
        inner = fields_of(here).get(name)
        if inner is None or inner.part is None:
            return False
        here = inner.part
    named = (*asked.fields, *((asked.once,) if asked.once else ()))
    names = {one.partition(".")[0] for name in named for one in name.split("|")}
    return names.issubset(fields_of(here))
