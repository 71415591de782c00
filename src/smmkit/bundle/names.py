"""Names that every computer can read: short, ASCII, unique without regard to case."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from smmkit.errors import SmmError
from smmkit.files.portable import is_reserved
from smmkit.words import Message, say

MAX_PATH = 100
"""Characters of a path in the bag; in a zip its top folder counts too."""

MAX_NAME = 64
"""Characters of a path below `data/`; what is left of MAX_PATH is for the top folder."""

MAX_TOP = 30
"""Characters of the top folder that a bundle of ours has in its zip."""

MAX_FOLDER = 20
"""Characters of one folder's name in a path that is made safe."""

FORBIDDEN = re.compile(r'[^ -~]|[<>:"|?*\\%]')
"""What Windows refuses in a name, `%`, which BagIt tools read in two ways, and all but ASCII."""


def check_names(paths: Iterable[str]) -> None:
    """Every path can be carried by every system, and none takes the place of another.

    Raises:
        SmmError: one cannot, or does.
    """
    files = sorted(paths)
    folders = {folder.lower(): path for path in files for folder in folders_of(path)}
    seen: dict[str, str] = {}
    for path in files:
        if fault := name_fault(path):
            raise SmmError(fault)
        other = seen.get(path.lower()) or folders.get(path.lower())
        if other:
            raise SmmError(
                say(
                    "{path} and {other} are one name to Windows; rename one", path=path, other=other
                )
            )
        seen[path.lower()] = path


def name_fault(path: str) -> Message | None:
    """Why a path cannot be carried by every system, or None."""
    parts = path.split("/")
    if FORBIDDEN.search(path):
        return say(
            "{path} holds a character that not every system carries; use letters, digits, hyphens",
            path=ascii(path)[1:-1],
        )
    if {"", ".", ".."}.intersection(parts):
        return say("{path} does not lead to one place; write it without dots alone", path=path)
    if any(part.endswith((".", " ")) for part in parts):
        return say(
            "{path} has a part that ends in a dot or a space, which Windows drops", path=path
        )
    if any(is_reserved(part) for part in parts):
        return say(
            "{path} has a part that is a device to Windows, as CON or NUL; rename it", path=path
        )
    if len(path) > MAX_PATH:
        return say(
            "{path} has {n} characters, and Windows is sure of {limit} only; shorten it",
            path=path,
            n=len(path),
            limit=MAX_PATH,
        )
    return None


def safe_names(wished: Iterable[str], limit: int = MAX_NAME) -> list[str]:
    """For each wished path, in order, one that every system can carry and that is given once.

    The same wishes always get the same names; of two that are alike the later one is numbered.
    """
    tidy = [safe_name(path, limit) for path in wished]
    taken = {folder.lower() for path in tidy for folder in folders_of(path)}
    names = []
    for path in tidy:
        name, n = path, 1
        while name.lower() in taken:
            n += 1
            name = numbered(path, n, limit)
        taken.add(name.lower())
        names.append(name)
    return names


def safe_name(path: str, limit: int = MAX_NAME) -> str:
    """A path in letters, digits, `.`, `_` and `-`, at most `limit` (40 or more) characters long.

    Folders that leave too little room for the name of the file are dropped, the innermost first.
    """
    parts = [part for part in re.split(r"[/\\]", path) if part.strip(". ")]
    *folders, file = parts or [""]
    above = ""
    for folder in folders:
        deeper = f"{above}{safe_part(folder, MAX_FOLDER)}/"
        if len(deeper) > limit - MAX_FOLDER:
            break
        above = deeper
    return above + safe_part(file, limit - len(above))


def words_of(title: str, width: int = 30) -> str:
    """The first words of a title, for the name of a file; none where it has no Latin letters."""
    letters = (c for c in unicodedata.normalize("NFKD", title) if not unicodedata.combining(c))
    found = ""
    for word in re.findall(r"[a-z0-9]+", "".join(letters).lower()):
        longer = f"{found}-{word}".lstrip("-")
        if len(longer) > width:
            break
        found = longer
    return found


def safe_part(text: str, width: int) -> str:
    """One part of a path; its extension, the accents' letters and its beginning are kept."""
    letters = (c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    part = re.sub(r"[^A-Za-z0-9._]+", "-", "".join(letters)).rstrip("-.")
    stem, end = split_extension(part)
    stem = re.sub(r"[-.]{2,}", "-", stem).strip("-.") or "file"
    if is_reserved(stem):
        stem = f"_{stem}"
    return stem[: width - len(end)].rstrip("-.") + end


def numbered(path: str, n: int, limit: int) -> str:
    """The path with a number before its extension, no longer than before it may be."""
    above, slash, file = path.rpartition("/")
    stem, end = split_extension(file)
    tail = f"-{n}{end}"
    room = limit - len(above) - len(slash) - len(tail)
    return above + slash + stem[:room].rstrip("-.") + tail


def split_extension(part: str) -> tuple[str, str]:
    """What stands before the extension, and the extension with its dot; empty if there is none."""
    stem, dot, end = part.rpartition(".")
    return (stem, dot + end) if dot and end.isalnum() and len(end) <= 8 else (part, "")


def folders_of(path: str) -> list[str]:
    """Every folder that a path goes through, outermost first."""
    parts = path.split("/")
    return ["/".join(parts[:depth]) for depth in range(1, len(parts))]
