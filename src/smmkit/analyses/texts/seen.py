"""What is seen in a document by itself, whatever else the folder says: looked for once, and kept.

Why: a folder that is tried again and again with one document changed has not to be read anew as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeVar, cast

from smmkit.documents import Information
from smmkit.qms import Qms

T = TypeVar("T")
L = TypeVar("L")


def seen_in(qms: Qms, document: Information, look: Callable[[Information], T]) -> T:
    """What a look at a document gives; the look must ask nothing but the document."""
    kept = qms.fact(_kept).setdefault(look, {})
    if document.path not in kept:
        kept[document.path] = look(document)
    return cast("T", kept[document.path])


def seen_with(qms: Qms, document: Information, look: Callable[..., T], *given: Any) -> T:
    """What a look at a document gives; the look must ask nothing but the document and what it is given."""
    kept = qms.fact(_kept_with).setdefault(look, {})
    before = kept.get(document.path)
    if before is None or before[0] != given:
        before = kept[document.path] = (given, look(document, *given))
    return cast("T", before[1])


def seen_before(qms: Qms, other: Qms, changed: Collection[str]) -> None:
    """Take what was seen in another copy of the same folder, but for the files that changed."""
    qms.fact_as(_kept, _without(other.fact(_kept), changed))
    qms.fact_as(_kept_with, _without(other.fact(_kept_with), changed))


def _without(seen: Mapping[L, Mapping[str, T]], changed: Collection[str]) -> dict[L, dict[str, T]]:
    return {
        look: {path: found[path] for path in found if path not in changed}
        for look, found in seen.items()
    }


def _kept_with(_: Qms) -> dict[Callable[..., Any], dict[str, tuple[tuple[Any, ...], Any]]]:
    """What was seen already, with what was given: by the look, and by the path of the document."""
    return {}


def _kept(_: Qms) -> dict[Callable[[Information], Any], dict[str, Any]]:
    """What was seen already: by the look, and by the path of the document."""
    return {}


kept_looks = (_kept, _kept_with)
"""What was seen in documents, which is the same on every day."""
