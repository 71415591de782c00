"""Where things lie in the folder of a QMS, and what holds where it says nothing."""

import os
import re
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

HOME = "qms.yaml"
"""The file that makes a folder a QMS."""

DOCUMENT_ENDS = (".yaml", ".yml", ".md")
"""How the name of a document ends."""

ISSUED = "issued/"
"""The folder of approved texts, kept as they were: `issued/<id>/<version>/`."""

DEFAULT_ZONE = "Asia/Makassar"
"""The time zone of an agency that names none."""

DEFAULT_STANDARD = "iso9001-2015"
"""The standard of a QMS that names none."""

OURS = ".smm"
"""The folder of what smm keeps for itself; no document lies there."""

WRITING = f"{OURS}/writing"
"""Where a verb keeps what it is about to change; gone when it is done."""

BASELINE = f"{OURS}/baseline.yaml"
"""The old faults that a check passes over."""


def has_home(folder: Path) -> bool:
    """Whether this folder is a QMS: it has a qms.yaml. Never raises."""
    return os.path.isfile(folder / HOME)  # noqa: PTH113


MANY = 500
"""So many entries of a folder are looked at, to see whether a QMS lies in one of them."""

OTHERWISE = re.compile(r"qms\.ya?ml(?:\.(?:txt|text|docx?|rtf|odt))?", re.IGNORECASE)


def entries_in(folder: Path) -> list[str]:
    """What lies in a folder, but for what is hidden."""
    with os.scandir(folder) as entries:
        return sorted(e.name for e in islice(entries, MANY) if not e.name.startswith("."))


def homes_below(folder: Path) -> list[str]:
    """The names of the folders in this one that are a QMS."""
    return [name for name in entries_in(folder) if has_home(folder / name)]


def ways(path: str) -> list[str]:
    """The folders on the way to a file, from the top down, and the file."""
    return [path[:end] for end, sign in enumerate(path) if sign == "/"] + [path]


def home_otherwise(names: Iterable[str]) -> str | None:
    """The name under which an editor or a person has saved qms.yaml otherwise: qms.yaml.txt, qms.yml."""
    return next((name for name in names if name != HOME and OTHERWISE.fullmatch(name)), None)
