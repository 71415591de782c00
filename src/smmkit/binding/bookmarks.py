"""The bookmarks of a PDF, as they stand in one another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Add = Callable[[bytes], int]
Lay = Callable[[int, bytes], None]


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark: its text (bytes stand in a PDF already), its page (0 is the first), what is below."""

    text: str | bytes
    page: int
    below: tuple[Bookmark, ...] = ()
    place: bytes = b"/Fit"
    opened: bool = False

    @property
    def shown(self) -> int:
        """How many bookmarks are seen below it, once it is opened."""
        return sum(1 + (one.shown if one.opened else 0) for one in self.below)


def outline(
    bookmarks: Sequence[Bookmark], pages: Sequence[int], top: int, take: Callable[[], int], lay: Lay
) -> None:
    """Lay down bookmarks below the object `top`; `take` gives free numbers."""
    numbers = below(bookmarks, pages, top, take, lay)
    seen = sum(1 + (one.shown if one.opened else 0) for one in bookmarks)
    ends = (
        b"/First %d 0 R/Last %d 0 R/Count %d" % (numbers[0], numbers[-1], seen) if numbers else b""
    )
    lay(top, b"<</Type/Outlines%s>>" % ends)


def below(
    bookmarks: Sequence[Bookmark],
    pages: Sequence[int],
    parent: int,
    take: Callable[[], int],
    lay: Lay,
) -> list[int]:
    """Lay down bookmarks, and all below them; the answer is their numbers."""
    numbers = [take() for _ in bookmarks]
    for n, one in enumerate(bookmarks):
        kids = below(one.below, pages, numbers[n], take, lay)
        body = b"<</Parent %d 0 R/Title%s/Dest[%d 0 R%s]" % (
            parent,
            one.text if isinstance(one.text, bytes) else written(one.text),
            pages[one.page],
            one.place if one.place.startswith(b"/") else b"/Fit",
        )
        if n:
            body += b"/Prev %d 0 R" % numbers[n - 1]
        if n + 1 < len(numbers):
            body += b"/Next %d 0 R" % numbers[n + 1]
        if kids:
            count = one.shown if one.opened else -one.shown
            body += b"/First %d 0 R/Last %d 0 R/Count %d" % (kids[0], kids[-1], count)
        lay(numbers[n], body + b">>")
    return numbers


def written(text: str) -> bytes:
    """A text as a PDF has it, whatever letters it has."""
    return b"<FEFF" + text.encode("utf-16-be", "replace").hex().upper().encode() + b">"
