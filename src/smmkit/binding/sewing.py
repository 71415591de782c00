"""Several PDFs as one, with its own bookmarks, numbers of pages, and an order to read it in."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from smmkit.binding.bookmarks import Bookmark, outline
from smmkit.binding.paper import STREAM, Paper
from smmkit.binding.stamping import Stamps, resources_of
from smmkit.binding.tokens import Renaming

TO_PAGE = re.compile(rb"/A<</Type/Action/S/URI/URI\(smm:page/(\d+)\)>>")
COUNTED = re.compile(rb"(<xmpTPg:NPages>)\d+(</xmpTPg:NPages>)")
HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
UPWARD = b"/URI(../"
"""How a paper that lies a folder deeper than the sewn PDF leads to what lies beside that."""

SET_APART = 5
"""Objects at the beginning of the sewn PDF that are its own."""

PAGES, STRUCTURE, WHOLE, OUTLINE, BEFORE = 1, 2, 3, 4, 5


@dataclass(slots=True)
class Cloth:
    """The sewn PDF while it is made: its bytes, and where each object begins."""

    data: bytearray
    places: dict[int, int]
    last: int

    def lay(self, number: int, body: bytes) -> None:
        """Lay down an object."""
        self.places[number] = len(self.data)
        self.data += b"%d 0 obj\n%s\nendobj\n" % (number, body)

    def take(self) -> int:
        """A number that no object has."""
        self.last += 1
        return self.last

    def add(self, body: bytes) -> int:
        """Lay down an object under a number of its own."""
        number = self.take()
        self.lay(number, body)
        return number


def sewn(
    papers: Iterable[Paper], total: int, bookmarks: Sequence[Bookmark], stamps: Paper | None = None
) -> bytes:
    """The PDFs as one of `total` pages; the first gives its description, and leads to pages by `smm:page/N`.

    `stamps` has a page for each, which is drawn over it.
    """
    sewing = Sewing(total, stamps)
    for n, paper in enumerate(papers):
        sewing.sew(paper, front=n == 0)
    return sewing.finish(bookmarks)


class Sewing:
    """What is gathered of each PDF: its pages, the top of its structure, the names in it."""

    def __init__(self, total: int, stamps: Paper | None) -> None:
        self._pages = [SET_APART + 1 + place for place in range(total)]
        self._cloth = Cloth(bytearray(HEAD), {}, SET_APART + total)
        self._sewn = 0
        self._parts: list[int] = []
        self._parents: list[tuple[int, int]] = []
        self._names: list[tuple[bytes, int]] = []
        self._roles: dict[bytes, bytes] = {}
        self._marks = 0
        self._count = 0
        self._kept: dict[bytes, bytes] = {}
        self._stamps = Stamps(stamps, self._cloth.add) if stamps else None
        self._cloth.lay(BEFORE, b"<</Length 2>>" + STREAM + b"q\n\nendstream")

    def sew(self, paper: Paper, front: bool) -> None:
        """Add the pages of a PDF."""
        base, first = self._cloth.last, self._sewn
        own = {paper.tree: PAGES, paper.structure: STRUCTURE}
        own |= {leaf: self._pages[first + place] for place, leaf in enumerate(paper.pages)}
        self._cloth.last += max(paper.objects) + 1
        self._sewn += len(paper)

        def number(old: int) -> int:
            return own.get(old, base + old)

        renamed = Renaming(number, self._marks, b"%05d." % self._count)
        for old, body in paper.objects.items():
            if old not in paper.lists:
                head, stream, rest = body.partition(STREAM)
                if b"/Type/Metadata" in head:
                    if not front:
                        continue
                    head, rest = counted(rest, len(self._pages))
                head = renamed(head)
                if head.startswith(b"<</Type/Annot/Subtype/Link"):
                    head = self._leading(head) if front else head.replace(UPWARD, b"/URI(", 1)
                self._cloth.lay(number(old), head + stream + rest)
        for part in paper.parts():
            self._cloth.lay(number(part), top(renamed(paper.objects[part])))
        for place, leaf in enumerate(paper.pages):
            self._cloth.lay(number(leaf), self._leaf(paper, leaf, renamed, first + place))
        self._gather(paper, renamed, number)
        if front:
            self._keep(paper, number)

    def _leaf(self, paper: Paper, leaf: int, renamed: Renaming, place: int) -> bytes:
        """A page, with its number if there are any."""
        body = paper.objects[leaf]
        page = renamed(body)
        if self._stamps is None:
            return page
        resources = renamed(paper.objects[resources_of(body)])
        return self._stamps.stamped(page, resources, place, BEFORE)

    def _leading(self, link: bytes) -> bytes:
        """A link of the front, leading to the page that it names (1 is the first), if it names one."""
        found = TO_PAGE.search(link)
        if found is None:
            return link
        place = int(found[1])
        link = link.replace(found[0], b"/Dest[%d 0 R/Fit]" % self._pages[place - 1], 1)
        return link.replace(b"(smm:page/%d)" % place, b"(%d)" % place)

    def _gather(self, paper: Paper, renamed: Renaming, number: Callable[[int], int]) -> None:
        self._parts += [number(part) for part in paper.parts()]
        parents = paper.parents()
        self._parents += [(mark + self._marks, number(to)) for mark, to in parents]
        self._marks += max((mark for mark, _ in parents), default=-1) + 1
        self._names += [(renamed.name(name), number(to)) for name, to in paper.names()]
        self._roles |= paper.roles()
        self._count += 1

    def _keep(self, paper: Paper, number: Callable[[int], int]) -> None:
        for name in (b"/Metadata", b"/OutputIntents"):
            found = re.search(name + rb" (\d+) 0 R", paper.catalogue)
            if found is None:
                raise RuntimeError(f"a PDF has no {name.decode()}")
            self._kept[name] = b"%d 0 R" % number(int(found[1]))
        language = re.search(rb"/Lang\([^()]*\)", paper.catalogue)
        self._kept[b"/Lang"] = language[0][len(b"/Lang") :] if language else b"(id)"

    def finish(self, bookmarks: Sequence[Bookmark]) -> bytes:
        """The whole, with its lists."""
        cloth = self._cloth
        leaves = b" ".join(b"%d 0 R" % page for page in self._pages)
        cloth.lay(PAGES, b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(self._pages), leaves))
        parts = b" ".join(b"%d 0 R" % part for part in self._parts)
        whole = b"<</Type/StructElem/S/Document/P %d 0 R/K[%s]>>" % (STRUCTURE, parts)
        cloth.lay(WHOLE, whole)
        cloth.lay(STRUCTURE, self._structure())
        outline(bookmarks, self._pages, OUTLINE, cloth.take, cloth.lay)
        kept = b"".join(name + b" " + value for name, value in self._kept.items())
        root = cloth.add(
            b"<</Type/Catalog/Pages %d 0 R/StructTreeRoot %d 0 R/Outlines %d 0 R/PageMode/UseOutlines"
            b"/MarkInfo<</Marked true/Suspects false>>"
            b"/ViewerPreferences<</DisplayDocTitle true/Direction/L2R>>%s>>"
            % (PAGES, STRUCTURE, OUTLINE, kept)
        )
        return closed(cloth, root)

    def _structure(self) -> bytes:
        roles = b"".join(b"/%s/%s" % pair for pair in sorted(self._roles.items()))
        parents = b" ".join(b"%d %d 0 R" % pair for pair in self._parents)
        names = b"".join(b"%s%d 0 R" % pair for pair in sorted(self._names))
        return (
            b"<</Type/StructTreeRoot/RoleMap<<%s>>/K[%d 0 R]/ParentTree<</Nums[%s]>>"
            b"/IDTree<</Names[%s]>>/ParentTreeNextKey %d>>"
            % (roles, WHOLE, parents, names, self._marks)
        )


def top(part: bytes) -> bytes:
    """The top of the structure of one PDF as a part of the whole."""
    part = part.replace(b"/P %d 0 R" % STRUCTURE, b"/P %d 0 R" % WHOLE, 1)
    return part.replace(b"/S/Document", b"/S/Part", 1)


def counted(description: bytes, pages: int) -> tuple[bytes, bytes]:
    """The description of a PDF, with the number of its pages; its head and its text."""
    told = COUNTED.sub(rb"\g<1>%d\g<2>" % pages, description)
    length = len(told) - len(b"\nendstream")
    return b"<</Length %d/Type/Metadata/Subtype/XML>>" % length, told


def closed(cloth: Cloth, root: int) -> bytes:
    """The PDF with its table of objects; a number that none has is said to be free."""
    name = hashlib.sha256(cloth.data).hexdigest()[:32].encode()
    start, size = len(cloth.data), cloth.last + 1
    rows = [b"0000000000 65535 f\r\n"]
    for number in range(1, size):
        place = cloth.places.get(number)
        rows.append(b"0000000000 00000 f\r\n" if place is None else b"%010d 00000 n\r\n" % place)
    cloth.data += b"xref\n0 %d\n%s" % (size, b"".join(rows))
    cloth.data += b"trailer\n<</Size %d/Root %d 0 R/ID[<%s><%s>]>>\n" % (size, root, name, name)
    cloth.data += b"startxref\n%d\n%%%%EOF" % start
    return bytes(cloth.data)
