"""What a PDF said before it was changed: changes that are added at its end leave the old text in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from typing import Final

from smmkit.office.pdf import opened
from smmkit.office.pdf_strings import strings
from smmkit.office.zipped import OfficeError

Found = tuple[tuple[str, ...], str, str]
END: Final = re.compile(rb"%%EOF[ \t]{0,4}\r?\n?")
MOST: Final = 12
MOST_PAGES: Final = 200
"""So many earlier ones are looked at, the newest first, and so many pages of each."""


def earlier(data: bytes, said: Collection[str]) -> tuple[list[Found], bool]:
    """The texts that stood in earlier revisions and not in `said`; and whether there are more to look at.

    Why: a name that was blacked out by an editor, or a page that was taken away, can be had back by
    who cuts the file off where it once ended.
    """
    ends = [match.end() for match in END.finditer(data)]
    former = [end for end in ends[:-1] if data[end:].strip()]
    lines = {line.strip() for text in said for line in text.splitlines()}
    found: dict[str, int] = {}
    for number, end in reversed(list(enumerate(former[-MOST:], max(1, len(former) - MOST + 1)))):
        for text in texts_of(data[:end]):
            gone = [
                line for line in text.splitlines() if line.strip() and line.strip() not in lines
            ]
            if gone:
                found.setdefault("\n".join(gone), number)
    return [(("revision", str(n)), text, "") for text, n in found.items()], len(former) > MOST


def texts_of(data: bytes) -> Iterator[str]:
    """The texts of a file as it once was; none where it never was whole, as in a PDF for the web."""
    with suppress(OfficeError):
        document = opened(data)
        try:
            for number in range(min(len(document), MOST_PAGES)):
                with suppress(Exception):
                    yield str(document[number].get_textpage().get_text_range())
        finally:
            document.close()
        yield from (text for _, text, _ in strings(data)[0])
