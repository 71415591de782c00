"""What a file is taken for by its name and its kind, and which ids it has as far as can be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from posixpath import basename, splitext
from typing import Any

from smmkit.corrections.officials import FIELDS, comparable, kinds_by_word, meanings
from smmkit.corrections.wrong_values import nearest_hint
from smmkit.files.tree import Tree
from smmkit.kinds import KINDS
from smmkit.layout import DOCUMENT_ENDS, ISSUED
from smmkit.model.patterns import ID
from smmkit.words import Message, say

NO_DOCUMENT = re.compile(
    r"(?:^|/)(?:README|CHANGELOG|CONTRIBUTING|LICENSE|NOTES?)\b[^/]*\.md$", re.I
)
"""Markdown files that explain a folder to its readers; they are no documents of the QMS."""


def is_document(path: str, ignored: tuple[str, ...]) -> bool:
    """Whether a file is read as a document: YAML or Markdown, not an issued copy, not ignored."""
    return path.endswith(DOCUMENT_ENDS) and is_looked_at(path, ignored)


LIKE_A_DOCUMENT = re.compile(
    r"(.*\.(?:yaml|yml|md))(?:\.(?:txt|text|docx?|rtf|odt|pdf|html?))?", re.IGNORECASE | re.DOTALL
)
"""How a document is called that an editor, Windows or Word has saved in its own way."""

TEXTS = {"", ".txt", ".text", ".markdown", ".mdown", ".mkd"}
"""How the name of a text ends that may be a document; its first bytes say whether it is one."""

BEGINS = re.compile(rb"(?:---\r?\n)?(?:#[^\n]*\n)*kind: ([a-z-]+)")
"""How the text of a document begins, and the kind that it says."""


def meant_name(tree: Tree, path: str) -> str | None:
    """The name under which a file would be read, where it is a document that is not; else None."""
    low = path.lower()
    if (".y" in low or ".md" in low) and (found := LIKE_A_DOCUMENT.fullmatch(path)):
        stem, _, end = found[1].rpartition(".")
        meant = f"{stem}.{end.lower()}"
        return None if path.endswith(DOCUMENT_ENDS) or NO_DOCUMENT.search(meant) else meant
    stem, end = splitext(path)
    if end.lower() in TEXTS:
        head = head_of(tree, path).removeprefix(b"\xef\xbb\xbf")
        meant = f"{stem}.md" if head.startswith(b"---") else f"{stem}.yaml"
        said = BEGINS.match(head)
        return meant if said and said[1].decode() in KINDS else None
    return None


def head_of(tree: Tree, path: str) -> bytes:
    """How a file begins; nothing where it cannot be opened."""
    try:
        return tree.ends(path).head
    except OSError:
        return b""


def ids_at(tree: Tree, path: str) -> tuple[str, ...]:
    """Every id in a file, as far as can be seen; none where it cannot be opened."""
    try:
        return ids_in_text(tree.read(path))
    except OSError:
        return ()


def is_looked_at(path: str, ignored: tuple[str, ...]) -> bool:
    """Whether documents may lie at a path: it is no issued copy, and qms.yaml does not set it aside."""
    return not path.startswith(ISSUED) and not any(
        fnmatchcase(path, pattern) for pattern in ignored
    )


def stem_of(path: str) -> str:
    """The name of a file without its last ending: `SOP-01` of `sop/SOP-01.md`."""
    return basename(path).rpartition(".")[0]


def id_of_name(path: str) -> tuple[str, ...]:
    """The id that a document probably has of which nothing but the name can be seen."""
    return (stem_of(path),) if re.search(ID.regex, stem_of(path)) else ()


def ids_in(values: Any) -> Iterator[str]:
    """Every id in values that could not become a document."""
    if isinstance(values, dict):
        id_ = values.get("id")
        if isinstance(id_, str):
            yield id_
        for value in values.values():
            yield from ids_in(value)
    elif isinstance(values, list):
        for value in values:
            yield from ids_in(value)


def ids_in_text(data: bytes) -> tuple[str, ...]:
    """Every id in a text that could not be read, as far as can be seen."""
    found = re.findall(
        r"""(?:^|[{,])[ \t-]*id:[ \t]*["']?([A-Za-z0-9._-]+)""",
        data.decode("utf-8", "replace"),
        re.M,
    )
    return tuple(found)


def unknown_kind(values: dict[str, Any]) -> tuple[Message, Message]:
    """What to say of a file that says no kind, or one that is not known."""
    kind = values.get("kind")
    if kind is None:
        named = next((v for k, v in values.items() if is_kind(k) and isinstance(v, str)), None)
        if named is not None:
            return say("the field that says the kind is called `kind`"), kind_meant(named)
        return (
            say("the file does not say its kind"),
            say("write `kind:`, and one of the kinds that `smm new` names"),
        )
    if isinstance(kind, list) and len(kind) == 1:
        kind = kind[0]
    return say("there is no kind {kind}", kind=str(kind)), nearest_kind(str(kind))


def is_kind(key: object) -> bool:
    """Whether a key is `kind` in other letters, or as offices call it."""
    return isinstance(key, str) and (
        key.casefold() == "kind" or bool(meanings(key, FIELDS, ("kind",)))
    )


def kind_meant(word: str) -> Message:
    """The line that says the kind of this word."""
    return say("write {words}", words=f"`kind: {word}`") if word in KINDS else nearest_kind(word)


def nearest_kind(word: str) -> Message:
    """The kind that was meant, in another word or with a slip of the pen; or how to find it."""
    match kinds_by_word().get(comparable(word), ()):
        case (kind,):
            return say("write {words}", words=f"`kind: {kind}`")
        case ():
            otherwise = say("`smm new` names the kinds")
            return nearest_hint(word, list(KINDS), otherwise)
        case several:
            return say("write one of: {words}", words=[f"`kind: {kind}`" for kind in several])
