"""The names by which office files say what is a line, a cell, a property, a picture."""

from __future__ import annotations

from typing import Final

from smmkit.words import say

BREAKS: Final = frozenset(
    {
        *(
            "p",
            "h",
            "tc",
            "table-cell",
            "si",
            "comment",
            "text",
            "annotation",
            "row",
            "tr",
            "list-item",
        ),
        *(
            "oddHeader",
            "oddFooter",
            "evenHeader",
            "evenFooter",
            "firstHeader",
            "firstFooter",
            "definedName",
        ),
    }
)
ROWS: Final = frozenset({"tr", "table-row", "row"})
CELLS: Final = frozenset({"tc", "table-cell", "covered-table-cell"})
BLANKS: Final = frozenset({"tab", "br", "s", "line-break", "cr"})
TOLD: Final = frozenset(
    {
        "author",
        "descr",
        "title",
        "Target",
        "href",
        "string-value",
        "displayName",
        "userId",
        "creator",
    }
)
"""Attributes that people's words come into."""

AUTHORS: Final = frozenset(
    {"author", "creator", "lastModifiedBy", "initial-creator", "manager", "displayName"}
)
PROPERTIES: Final = ("docProps/", "meta.xml")
LARGE_PICTURE: Final = 50_000
"""Bytes of a picture inside of a file that may show a paper; what is smaller is a logo."""

MAX_LETTERS: Final = 20_000_000
DAMAGED: Final = say("it is damaged, or no file of this sort")
PICTURES: Final = (
    ".jpg",
    ".jpeg",
    ".png",
    ".tif",
    ".tiff",
    ".bmp",
    ".gif",
    ".webp",
    ".emf",
    ".wmf",
    ".heic",
)
QUIET: Final = (
    ".xml",
    ".rels",
    ".vml",
    ".bin",
    ".psmdcp",
    ".odttf",
    ".ttf",
    "mimetype",
    "Thumbnails/thumbnail.png",
)
KNOWN: Final = ("printersettings", "vbaproject", "activex", "thumbnail")
"""Parts that hold no text of people, whatever they end in."""
