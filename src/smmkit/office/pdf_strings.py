"""What a PDF says beside its pages: bookmarks, links, descriptions, layers, fields, properties."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any, Final

from smmkit.office.pdf import refuse_burst

Found = tuple[tuple[str, ...], str, str]
MOST, DEEPEST, LONGEST = 200_000, 12, 200_000
"""Objects of a file, dictionaries within dictionaries, and letters of a text that are looked at."""

MUTE: Final = frozenset(
    {
        *("/ID", "/DA", "/CharSet", "/Panose", "/Registry", "/Ordering", "/Lang", "/FontFamily"),
        *("/CreationDate", "/ModDate", "/M", "/Producer", "/Cert", "/ByteRange", "/CheckSum"),
        *("/Author", "/StmF", "/StrF", "/O", "/U", "/OE", "/UE", "/Perms"),
    }
)
"""What programs write for programs; who made a file is taken elsewhere."""

METADATA: Final = frozenset({"/Metadata", "/XML"})
TAG: Final = re.compile(r"<[^<>]*>")


LARGE: Final = 1 << 20
"""Bytes that draw something."""


class TooManyError(Exception):
    """A file holds more objects than are looked at."""


def strings(data: bytes) -> tuple[list[Found], list[tuple[str, str]]]:
    """Every text of a PDF that stands on no page, and whether some could not be read."""
    import pikepdf

    found: dict[tuple[str, str], None] = {}
    is_hiding = False
    try:
        with pikepdf.open(io.BytesIO(data), attempt_recovery=True) as pdf:
            for number, one in enumerate(pdf.objects):
                if number >= MOST:
                    raise TooManyError
                for key, text in (*within(one, "", 0), *described(one)):
                    found[key, text] = None
                is_hiding = is_hiding or hides_some(one)
            found |= dict.fromkeys(within(pdf.trailer.get("/Info", ""), "", 0))
            refuse_burst(pdf)
    except TooManyError:
        return named_texts(found), [("long", "")]
    except Exception:  # noqa: BLE001 - a reader may stumble in any way over bytes
        return named_texts(found), [("part", "PDF")]
    return named_texts(found), [("part", "ObjStm")] if is_hiding else []


def hides_some(one: Any) -> bool:
    """Whether a stream of objects does not hold as many as it says: then others than these are read."""
    import pikepdf

    if not isinstance(one, pikepdf.Stream) or one.get("/Type") != "/ObjStm":
        return False
    try:
        head = one.read_bytes()[: int(one.First)].split()
        return len(head) != 2 * int(one.N) or not all(map(bytes.isdigit, head))
    except Exception:  # noqa: BLE001 - a reader may stumble in any way over bytes
        return True


def not_shown(data: bytes, blank: Sequence[int]) -> list[int]:
    """Of pages on which nothing was seen, those that are not blank: what draws them could not be read.

    Why: a page that is packed in a way of which one program gives up is read by another.
    """
    import pikepdf

    if not blank:
        return []
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return [number for number in blank if not is_blank(pdf.pages[number])]
    except Exception:  # noqa: BLE001 - a reader may stumble in any way over bytes
        return [*blank]


def is_blank(page: Any) -> bool:
    """Whether what draws a page can be read, and is next to nothing."""
    import pikepdf

    held = page.obj.get("/Contents", ())
    streams = [held] if isinstance(held, pikepdf.Stream) else [*held]
    level = pikepdf.StreamDecodeLevel.specialized
    try:
        return sum(len(one.read_bytes(level)) for one in streams) < LARGE
    except Exception:  # noqa: BLE001 - a reader may stumble in any way over bytes
        return False


def named_texts(found: dict[tuple[str, str], None]) -> list[Found]:
    """The texts, each with the name that the file has for its place."""
    return [(("property", key.lstrip("/")), text, "") for key, text in found]


def within(one: Any, key: str, depth: int) -> Iterator[tuple[str, str]]:
    """The texts in an object, and in what lies in it; objects that it names are asked by themselves."""
    import pikepdf

    if depth > DEEPEST or key in MUTE or (depth and getattr(one, "is_indirect", False)):
        return
    match one:
        case pikepdf.String():
            text = str(one)[:LONGEST]
            if len(text.strip()) > 3:
                yield key or "text", TAG.sub("", text) if key == "/RC" else text
        case pikepdf.Array():
            for each in one:
                yield from within(each, key, depth + 1)
        case pikepdf.Dictionary() | pikepdf.Stream():
            for name, each in one.items():
                yield from within(each, str(name), depth + 1)


def described(one: Any) -> Iterator[tuple[str, str]]:
    """What a stream of metadata, or a script in one, says, also where it is packed."""
    import pikepdf

    if not isinstance(one, pikepdf.Stream) or METADATA.isdisjoint(
        {str(one.get("/Type")), str(one.get("/Subtype"))}
    ):
        return
    with suppress(pikepdf.PdfError, pikepdf.DataDecodingError):
        text = one.read_bytes()[:LONGEST].decode("utf-8", "replace")
        yield "XMP", TAG.sub(" ", text)
