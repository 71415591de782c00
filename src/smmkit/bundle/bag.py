"""A bag (BagIt 1.0, RFC 8493): files that carry their own list of checksums."""

from __future__ import annotations

import hashlib
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from smmkit.errors import SmmError
from smmkit.words import Message, say

Content = bytes | Callable[[], bytes]
"""What a file holds: its bytes, or a call that gives them, such as `file.read_bytes`.

Why: with calls only one file is in memory at a time, whatever the whole weighs.
"""

MAX_PATH = 100
"""Characters of a path in the bag; in a zip its top folder counts too."""

MAX_NAME = 64
"""Characters of a path below `data/`; what is left of MAX_PATH is for the top folder."""

MAX_FOLDER = 20
"""Characters of one folder's name in a path that is made safe."""

FORBIDDEN = re.compile(r'[^ -~]|[<>:"|?*\\%]')
"""What Windows refuses in a name, `%`, which BagIt tools read in two ways, and all but ASCII."""

RESERVED = frozenset(
    [
        "CON",
        "PRN",
        "AUX",
        "NUL",
        *(port + digit for port in ("COM", "LPT") for digit in "0123456789"),
    ]
)
"""Names that are devices to Windows, whatever the extension."""

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that a zip can say; every file has it."""

Put = Callable[[str, bytes], None]
"""Lays one file, by its path in the bag, where the bag is being made."""


def write(
    path: Path,
    payload: Mapping[str, Content],
    info: Sequence[tuple[str, str]] = (),
    tags: Mapping[str, bytes] | None = None,
) -> str:
    """Make a bag, as one zip if PATH ends in .zip, else as a folder; the answer is its identity.

    `payload` is what goes below `data/`; `info` are the lines of bag-info.txt, to which the count
    of the payload is added; `tags` lie beside `data/`. The identity is the SHA-512 of the tag
    manifest, 128 hexadecimal digits: it depends on every file, but not on the name of the bag.

    Why: the bag is made beside its place and renamed into it, so an interrupt leaves nothing half.

    Raises:
        SmmError: PATH holds something, a name is not safe (`safe_names` mends that), there is no
            payload, or the disk refuses.
    """
    path = path.absolute()
    zipped = path.suffix.lower() == ".zip"
    tags = tags or {}
    if not payload:
        raise SmmError(say("there is nothing to put into the bundle"))
    check_free(path, zipped)
    names = [*(f"data/{name}" for name in payload), *tags, *OWN]
    check_names([f"{path.stem}/{name}" for name in names] if zipped else names)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".smm-", dir=path.parent) as room:
            draft = Path(room, path.name)
            data = b""
            with (zip_at if zipped else folder_at)(draft) as put:
                for name, data in files(payload, info, tags):
                    put(name, data)
            if path.is_dir():
                path.rmdir()
            draft.rename(path)
    except OSError as error:
        raise SmmError(
            say("{path} cannot be written: {reason}", path=str(path), reason=str(error))
        ) from error
    return hashlib.sha512(data).hexdigest()


OWN = ("bag-info.txt", "bagit.txt", "manifest-sha512.txt", "tagmanifest-sha512.txt")
"""The tag files that every bag of ours has."""


def files(
    payload: Mapping[str, Content], info: Sequence[tuple[str, str]], tags: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes]]:
    """Every file of the bag, the payload first, by name; the last one is the tag manifest."""
    size, sums = 0, {}
    for name in sorted(payload):
        content = payload[name]
        data = content if isinstance(content, bytes) else content()
        size += len(data)
        sums[f"data/{name}"] = hashlib.sha512(data).hexdigest()
        yield f"data/{name}", data
    lines = [*info, ("Payload-Oxum", f"{size}.{len(sums)}")]
    beside = {
        **tags,
        "bag-info.txt": "".join(
            f"{key}: {' '.join(text.split())}\n" for key, text in lines
        ).encode(),
        "bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "manifest-sha512.txt": listing(sums),
    }
    yield from sorted(beside.items())
    tag_sums = {name: hashlib.sha512(data).hexdigest() for name, data in beside.items()}
    yield "tagmanifest-sha512.txt", listing(tag_sums)


def listing(sums: Mapping[str, str]) -> bytes:
    """A manifest as `sha512sum -c` reads it: checksum, two spaces, path, a line feed."""
    return "".join(f"{sums[path]}  {path}\n" for path in sorted(sums)).encode()


@contextmanager
def zip_at(path: Path) -> Iterator[Put]:
    """A zip being made, everything in one folder that is named as the zip is.

    Why: nothing in it is compressed. The bytes that deflate gives differ from one build of zlib to
    the next; stored bytes are the same on every machine, so two people who make the same bundle
    can compare the zip itself. PDF, XLSX and scans, nearly all of a bundle, are compressed already.
    """
    with zipfile.ZipFile(path, "x", zipfile.ZIP_STORED) as archive:

        def put(name: str, data: bytes) -> None:
            entry = zipfile.ZipInfo(f"{path.stem}/{name}", EPOCH)
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, data)

        yield put


@contextmanager
def folder_at(path: Path) -> Iterator[Put]:
    """A folder being made."""

    def put(name: str, data: bytes) -> None:
        file = path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)

    yield put


def check_free(path: Path, zipped: bool) -> None:
    """Nothing lies at PATH, or an empty folder where a folder is to be made.

    Raises:
        SmmError: something does; nothing is ever overwritten.
    """
    if not path.exists() and not path.is_symlink():
        return
    if zipped or path.is_symlink() or not path.is_dir():
        raise SmmError(say("{path} exists already; name another place", path=str(path)))
    if any(path.iterdir()):
        raise SmmError(say("{path} is not empty; name another place", path=str(path)))


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


def is_reserved(part: str) -> bool:
    """Whether a part of a path is a device to Windows."""
    return part.partition(".")[0].rstrip().upper() in RESERVED


def folders_of(path: str) -> list[str]:
    """Every folder that a path goes through, outermost first."""
    parts = path.split("/")
    return ["/".join(parts[:depth]) for depth in range(1, len(parts))]
