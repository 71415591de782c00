"""Documents with the same id: which of them is meant, and which is a copy that somebody left."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from posixpath import basename
from typing import Final

from smmkit.documents import Information
from smmkit.files.tree import Tree
from smmkit.layout import HOME, ISSUED
from smmkit.loading.recognizing import stem_of
from smmkit.loading.rules import DUPLICATE_ID
from smmkit.location import Path
from smmkit.problem import Problem, Rule
from smmkit.seals import is_sealed_in
from smmkit.words import say

BEHIND: Final = re.compile(
    r"[ _-]?\([0-9]{1,3}\)$"
    r"|[ _-](?:copy|copies|salinan|kopi|duplikat|copie|kopie)[ _]?[0-9]{0,3}$"
    r"|[ (](?:conflicted copy|konflik)(?: [^()]{0,30})?\)?$"
    r"|[ ._-](?:sync-)?conflict(?:[ _-][0-9a-z_-]{0,40})?$"
    r"|-(?:desktop|laptop)-[0-9a-z]{1,15}$",
    re.IGNORECASE,
)
"""What Windows, a Mac, a browser or a synchronised folder writes behind the name of a copy."""

BEFORE: Final = re.compile(
    r"^(?:copy of|copy|salinan dari|salinan)[ _-]|^\[conflict", re.IGNORECASE
)
"""What is written before it."""

MORE: Final = tuple(" -_.([")
"""What stands between the name of a file and what a copy of it is called beyond that."""


def originals(documents: Iterable[Information], tree: Tree) -> dict[str, Information]:
    """For each id that several documents have, the one that is meant.

    It is qms.yaml; else one that does not lie among the kept copies; else the one whose approval fits
    its text, and of these the one by whose name the approved text is kept; else the one that is named
    as its id; else the one that is not named like a copy; else the first.
    """
    groups: dict[str, list[Information]] = {}
    for document in documents:
        groups.setdefault(document.id, []).append(document)
    return {id_: original(group, tree) for id_, group in groups.items() if len(group) > 1}


def original(group: Sequence[Information], tree: Tree) -> Information:
    """Of several documents with one id, the one that is meant."""
    names = {stem_of(document.path) for document in group}

    def worth(document: Information) -> tuple[bool, ...]:
        stem, is_sealed = stem_of(document.path), is_sealed_in(tree, document)
        return (
            document.path == HOME,
            not document.path.startswith(ISSUED),
            is_sealed,
            is_sealed and is_kept(tree, document),
            stem == document.id,
            not is_copy(document.path),
            not any(extends(stem, name) for name in names),
        )

    return max(group, key=worth)


def is_kept(tree: Tree, document: Information) -> bool:
    """Whether the approved text is kept under the name of this file."""
    version = getattr(document, "version", "")
    return f"{ISSUED}{document.id}/{version}/{basename(document.path)}" in tree.paths()


def extends(stem: str, name: str) -> bool:
    """Whether a name is another one and more, as that of a copy that a machine has named."""
    return stem.startswith(name) and stem[len(name) :].startswith(MORE)


def is_copy(path: str, of: str = "") -> bool:
    """Whether a file, or a folder that it lies in, is named like a copy; perhaps of a certain other file."""
    stem = stem_of(path)
    if of and extends(stem, stem_of(of)):
        return True
    return any(BEHIND.search(part) or BEFORE.search(part) for part in (*path.split("/")[:-1], stem))


def duplicate(document: Information, original: Information) -> tuple[Rule, Problem]:
    """What is said of a document whose id is that of the one that is meant."""
    message = say(
        "{id} is already the id of something in {path}", id=document.id, path=original.path
    )
    hint = say(
        "give this one another id: smm renumber {id} NEW-ID {path}",
        id=document.id,
        path=document.path,
    )
    if is_copy(document.path, original.path):
        hint = say("it looks like a copy; delete it, or give it another id")
    elif is_copy(original.path, document.path):
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
    here, hint = document.source.in_file((*steps, "id")), say("give this one another id")
    return DUPLICATE_ID, Problem(document.path, here, message, hint, document.id)
