"""What a picture says of itself: where it was taken, by whom, and notes that programs keep in it."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import Any, Final

NAMES: Final = {
    270: "ImageDescription",
    315: "Artist",
    316: "HostComputer",
    33432: "Copyright",
    40091: "XPTitle",
    40092: "XPComment",
    40093: "XPAuthor",
    40094: "XPKeywords",
    40095: "XPSubject",
    37510: "UserComment",
    42032: "CameraOwnerName",
}
EXIF: Final = 0x8769
GPS: Final = 0x8825
PEOPLE: Final = frozenset({"Artist", "XPAuthor", "CameraOwnerName", "Author"})
"""Notes that name who made a picture."""

PLACE: Final = "GPS"
MAX_LETTERS: Final = 100_000


def said_by(data: bytes) -> Iterator[tuple[str, str]]:
    """The notes in a picture, each by its name; nothing where it cannot be read."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as picture:
                said = list(notes(picture))
    except Exception:  # noqa: BLE001 - a reader may stumble in any way over bytes
        return
    yield from said


def notes(picture: Any) -> Iterator[tuple[str, str]]:
    """The notes of an opened picture; it is not decoded."""
    exif = picture.getexif()
    for tags in (exif, exif.get_ifd(EXIF)):
        for tag, value in tags.items():
            if tag in NAMES and (text := text_of(value)):
                yield NAMES[tag], text
    if place := {tag: value for tag, value in exif.get_ifd(GPS).items() if tag in {1, 2, 3, 4}}:
        yield PLACE, " ".join(str(place[tag]) for tag in sorted(place))
    for key, value in picture.info.items():
        if (
            key not in {"exif", "icc_profile"}
            and isinstance(value, str | bytes)
            and (text := text_of(value))
        ):
            yield str(key), text


def text_of(value: Any) -> str:
    """A note as text."""
    if isinstance(value, bytes):
        wide = value.count(b"\0") * 3 > len(value)
        value = value.decode("utf-16-le" if wide else "utf-8", "replace")
    return str(value)[:MAX_LETTERS].replace("\0", "").strip()
