"""The number of a page in the whole, put on a page that was set without it."""

from __future__ import annotations

import re
from collections.abc import Callable

from smmkit.binding.paper import STREAM, Paper
from smmkit.binding.tokens import Renaming

RESOURCES = re.compile(rb"/Resources (\d+) 0 R")
CONTENTS = re.compile(rb"/Contents (\d+) 0 R")
BOX = re.compile(rb"/MediaBox(\[[^\]]*\])")
FILTERED = re.compile(rb"/Filter(/\w+|\[[^\]]*\])")
DRAWN = b"<</Length 18>>" + STREAM + b"Q q /SmmPage Do Q\n" + b"\nendstream"

Add = Callable[[bytes], int]


class Stamps:
    """The pages of a PDF as drawings, to be put one by one onto the pages of others."""

    def __init__(self, paper: Paper, add: Add) -> None:
        """Lay down all that the drawings need, each once."""
        self._paper = paper
        self._add = add
        self._numbers: dict[int, int] = {}
        self._renamed = Renaming(self._number, 0, b"")
        self._drawn = add(DRAWN)

    def stamped(self, page: bytes, resources: bytes, place: int, before: int) -> bytes:
        """A page with the drawing of its place; what it draws itself stands between `before` and that.

        Why: a page of typst leaves its scale turned over, so the drawing begins from a scale that was
        kept.
        """
        drawing = self._drawing(self._paper.pages[place])
        lists = with_drawing(resources, drawing)
        page = RESOURCES.sub(lambda _: b"/Resources " + lists, page, count=1)
        own = CONTENTS.search(page)
        if own is None:
            raise RuntimeError("a page of a PDF draws nothing")
        contents = b"/Contents[%d 0 R %s 0 R %d 0 R]" % (before, own[1], self._drawn)
        return page.replace(own[0], contents, 1)

    def _drawing(self, leaf: int) -> int:
        body = self._paper.objects[leaf]
        box, own = BOX.search(body), CONTENTS.search(body)
        if box is None or own is None:
            raise RuntimeError("a page of numbers draws nothing")
        lists = self._renamed(self._paper.objects[resources_of(body)])
        head, stream, rest = self._paper.objects[int(own[1])].partition(STREAM)
        filtered = FILTERED.search(head)
        return self._add(
            b"<</Type/XObject/Subtype/Form/BBox%s/Resources %s%s/Length %d>>"
            % (box[1], lists, filtered[0] if filtered else b"", len(rest) - len(b"\nendstream"))
            + stream
            + rest
        )

    def _number(self, old: int) -> int:
        """The number of what a drawing needs, laid down when it is first asked for."""
        if old not in self._numbers:
            head, stream, rest = self._paper.objects[old].partition(STREAM)
            self._numbers[old] = self._add(self._renamed(head) + stream + rest)
        return self._numbers[old]


def resources_of(page: bytes) -> int:
    """The number of the object with the fonts and pictures of a page."""
    found = RESOURCES.search(page)
    if found is None:
        raise RuntimeError("a page of a PDF has no resources of its own")
    return int(found[1])


def with_drawing(resources: bytes, drawing: int) -> bytes:
    """The fonts and pictures of a page, and one more drawing."""
    entry = b"/SmmPage %d 0 R" % drawing
    if b"/XObject<<" in resources:
        return resources.replace(b"/XObject<<", b"/XObject<<" + entry, 1)
    return resources.replace(b"<<", b"<</XObject<<" + entry + b">>", 1)
