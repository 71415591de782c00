"""Where the files of a bundle lead: every link of HTML, PDF, Word and Excel, with what is wrong with it."""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pikepdf

HREF = re.compile(r'\bhref="([^"]*)"')
OUTSIDE = re.compile(r'<Relationship\b[^>]*TargetMode="External"[^>]*>')
LINKED = re.compile(r"<(?:w:)?hyperlink\b[^>]*>")


def dead_links(root: Path) -> tuple[int, list[str]]:
    """How many links there are below a folder, and those that lead nowhere."""
    count, dead = 0, []
    for path in sorted(root.rglob("*")):
        for link in LEAVING.get(path.suffix, lambda _: ())(path):
            count += 1
            if fault := fault_of(path, link):
                dead.append(f"{path.relative_to(root)}: {link}: {fault}")
    return count, dead


def fault_of(path: Path, link: str) -> str:
    """What is wrong with a link of a file; nothing where it leads somewhere."""
    if link.startswith("!"):
        return link[1:]
    target, _, place = link.partition("#")
    if re.match(r"[a-z][a-z+.-]*:", target):
        return "" if target.startswith("mailto:") else "it leads out of the bundle"
    file = (path.parent / unquote(target)).resolve() if target else path
    if not file.is_file():
        return "there is no such file"
    if place.startswith("page="):
        return "" if 1 <= int(place[5:]) <= pages(file) else "there is no such page"
    if place and file.suffix == ".html":
        return "" if f' id="{place}"' in file.read_text("utf-8") else "there is no such place"
    return "there is no such place" if place else ""


@cache
def pages(file: Path) -> int:
    with pikepdf.open(file) as pdf:
        return len(pdf.pages)


def of_html(path: Path) -> Iterator[str]:
    yield from map(html.unescape, HREF.findall(path.read_text("utf-8")))


def of_office(path: Path) -> Iterator[str]:
    """The relations of a Word file that lead out, and each linked cell of a workbook."""
    with zipfile.ZipFile(path) as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist() if ".xml" in name}
    for name, text in texts.items():
        above, _, own = name.rpartition("/")
        relations = texts.get(f"{above}/_rels/{own}.rels", "")
        outside = {
            attribute(one, "Id"): attribute(one, "Target") for one in OUTSIDE.findall(relations)
        }
        linked = LINKED.findall(text)
        for one in linked:
            target = outside.get(attribute(one, "r:id"), "")
            place = attribute(one, "location") or attribute(one, "w:anchor")
            if target:
                yield target + (f"#{place}" if place else "")
            elif not place:
                yield f"!{one}: it has no relation"
        used = {attribute(one, "r:id") for one in linked}
        yield from (target for id_, target in outside.items() if id_ not in used)


def attribute(element: str, name: str) -> str:
    found = re.search(rf'\b{name}="([^"]*)"', element)
    return html.unescape(found[1]) if found else ""


def of_pdf(path: Path) -> Iterator[str]:
    """Links and bookmarks; one within the file is `#` where its page is there."""
    with pikepdf.open(path) as pdf:
        there = {page.objgen for page in pdf.pages}
        for page in pdf.pages:
            for note in page.get("/Annots", []):
                if note.get("/Subtype") == "/Link":
                    yield within(pdf, note, there)
        with pdf.open_outline() as outline:
            yield from bookmarks(pdf, list(outline.root), there)


def bookmarks(pdf: pikepdf.Pdf, items: list, there: set) -> Iterator[str]:
    for item in items:
        yield within(pdf, item.obj, there)
        yield from bookmarks(pdf, list(item.children), there)


def within(pdf: pikepdf.Pdf, holder: pikepdf.Dictionary, there: set) -> str:
    """Where a link or a bookmark leads."""
    action = holder.get("/A", {})
    if "/URI" in action:
        return str(action["/URI"])
    place = holder.get("/Dest", action.get("/D"))
    if isinstance(place, pikepdf.String | pikepdf.Name):
        tree = pdf.Root.get("/Names", {}).get("/Dests")
        named = pikepdf.NameTree(tree) if tree is not None else {}
        place = (
            named.get(str(place))
            if isinstance(place, pikepdf.String)
            else pdf.Root.get("/Dests", {}).get(place)
        )
        place = place.get("/D") if isinstance(place, pikepdf.Dictionary) else place
    if not isinstance(place, pikepdf.Array) or place[0].objgen not in there:
        return f"!{place!r}: there is no such page"
    return ""


LEAVING = {
    ".html": of_html,
    ".pdf": of_pdf,
    ".docx": of_office,
    ".xlsx": of_office,
}
