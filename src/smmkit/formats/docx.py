"""A page as a Word document that colleagues can go on writing in."""

from __future__ import annotations

import re
import zipfile
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.image.image import Image
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.packuri import PackURI
from docx.oxml.shape import CT_Inline
from docx.parts.image import ImagePart
from docx.shared import Mm, Pt, RGBColor

from smmkit.formats import Reader, levels
from smmkit.page import Page, Tone
from smmkit.typesetting.print_layout import lying, spoken
from smmkit.typesetting.typeset import pictures
from smmkit.typesetting.word_markdown import markdown
from smmkit.typesetting.word_text import (
    ACCENT,
    CELL,
    field,
    mark,
    property_of,
    right,
    row,
    run,
    side_bar,
    smaller,
    table,
    toned,
    written,
)
from smmkit.words import say

SHORT, LONG, MARGIN = 210, 297, 20
"""Millimetres of A4, and what is left free around the text."""
BROADEST = 170
FIRST = (1980, 1, 1, 0, 0, 0)
"""The day that every part of the file bears, so that the same page gives the same bytes."""
SIZE = 9
"""Points of the letters in tables."""
SIZES = {"Title": 20, "Heading 1": 14, "Heading 2": 12, "Heading 3": 11, "Heading 4": 10}
LETTERS = "Calibri"
BROADER, BOLD = 1.12, 1.15
"""So much broader are the letters that stand in for these where nobody has them, and the bold ones than
those; no word breaks there."""


def docx(page: Page, reader: Reader) -> bytes:
    """Draw a page on A4, lying when a table has many columns; heads of tables come again."""
    language, is_lying = reader.language, lying(page.blocks)
    document = Document()
    room = prepared(document, language.code, is_lying=is_lying)
    document.add_heading(written(language.say(page.title)), 0)
    if page.subtitle:
        run(document.add_paragraph(), language.say(page.subtitle), Tone.MUTED)
    _footer(
        document,
        language.say(page.title),
        language.say(say("Page {page} of {pages}", page="{page}", pages="{pages}")),
    )
    blocks = [
        spoken(block, level, language, landscape=is_lying, letters=BROADER, bold=BOLD)
        for block, level in levels(page)
    ]
    drawn = pictures([block["svg"] for block in blocks if block["kind"] == "figure"])
    headed = False
    for block in blocks:
        if block["kind"] == "figure":
            _figure(document, block, drawn.pop(0), room)
        else:
            DRAWN[block["kind"]](document, block, room, headed)
        headed = block["kind"] == "heading"
    return saved(document, language.say(page.title), language.code, reader.day)


