"""What people write where nothing is to be written yet."""

from __future__ import annotations

from typing import Any, Final

from smmkit.corrections.officials import comparable

NOTHING: Final = frozenset(
    ("n/a", "na", "nihil", "tbd", "tba", "menyusul", "belum", "belum ada", "tidak ada")
) | {"belum ditentukan", "akan diisi", "dalam proses"}
"""What people write where nothing is to be written yet."""


def is_nothing(value: Any) -> bool:
    """Whether a value says that there is none yet: `-`, `n/a`, `belum ada`."""
    said = comparable(str(value))
    return said in NOTHING or (
        isinstance(value, str) and not said.strip("._") and value.strip() != ""
    )
