"""What smm has made inside a QMS when it was asked to: the list of it, which git does not see."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from pathlib import Path

from smmkit.files.plain_file import plain_bytes
from smmkit.layout import DOCUMENT_ENDS, OURS

MADE = f"{OURS}/made"
"""The folder of the list."""

LIST = f"{MADE}/list.json"


def made_in(root: Path) -> dict[str, list[str]]:
    """The checksums of each file that smm has made here: what it wrote last, and before that."""
    with suppress(OSError, ValueError, AttributeError, TypeError):
        noted = json.loads(plain_bytes(root / LIST))
        return {str(path): [str(text) for text in sums] for path, sums in noted.items()}
    return {}


def is_product(root: Path, path: str, made: dict[str, list[str]]) -> bool:
    """Whether a file is as smm has made it last: drawn from the folder, and no change of it."""
    if path not in made or path.endswith(DOCUMENT_ENDS):
        return False
    with suppress(OSError):
        return hashlib.sha256(plain_bytes(root / path)).hexdigest() in made[path][:1]
    return False
