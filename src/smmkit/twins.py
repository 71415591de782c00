"""Documents with the same id: which of them is meant, and which is a copy that somebody left."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from smmkit.documents import Information
from smmkit.layout import HOME
from smmkit.loading_rules import DUPLICATE_ID
from smmkit.location import Path
from smmkit.problem import Problem, Rule
from smmkit.recognizing import stem_of
from smmkit.seals import is_sealed_in
from smmkit.tree import Tree
from smmkit.words import say

BEHIND: Final = re.compile(
    r"[ _-]?\([0-9]{1,3}\)$"
    r"|[ _-](?:copy|copies|salinan|kopi|duplikat|copie|kopie)[ _]?[0-9]{0,3}$"
    r"|[ (](?:conflicted copy|konflik)(?: [^()]{0,30})?\)?$",
    re.IGNORECASE,
)
"""What Windows, a Mac, a browser or a synchronised folder writes behind the name of a copy."""

BEFORE: Final = re.compile(r"^(?:copy of|copy|salinan dari|salinan)[ _-]", re.IGNORECASE)
"""What is written before it."""


def originals(documents: Iterable[Information], tree: Tree) -> dict[str, Information]:
    """For each id that several documents have, the one that is meant.

    It is qms.yaml; else the one whose approval fits its text; else the one that is named as its id;
    else the one that is not named like a copy; else the first.
    """
    groups: dict[str, list[Information]] = {}
    for document in documents:
        groups.setdefault(document.id, []).append(document)

    def worth(document: Information) -> tuple[bool, ...]:
        stem = stem_of(document.path)
        return (
            document.path == HOME,
            is_sealed_in(tree, document),
            stem == document.id,
            not is_copy(document.path),
        )

    return {id_: max(group, key=worth) for id_, group in groups.items() if len(group) > 1}


def is_copy(path: str) -> bool:
    """Whether a file is named like a copy of another."""
    stem = stem_of(path)
    return bool(BEHIND.search(stem) or BEFORE.search(stem))


def taken(document: Information, original: Information) -> tuple[Rule, Problem]:
    """What is said of a document whose id is that of the one that is meant."""
    message = say(
        "{id} is already the id of something in {path}", id=document.id, path=original.path
    )
    hint = say(
        "give this one another id: smm renumber {id} NEW-ID {path}",
        id=document.id,
        path=document.path,
    )
    if is_copy(document.path):
        hint = say("it looks like a copy; delete it, or give it another id")
    elif is_copy(original.path):
        hint = say(
            "{path} looks like a copy, and its approval fits; keep one of the two, delete the other",
            path=original.path,
        )
    return DUPLICATE_ID, Problem(document.path, ("id",), message, hint, document.id)


def differs_by_case(
    document: Information, steps: Path, id_: str, other: str
) -> tuple[Rule, Problem]:
    """What is said of an id that differs from another only in capital letters."""
    message = say(
        "{id} and {other} differ only in capital letters; on Windows they are one folder",
        id=id_,
        other=other,
    )
    return DUPLICATE_ID, Problem(
        document.path, (*steps, "id"), message, say("give this one another id"), document.id
    )
