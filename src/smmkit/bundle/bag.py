"""A bag (BagIt 1.0, RFC 8493): files that carry their own list of checksums."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from smmkit.bundle import encryption
from smmkit.bundle.names import check_names
from smmkit.errors import SmmError, reason
from smmkit.words import say
from smmkit.writing import drafted, stored

Content = bytes | Callable[[], bytes]
"""What a file holds: its bytes, or a call that gives them, such as `file.read_bytes`.

Why: with calls only one file is in memory at a time, whatever the whole weighs.
"""

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that a zip can say; every file has it."""

Add = Callable[[str, bytes], None]
"""Lays one file, by its path in the bag, where the bag is being made."""


def write(
    path: Path,
    payload: Mapping[str, Content],
    info: Sequence[tuple[str, str]] = (),
    tags: Mapping[str, bytes] | None = None,
    folder: str = "",
    password: str | None = None,
) -> str:
    """Make a bag, as one zip if PATH ends in .zip, else as a folder; the answer is its identity.

    `payload` is what goes below `data/`; `info` are the lines of bag-info.txt, to which the count
    of the payload is added; `tags` lie beside `data/`; `folder` is the one in the zip, else named as
    the zip is; a zip is encrypted where there is a `password`. The identity is the SHA-512 of the tag
    manifest, 128 hexadecimal digits: it depends on every file, but not on the name of the bag.

    Why: the bag is made beside its place and moved there, so an interrupt leaves nothing half.

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
    top = folder or path.stem
    if password is not None:
        encryption.check_count(len(names))
    check_names([f"{top}/{name}" for name in names] if zipped else names)
    try:
        with drafted(path) as draft:
            data = b""
            with zip_at(draft, top, password) if zipped else folder_at(draft) as add:
                for name, data in files(payload, info, tags):
                    add(name, data)
    except OSError as error:
        raise SmmError(
            say("{path} cannot be written: {reason}", path=str(path), reason=reason(error))
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
def zip_at(path: Path, top: str, password: str | None) -> Iterator[Add]:
    """A zip being made, everything in the one folder `top`, encrypted where there is a password.

    Why: nothing in it is compressed. The bytes that deflate gives differ from one build of zlib to
    the next; stored bytes are the same on every machine, so two people who make the same bundle
    can compare the zip itself (an encrypted one is never the same twice). PDF, XLSX and scans,
    nearly all of a bundle, are compressed already.
    """
    with (
        zipfile.ZipFile(path, "x", zipfile.ZIP_STORED)
        if password is None
        else encryption.made(path, password)
    ) as archive:
        entry_of = getattr(archive, "zipinfo_cls", zipfile.ZipInfo)

        def add(name: str, data: bytes) -> None:
            entry = entry_of(f"{top}/{name}", EPOCH)
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, data)

        yield add


@contextmanager
def folder_at(path: Path) -> Iterator[Add]:
    """A folder being made."""

    def add(name: str, data: bytes) -> None:
        file = path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        stored(file, data)

    yield add


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
