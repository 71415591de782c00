"""The ids of a folder as editors complete them: each with the title of what it names."""

from __future__ import annotations

from smmkit.documents import Thing, kind_label
from smmkit.documents.people import PersonEntry
from smmkit.editor.hover import Hover, capital
from smmkit.editor.id_lists import id_lists
from smmkit.editor.schema import DIALECT, Json
from smmkit.model.marks import Reference, RefersTo
from smmkit.qms import Qms
from smmkit.standards import shipped
from smmkit.words import Language

HOME = "ids.json"
"""The file of the ids, beside the schemas that refer to it."""


def ids(qms: Qms, speech: Language) -> Json:
    """The schema file that lists, for each sort of reference, what it may name in this folder.

    Why apart from the schemas of the kinds: a new document changes this file alone.
    """
    hover = Hover(speech)
    lists = {name: listed(qms, mark, hover) for name, mark in id_lists().items()}
    return {
        "$schema": DIALECT,
        "$defs": {
            name: {
                "type": "string",
                "enum": [*known],
                "markdownEnumDescriptions": [*known.values()],
            }
            if known
            else {}
            for name, known in lists.items()
        },
    }


def listed(qms: Qms, mark: Reference, hover: Hover) -> dict[str, str]:
    """Everything that a mark may mean, and what it is."""
    if isinstance(mark, RefersTo):
        found = {
            id_: described(thing, qms, hover, with_kind=len(mark.kinds) != 1)
            for id_, thing in qms.things.items()
            if not mark.kinds or thing.is_a in mark.kinds
        }
        return dict(sorted(found.items()))
    return clauses(qms, hover) if mark.what == "clause" else standards(qms, hover)


def described(thing: Thing, qms: Qms, hover: Hover, *, with_kind: bool) -> str:
    """What a thing is. A person is the role that is held: no name leaves the register."""
    text = thing.title
    if isinstance(thing, PersonEntry):
        text = ", ".join(held.role for held in thing.held_on(qms.as_of))
    kind = capital(hover.speech.say(kind_label(thing.is_a)))
    return (f"{kind}: {text}" if text else kind) if with_kind or not text else text


def clauses(qms: Qms, hover: Hover) -> dict[str, str]:
    """Every number of the standards of this QMS: bare for the first, with its name for the others."""
    found = {}
    for index, id_ in enumerate(qms.standard_ids):
        if standard := qms.standard(id_):
            for part in standard.parts:
                name = f"{id_}/{part.id}" if index else part.id
                found[name] = hover.twice(part.title)
    return found


def standards(qms: Qms, hover: Hover) -> dict[str, str]:
    """Every standard that is at hand."""
    known = dict.fromkeys([*qms.standard_ids, *shipped(), *qms.packs])
    return {id_: hover.twice(s.title) for id_ in known if (s := qms.standard(id_))}
