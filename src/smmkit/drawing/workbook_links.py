"""What a cell of a workbook leads to, beside it in the same folder."""

from __future__ import annotations

from typing import Any

from xlsxwriter.url import Url


def beside(place: str, said: str) -> Any:
    """A link to a file, with strokes that every program follows: those of Windows lead nowhere elsewhere.

    Why the private call: xlsxwriter writes a stroke as it is for what a picture leads to alone, and has no
    public way to ask the same for a cell. `tests/bundle/test_links.py` sees whether it still does.
    """
    url = Url(f"external:{place}")
    url.text = said
    url._set_object_link()
    return url
