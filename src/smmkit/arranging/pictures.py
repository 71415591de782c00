"""Pictures of a sheet, the logo and those in Markdown: made anew, so that nothing else comes along."""

from __future__ import annotations

import io
import json
import posixpath
import warnings
from threading import Lock
from typing import Any, NamedTuple

from smmkit.documents import Information
from smmkit.files.tree import sha256
from smmkit.page import Text
from smmkit.qms import Qms
from smmkit.seals import beside
from smmkit.typesetting.markdown import pictures_in
from smmkit.words import say

ENDS = (".png", ".jpg", ".jpeg")
MOST_BYTES = 20 * 2**20
MOST_PIXELS = 24_000_000
"""What is larger is no picture for paper, and would fill the memory."""

SHARPEST = 1800
"""Pixels of the longer side: 270 an inch across a page, which is what a printer can show."""

HEAVIEST = 1_000_000
"""Bytes of a picture as it is drawn; one that has more is made smaller."""

ALONE = Lock()
"""Sheets are set several at a time, and what is done about warnings holds for all of them."""

POINTS, TALLEST = 0.5, 560
"""How large a pixel is drawn (144 an inch), and how high a picture may stand on a page."""


class Picture(NamedTuple):
    """A picture that can be shown: its bytes, made anew, how wide it is drawn, what is to be said of it."""

    content: bytes
    width: float
    note: Text

    @property
    def name(self) -> str:
        """The name under which a template reads it."""
        return f"{sha256(self.content)[:32]}.json"


def pictures_of(document: Information, qms: Qms) -> dict[str, Picture]:
    """The pictures in the prose of a document that can be shown, by the path that it says."""
    found: dict[str, Picture] = {}
    for path in pictures_in(document.source.prose):
        if made := read(qms, beside(document, path)):
            content, (wide, high) = made
            width = min(wide * POINTS, TALLEST * wide / high)
            is_sealed = beside(document, path) in {beside(document, f) for f in document.attached}
            note = "" if is_sealed else say("This picture is not attached: no approval covers it.")
            found[path] = Picture(content, width, note)
    return found


Made = tuple[bytes, tuple[int, int]]


def read(qms: Qms, path: str) -> Made | None:
    """A PNG or JPEG of the folder, made anew, and its size; None for what is none, or not there.

    Why anew: what a camera wrote into it (place, day, owner) stays at home, and what is broken is
    found here instead of stopping the press.
    """
    if not path.lower().endswith(ENDS) or posixpath.normpath(path) not in qms.tree.paths():
        return None
    try:
        content = qms.tree.read(posixpath.normpath(path))
    except OSError:
        return None
    return clean(content) if len(content) <= MOST_BYTES else None


def clean(content: bytes) -> Made | None:
    """The pixels of a picture alone, no more of them than paper shows; None where it is none."""
    from PIL import Image, ImageOps  # takes a while, and few folders have pictures

    try:
        with ALONE, warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    return None
                is_photo = opened.format == "JPEG"
                opened.draft("RGB", (SHARPEST, SHARPEST))
                opened.thumbnail((SHARPEST, SHARPEST))
                layer = ImageOps.exif_transpose(opened).convert("RGBA")
        flat = Image.new("RGB", layer.size, "white")
        flat.paste(layer, mask=layer.getchannel("A"))
        made = saved(flat, "JPEG" if is_photo else "PNG")
        while len(made) > HEAVIEST:
            flat.thumbnail((flat.width * 2 // 3, flat.height * 2 // 3))
            made = saved(flat, "JPEG")
    except Exception:  # noqa: BLE001 - whatever a broken picture makes the reader say
        return None
    return made, flat.size


def saved(picture: Any, form: str) -> bytes:
    """The bytes of a picture in this format; the same for the same pixels."""
    out = io.BytesIO()
    picture.save(out, form, quality=88)
    return out.getvalue()


def numbers(content: bytes) -> bytes:
    """The bytes as the numbers that typst makes a picture of; its door lets text through alone."""
    return json.dumps(list(content)).encode()
