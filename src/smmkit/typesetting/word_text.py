"""Runs, paragraphs and tables of a Word document: what every part of it is drawn with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.run import Run

from smmkit.page import Tone

FACES = {
    Tone.PLAIN: (None, None),
    Tone.GOOD: ("✓", "17663A"),
    Tone.WARN: ("!", "8A5300"),
    Tone.BAD: ("✗", "A8201A"),
    Tone.MUTED: (None, "56616B"),
}
"""The mark and the colour of each tone."""

CELL = "Cell"
"""The style of what stands in tables."""

ACCENT, HAIR, TINT = "1F4E79", "CFD6DC", "F3F5F7"
UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML can hold; where it stood, one sees it."""

Node = Mapping[str, Any]


def written(text: str) -> str:
    """A text as a document can hold it."""
    return UNWRITABLE.sub("\ufffd", text.replace("\r\n", "\n"))


def run(
    paragraph: Any, text: str, tone: Tone = Tone.PLAIN, look: Iterable[str] = (), face: str = ""
) -> Any:
    """A text in a paragraph, in the colour of its tone; ends of lines stay ends of lines."""
    made = paragraph.add_run(written(text))
    colour = FACES[tone][1]
    if colour:
        made.font.color.rgb = RGBColor.from_string(colour)
    if face:
        made.font.name = face
    for name in (*look, *(("bold",) if tone in (Tone.WARN, Tone.BAD) else ())):
        setattr(made.font, name, True)
    return made


def mark(paragraph: Any, tone: Tone) -> None:
    """The mark of a tone before what it says: nothing is told by colour alone."""
    sign = FACES[tone][0]
    if sign:
        run(paragraph, f"{sign}\u00a0", tone, ("bold",))


def toned(paragraph: Any, cell: Node, tone: Tone) -> None:
    """What a cell says with its mark, in its colour; each line of it that leads somewhere is a link."""
    mark(paragraph, tone)
    lines = cell.get("lines")
    if not lines:
        run(paragraph, cell["text"], tone)
        return
    for n, (text, to) in enumerate(lines):
        if n:
            paragraph.add_run().add_break()
        made = run(paragraph, text, tone, ("underline",) if to else ())
        if to:
            _leading(paragraph, made, to)


def _leading(paragraph: Any, made: Any, to: str) -> None:
    """Have a run lead to a file beside the document, and to the place in it that stands after `#`."""
    file, _, place = to.partition("#")
    around = OxmlElement("w:hyperlink")
    around.set(qn("r:id"), paragraph.part.relate_to(file, RELATION.HYPERLINK, is_external=True))
    if place:
        around.set(qn("w:anchor"), place)
    made._r.addprevious(around)
    around.append(made._r)
    made.font.color.rgb = RGBColor.from_string(ACCENT)


AFTER = {
    "w:pBdr": ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"),
    "w:shd": ("w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"),
    "w:tblBorders": ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook"),
}
"""What may only stand behind a property: Word refuses a file in which the order is another."""


def property_of(parent: Any, name: str, **values: str) -> Any:
    """A property of a paragraph, row or cell that Word has and its library does not, in its place."""
    made = OxmlElement(name)
    for key, value in values.items():
        made.set(qn(f"w:{key}"), value)
    behind = {qn(one) for one in AFTER.get(name, ())}
    place = next((n for n, child in enumerate(parent) if child.tag in behind), len(parent))
    parent.insert(place, made)
    return made


def side_bar(paragraph: Any, tone: Tone) -> None:
    """A bar at the side of a paragraph, and a ground behind it."""
    about = paragraph._p.get_or_add_pPr()
    borders = property_of(about, "w:pBdr")
    colour = FACES[tone][1] or HAIR
    property_of(borders, "w:left", val="single", sz="18", space="8", color=colour)
    property_of(about, "w:shd", val="clear", color="auto", fill=TINT)


def table(
    document: Any, shares: Sequence[float], room: int, *, head: bool = True
) -> tuple[Any, list[int]]:
    """An empty table as broad as the text, with hair lines; and the widths of its columns."""
    made = document.add_table(rows=0, cols=len(shares))
    made.autofit = False
    total = sum(shares) or 1
    widths = [int(room * share / total) for share in shares]
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    about = made._tbl.tblPr
    if head:
        borders = property_of(about, "w:tblBorders")
        property_of(borders, "w:top", val="single", sz="8", space="0", color=ACCENT)
        for side in ("bottom", "insideH"):
            property_of(borders, f"w:{side}", val="single", sz="4", space="0", color=HAIR)
    return made, widths


def smaller(made: Any, size: float) -> None:
    """Set what stands in a table in smaller letters."""
    for one in made._tbl.iter(qn("w:r")):
        Run(one, made).font.size = Pt(size)


def row(made: Any, widths: Sequence[int], *, head: bool = False, whole: bool = True) -> list[Any]:
    """A new row of a table: its cells. A head comes again on every page; a whole row is not cut."""
    added = made.add_row()
    about = added._tr.get_or_add_trPr()
    if whole:
        property_of(about, "w:cantSplit")
    if head:
        property_of(about, "w:tblHeader")
    cells = list(added.cells)
    for cell, width in zip(cells, widths, strict=True):
        cell.width = width
        cell.paragraphs[0]._p.style = CELL
    return cells


def right(paragraph: Any) -> None:
    """Let a paragraph end at the right, as numbers do."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def field(paragraph: Any, instruction: str) -> None:
    """What Word counts itself: PAGE, NUMPAGES."""
    for kind, text in (("begin", ""), ("", instruction), ("end", "")):
        made = paragraph.add_run()
        if kind:
            property_of(made._r, "w:fldChar", fldCharType=kind)
        else:
            told = OxmlElement("w:instrText")
            told.text = text
            made._r.append(told)
