"""What is seen in a document by itself, whatever else the folder says: looked for once, and kept.

Why: a folder that is tried again and again with one document changed has not to be read anew as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, Final, TypeVar, cast

from smmkit.analyses.texts import strings
from smmkit.documents import Information
from smmkit.qms import Qms

T = TypeVar("T")
L = TypeVar("L")

WHOLE: Final = ""
"""In place of a path: the texts of all documents."""


def seen_in(qms: Qms, document: Information, look: Callable[[Information], T]) -> T:
    """What a look at a document gives; the look must ask nothing but the document."""
    kept = qms.fact(_kept).setdefault(look, {})
    if document.path not in kept:
        kept[document.path] = look(document)
    return cast("T", kept[document.path])


def seen_with(qms: Qms, document: Information, look: Callable[..., T], *given: Any) -> T:
    """What a look at a document gives; the look must ask nothing but the document and what it is given."""
    kept = _given(qms, look, given)
    if document.path not in kept:
        kept[document.path] = look(document, *given)
    return cast("T", kept[document.path])


def seen_of_file(qms: Qms, path: str, look: Callable[..., T], *given: Any) -> T:
    """What a look at a file beside the documents gives; it must ask the QMS for nothing but that file."""
    kept = _given(qms, look, given)
    if path not in kept:
        kept[path] = look(qms, path, *given)
    return cast("T", kept[path])


def seen_in_texts(qms: Qms, look: Callable[..., Mapping[str, T]], *given: Any) -> Mapping[str, T]:
    """What a look finds among all texts of the documents, by the text; it must ask nothing of a text but
    itself, and what it is given.
    """
    kept, texts = _given(qms, look, given), qms.fact(strings)
    seen, found = kept.get(WHOLE, (frozenset[str](), {}))
    found = {text: found[text] for text in found.keys() & texts}
    found |= look(texts - seen, *given)
    kept[WHOLE] = texts, found
    return cast("Mapping[str, T]", found)


def _given(qms: Qms, look: Callable[..., Any], given: tuple[Any, ...]) -> dict[str, Any]:
    """What a look has seen that was given the same; what is equal is compared once."""
    kept = qms.fact(_kept_with)
    before = kept.get(look)
    seen = before[1] if before and before[0] == given else {}
    kept[look] = given, seen
    return seen


def seen_before(qms: Qms, other: Qms, changed: Collection[str]) -> None:
    """Take what was seen in another copy of the same folder, but for the files that changed."""
    qms.fact_as(_kept, _without(other.fact(_kept), changed))
    kept = other.fact(_kept_with)
    unchanged = _without({look: seen for look, (_, seen) in [*kept.items()]}, changed)
    qms.fact_as(_kept_with, {look: (kept[look][0], seen) for look, seen in unchanged.items()})


def _without(seen: Mapping[L, Mapping[str, T]], changed: Collection[str]) -> dict[L, dict[str, T]]:
    found = {look: {**paths} for look, paths in [*seen.items()]}
    for paths in found.values():
        for path in changed:
            paths.pop(path, None)
    return found


def _kept_with(_: Qms) -> dict[Callable[..., Any], tuple[tuple[Any, ...], dict[str, Any]]]:
    """What was seen already, with what was given: by the look, and by the path of the document."""
    return {}


def _kept(_: Qms) -> dict[Callable[[Information], Any], dict[str, Any]]:
    """What was seen already: by the look, and by the path of the document."""
    return {}


kept_looks = (_kept, _kept_with)
"""What was seen in documents, which is the same on every day."""
