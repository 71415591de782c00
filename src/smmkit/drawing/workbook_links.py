"""What a cell of a workbook leads to: a file beside it in the same folder, or a place of its own."""

from __future__ import annotations

from typing import Any

from xlsxwriter.url import Url


def leading(to: str, said: str) -> Any:
    """A link to a mark of the workbook, or to a file, with strokes that every program follows: those of
    Windows lead nowhere elsewhere. What leads to a page of a PDF leads to the file here: no program for
    workbooks knows pages.

    Why the private call: xlsxwriter writes a stroke as it is for what a picture leads to alone, and has no
    public way to ask the same for a cell. `tests/bundle/test_links.py` sees whether it still does.
    """
    place, _, mark = to.partition("#")
    url = Url(f"external:{place}" if place else f"internal:{mark}")
    url.text = said
    if place:
        url._set_object_link()
    return url
