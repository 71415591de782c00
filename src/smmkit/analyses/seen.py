"""What is seen in a document by itself, whatever else the folder says: looked for once, and kept.

Why: a folder that is tried again and again with one document changed has not to be read anew as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, TypeVar, cast

from smmkit.documents import Information
from smmkit.qms import Qms

T = TypeVar("T")


def seen_in(qms: Qms, document: Information, look: Callable[[Information], T]) -> T:
    """What a look at a document gives; the look must ask nothing but the document."""
    kept = qms.fact(_kept).setdefault(look, {})
    if document.path not in kept:
        kept[document.path] = look(document)
    return cast("T", kept[document.path])


def seen_before(qms: Qms, other: Qms, changed: Collection[str]) -> None:
    """Take what was seen in another copy of the same folder, but for the files that changed."""
    qms.fact_as(
        _kept,
        {
            look: {path: found[path] for path in found if path not in changed}
            for look, found in other.fact(_kept).items()
        },
    )


def _kept(_: Qms) -> dict[Callable[[Information], Any], dict[str, Any]]:
    """What was seen already: by the look, and by the path of the document."""
    return {}
