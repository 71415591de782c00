"""What stands beside something that a document names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from smmkit.documents import Information
from smmkit.location import Path


def parts_around(document: Information, steps: Path) -> Iterator[dict[str, Any]]:
    """The parts in which something is named: the entry, and what is in it; without parts the document."""
    here: Any = document.source.values
    found = [here]
    for step in steps[:-1]:
        here = here[step]
        if isinstance(here, dict):
            found.append(here)
    yield from found[1:] or found
