"""One PDF that `typeset` has made, taken apart into its objects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from smmkit.binding.tokens import REFERENCE, apart, end_of_text

STREAM = b"\nstream\n"
TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)", re.DOTALL)
NUMBERED = re.compile(rb"(\d+) (\d+) 0 R")
NAMED = re.compile(rb"\((?:[^()\\])*\)(\d+) 0 R")
LINK = re.compile(rb"/Dest (\d+) 0 R|/Dest\[(\d+) 0 R([^\]]*)\]")


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the outline: its text as the PDF has it, its page (0 is the first), what is below."""

    text: bytes
    page: int
    place: bytes
    below: tuple[Heading, ...] = ()


class Paper:
    """The objects of a PDF, by their numbers.

    Why: typst writes one plain table of objects, and nothing packed into streams. What is not so is a
    fault of ours (the version of typst is fixed), so it is a RuntimeError.
    """

    def __init__(self, data: bytes) -> None:
        found = None
        for found in TRAILER.finditer(data, max(0, len(data) - 1024)):  # noqa: B007 - the last one counts
            pass
        if found is None:
            raise RuntimeError("this is no PDF of typst")
        self.root = number_of(found[1], b"/Root")
        self.described = number_of(found[1], b"/Info")
        self.objects = dict(objects(data, int(found[2])))

    def __len__(self) -> int:
        return len(self.pages)

    @cached_property
    def catalogue(self) -> bytes:
        """What leads to everything else."""
        return self.objects[self.root]

    @cached_property
    def tree(self) -> int:
        """The number of the object that all pages are below."""
        return number_of(self.catalogue, b"/Pages")

    @cached_property
    def pages(self) -> list[int]:
        """The number of each page, in order."""
        kids = re.search(rb"/Kids\[([^\]]*)\]", self.objects[self.tree])
        numbers = [int(m[1]) for m in REFERENCE.finditer(kids[1])] if kids else []
        if any(b"/Kids" in self.objects[number] for number in numbers):
            raise RuntimeError("the pages of a PDF lie in groups")
        return numbers

    @cached_property
    def structure(self) -> int:
        """The number of the object that says what is read in which order."""
        return number_of(self.catalogue, b"/StructTreeRoot")

    @cached_property
    def lists(self) -> frozenset[int]:
        """What a sewn PDF has of its own: the lists of pages and headings; also the pages and tops."""
        headings = [n for n, body in self.objects.items() if b"/Title" in body and is_heading(body)]
        ends = [n for n, body in self.objects.items() if b"/Type/Outlines" in body[:20]]
        own = {self.root, self.tree, self.structure, self.described}
        return frozenset({*own, *self.pages, *self.parts(), *headings, *ends})

    def parts(self) -> list[int]:
        """What stands at the top of the structure."""
        found = re.search(rb"/K\[([^\]]*)\]", self.objects[self.structure])
        return [int(m[1]) for m in REFERENCE.finditer(found[1])] if found else []

    def parents(self) -> list[tuple[int, int]]:
        """For each page and link, by its own count, the object that says where it belongs."""
        found = re.search(rb"/ParentTree<</Nums\[(.*?)\]>>", self.objects[self.structure])
        pairs = [(int(m[1]), int(m[2])) for m in NUMBERED.finditer(found[1])] if found else []
        if found and b" ".join(b"%d %d 0 R" % pair for pair in pairs) != found[1].strip():
            raise RuntimeError("the list of parents of a PDF is not plain")
        return pairs

    def names(self) -> list[tuple[bytes, int]]:
        """The names of the cells that others refer to."""
        found = re.search(rb"/IDTree<</Names\[(.*?)\]>>", self.objects[self.structure], re.DOTALL)
        return [
            (m[0][: m[0].rindex(b")") + 1], int(m[1]))
            for m in (NAMED.finditer(found[1]) if found else ())
        ]

    def roles(self) -> dict[bytes, bytes]:
        """What own sorts of parts count as."""
        found = re.search(rb"/RoleMap<<([^>]*)>>", self.objects[self.structure])
        words = found[1].split(b"/")[1:] if found else []
        return dict(zip(words[::2], words[1::2], strict=True))

    def outline(self) -> tuple[Heading, ...]:
        """The headings, as they stand in one another."""
        top = re.search(rb"/Outlines (\d+) 0 R", self.catalogue)
        return tuple(self._below(int(top[1]))) if top else ()

    def _below(self, number: int) -> Iterator[Heading]:
        following = re.search(rb"/First (\d+) 0 R", plain(self.objects[number]))
        while following:
            own = int(following[1])
            body = self.objects[own]
            bare = plain(body)
            page, place = self._place(bare)
            yield Heading(title(body), page, place, tuple(self._below(own)))
            following = re.search(rb"/Next (\d+) 0 R", bare)

    def _place(self, bare: bytes) -> tuple[int, bytes]:
        """The page and the place on it that an entry of the outline leads to."""
        found = LINK.search(bare)
        if found and found[1]:
            found = re.search(rb"()\[(\d+) 0 R([^\]]*)\]", self.objects[int(found[1])])
        if not found or int(found[2]) not in self.pages:
            return 0, b"/Fit"
        return self.pages.index(int(found[2])), found[3].strip()


def objects(data: bytes, table: int) -> Iterator[tuple[int, bytes]]:
    """Each object by its number, as the table at the end says it."""
    head = re.compile(rb"xref\s+0 (\d+)\s+").match(data, table)
    if head is None:
        raise RuntimeError("the table of a PDF is not plain")
    rows = data[head.end() : head.end() + 20 * int(head[1])]
    places = {
        n: int(rows[20 * n : 20 * n + 10])
        for n in range(int(head[1]))
        if rows[20 * n + 17 : 20 * n + 18] == b"n"
    }
    ends = dict(zip(sorted(places.values()), [*sorted(places.values())[1:], table], strict=True))
    for number, place in places.items():
        begin = b"%d 0 obj\n" % number
        body = data[place : ends[place]].rstrip()
        if not body.startswith(begin) or not body.endswith(b"\nendobj"):
            raise RuntimeError("an object of a PDF is not where the table says")
        yield number, body[len(begin) : -len(b"\nendobj")]


def number_of(data: bytes, name: bytes) -> int:
    """The number of the object that a name leads to."""
    found = re.search(name + rb" (\d+) 0 R", plain(data))
    if found is None:
        raise RuntimeError(f"a PDF has no {name.decode()}")
    return int(found[1])


def plain(data: bytes) -> bytes:
    """An object without its texts, in which names could be looked for in vain."""
    return b"".join(b"()" if is_text else piece for is_text, piece in apart(data))


def title(data: bytes) -> bytes:
    """The text of an entry of the outline, in its brackets."""
    at = data.index(b"/Title") + len(b"/Title")
    at += len(data[at:]) - len(data[at:].lstrip())
    return data[
        at : end_of_text(data, at) if data[at : at + 1] == b"(" else data.index(b">", at) + 1
    ]


def is_heading(data: bytes) -> bool:
    """Whether an object is an entry of the outline."""
    return data.startswith(b"<</Parent ") and b"/Title" in plain(data)
