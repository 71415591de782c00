"""An item of a list that a hyphen too many has cut in two."""

from __future__ import annotations

from typing import Any

from smmkit.location import Step


def is_parted(items: Any, index: int, name: Step) -> bool:
    """Whether an item has nothing but fields that the items above lack, down from the one with this field."""
    seen: set[Any] = set(items[index]) if isinstance(items[index], dict) else set()
    for before in reversed(items[max(0, index - 9) : index]):
        if not isinstance(before, dict) or not seen or seen & before.keys():
            return False
        if name in before:
            return True
        seen |= before.keys()
    return False
