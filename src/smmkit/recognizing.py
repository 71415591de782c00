"""What a file is taken for by its name and its kind, and which ids it has as far as can be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from posixpath import basename
from typing import Any

from smmkit.kinds import KINDS
from smmkit.layout import DOCUMENT_ENDS, ISSUED
from smmkit.officials import comparable, kinds_by_word
from smmkit.patterns import ID
from smmkit.words import Message, say
from smmkit.wrong_values import nearest_hint

MORE_ENDS = re.compile(r"\.(?:yaml|yml|md)(\.(?:txt|docx?|rtf|bak))$", re.IGNORECASE)
"""What Windows or an editor adds to the name of a document, often unseen."""

NO_DOCUMENT = re.compile(
    r"(?:^|/)(?:README|CHANGELOG|CONTRIBUTING|LICENSE|NOTES?)\b[^/]*\.md$", re.I
)
"""Markdown files that explain a folder to its readers; they are no documents of the QMS."""


def is_document(path: str, ignored: tuple[str, ...]) -> bool:
    """Whether a file is read as a document: YAML or Markdown, not an issued copy, not ignored."""
    return path.endswith(DOCUMENT_ENDS) and is_looked_at(path, ignored)


def is_looked_at(path: str, ignored: tuple[str, ...]) -> bool:
    """Whether documents may lie at a path: it is no issued copy, and qms.yaml does not set it aside."""
    return not path.startswith(ISSUED) and not any(
        fnmatchcase(path, pattern) for pattern in ignored
    )


def misnamed(path: str, ignored: tuple[str, ...]) -> tuple[Message, Message] | None:
    """What to say of a document that an editor has saved under one ending more: `TIM-01.yaml.txt`."""
    found = MORE_ENDS.search(path)
    if not found or not is_looked_at(path, ignored):
        return None
    right = basename(path[: found.start(1)])
    message = say("this file is not read, since its name ends in {end}", end=found[1])
    return message, say("call it {words} if it is a document of the QMS", words=right)


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
        return (
            say("the file does not say its kind"),
            say("write `kind:`, and one of the kinds that `smm new` names"),
        )
    if isinstance(kind, list) and len(kind) == 1:
        kind = kind[0]
    return say("there is no kind {kind}", kind=str(kind)), nearest_kind(str(kind))


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