def prepared(document: Any, code: str, *, is_lying: bool) -> int:
    """Set paper, letters and language; how broad the text is."""
    section = document.sections[0]
    high, broad = (SHORT, LONG) if is_lying else (LONG, SHORT)
    section.orientation = WD_ORIENT.LANDSCAPE if is_lying else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(broad), Mm(high)
    for side in ("left", "right", "top", "bottom"):
        setattr(section, f"{side}_margin", Mm(MARGIN))
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = LETTERS, Pt(10)
    normal.paragraph_format.space_after = Pt(6)
    cell = document.styles.add_style(CELL, WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style, cell.font.size = normal, Pt(SIZE)
    cell.paragraph_format.space_before = cell.paragraph_format.space_after = Pt(2)
    tongue = normal.element.get_or_add_rPr()
    property_of(tongue, "w:lang", val={"id": "id-ID"}.get(code, "en-GB"))
    for name, size in SIZES.items():
        style = document.styles[name]
        style.font.name, style.font.size = LETTERS, Pt(size)
        style.font.color.rgb = RGBColor.from_string(ACCENT)
        fonts = style.element.rPr.rFonts
        for key in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[key]
    return int(Mm(broad - 2 * MARGIN))


def _footer(document: Any, title: str, counted: str) -> None:
    """The title, and which page of how many."""
    line = document.sections[0].footer.paragraphs[0]
    run(line, f"{title}   ", Tone.MUTED)
    for part in re.split(r"(\{pages?\})", counted):
        if part in ("{page}", "{pages}"):
            field(line, "PAGE" if part == "{page}" else "NUMPAGES")
        else:
            run(line, part, Tone.MUTED)


def _heading(document: Any, block: dict[str, Any], _room: int, _headed: bool) -> None:
    document.add_heading(written(block["text"]), min(block["level"], 4))


def _prose(document: Any, block: dict[str, Any], _room: int, _headed: bool) -> None:
    line, tone = document.add_paragraph(), Tone(block["tone"])
    mark(line, tone)
    run(line, block["text"], Tone.MUTED if tone is Tone.MUTED else Tone.PLAIN)
    if tone in (Tone.GOOD, Tone.WARN, Tone.BAD):
        side_bar(line, tone)


def _markdown(document: Any, block: dict[str, Any], room: int, _headed: bool) -> None:
    markdown(document, block["tree"], room)


def _fields(document: Any, block: dict[str, Any], room: int, _headed: bool) -> None:
    """Names and values in two columns without lines."""
    made, widths = table(document, [32, 68], room, head=False)
    for name, cell in block["rows"]:
        first, second = row(made, widths)
        run(first.paragraphs[0], name, Tone.MUTED)
        toned(second.paragraphs[0], cell, Tone(cell["tone"]))
    document.add_paragraph()


def _table(document: Any, block: dict[str, Any], room: int, headed: bool) -> None:
    """A table under its name, unless a heading stands just there; its head comes again."""
    if not headed:
        name = document.add_paragraph()
        name.paragraph_format.keep_with_next = True
        run(name, block["name"], look=("bold",))
    if not block["rows"]:
        run(document.add_paragraph(), block["empty"], Tone.MUTED, ("italic",))
        return
    made, widths = table(document, block["shares"], room)
    shapes = block["shapes"]
    for cell, title, shape in zip(
        row(made, widths, head=True), block["titles"], shapes, strict=True
    ):
        line = cell.paragraphs[0]
        run(line, title, look=("bold",)).font.color.rgb = RGBColor.from_string(ACCENT)
        _lie(line, shape)
    for one in block["rows"]:
        cells = row(made, widths, whole=one["whole"])
        for cell, said, shape in zip(cells, one["cells"], shapes, strict=True):
            toned(cell.paragraphs[0], said, Tone(said["tone"]))
            _lie(cell.paragraphs[0], shape)
    if block["part"] < 1:
        smaller(made, SIZE * block["part"])
    document.add_paragraph()


def _lie(paragraph: Any, shape: str) -> None:
    if shape == "number":
        right(paragraph)


def _figure(document: Any, block: dict[str, Any], picture: bytes, room: int) -> None:
    """A drawing under its title; what it says stands below it, and in it for who cannot see."""
    title = document.add_paragraph()
    title.paragraph_format.keep_with_next = True
    run(title, block["title"], look=("bold",))
    line = document.add_paragraph()
    line.paragraph_format.keep_with_next = True
    about = _inline(line, picture, min(room, int(Mm(BROADEST)))).docPr
    about.set("descr", written(block["alt"]))
    about.set("title", written(block["title"]))
    run(document.add_paragraph(), block["alt"], Tone.MUTED)


def _inline(line: Any, picture: bytes, width: int) -> Any:
    """A picture in a line, as a part of its own.

    Why not by `add_picture`: for its name and number that looks through all pictures before it, each time.
    """
    number, image = len(line.part.rels) + 1, Image.from_blob(picture)
    part = ImagePart.from_image(image, PackURI(f"/word/media/image{number}.png"))
    place = line.part.relate_to(part, RELATION.IMAGE)
    drawn = CT_Inline.new_pic_inline(number, place, image.filename, *image.scaled_dimensions(width))
    line.add_run()._r.add_drawing(drawn)
    return drawn


DRAWN = {
    "heading": _heading,
    "prose": _prose,
    "markdown": _markdown,
    "fields": _fields,
    "table": _table,
}
"""What draws each kind of block."""


def saved(document: Any, title: str, code: str, day: date) -> bytes:
    """The document as bytes, without clock, maker and thumbnail."""
    about, born = document.core_properties, datetime.combine(day, time())
    about.title, about.language = written(title)[:255], code
    about.author = about.last_modified_by = about.comments = about.keywords = ""
    about.created = about.modified = born
    about.revision = 1
    raw = BytesIO()
    document.save(raw)
    out = BytesIO()
    with zipfile.ZipFile(raw) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in made.namelist():
            entry = zipfile.ZipInfo(name, FIRST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(entry, made.read(name))
    return out.getvalue()
