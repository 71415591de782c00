"""A list as a Word document that a colleague fills: words are chosen, what is grey is locked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from docx import Document
from docx.oxml import OxmlElement

from smmkit.formats.docx import prepared, saved
from smmkit.lists.listing import Column, Listing
from smmkit.lists.text import as_written
from smmkit.lists.visible import visible, visible_cell
from smmkit.lists.workbook import choices_of, instructions, is_used, read_only_value
from smmkit.page import Tone
from smmkit.qms import Qms
from smmkit.typesetting.word_text import TINT, property_of, row, run, smaller, table, written
from smmkit.words import Language, say

SPARE: Final = 10
"""So many empty rows are open for what is new."""

SIZE: Final = 8
BROAD, MARKS = 30, 1
"""How broad columns are beside one another; that of the marks is as good as none."""

ROOM: Final = 7
"""So much more than its longest word a heading needs."""


def document(listing: Listing, qms: Qms, speech: Language) -> bytes:
    """The list as a document: how it is filled in, and the table; columns that nobody uses are left out."""
    cells = {
        column.name: [cell_text(visible_cell(one, column, speech), speech) for one in listing.rows]
        for column in listing.columns
    }
    used = [one for one in listing.columns if is_used(listing, one, cells[one.name])]
    listing = replace(listing, columns=used)
    made = Document()
    room = prepared(made, speech.code, is_lying=True)
    title = speech.say(listing.title)
    made.add_heading(written(title), 1)
    for line in instructions(listing, is_sheet=False):
        run(made.add_paragraph(), speech.say(line), Tone.MUTED)
    heads = [speech.say(one) for one in (say("Id"), *listing.told, *(c.label for c in used))]
    told = [
        [cell_text(read_only_value(v, speech), speech) for v in one.told] for one in listing.rows
    ]
    texts = [[*said, *(cells[one.name][n] for one in used)] for n, said in enumerate(told)]
    ids = [[visible(one.id), *said] for one, said in zip(listing.rows, texts, strict=True)]
    shares = [share(head, (one[n] for one in ids)) for n, head in enumerate(heads)]
    drawn, widths = table(made, [*shares, MARKS], room)
    for cell, text in zip(row(drawn, widths, head=True), [*heads, ""], strict=True):
        run(cell.paragraphs[0], text, look=("bold",))
    hidden(drawn.rows[0].cells[-1].paragraphs[0], visible(listing.sign))
    choices = [[word for word, _ in choices_of(one, qms, speech)] for one in used]
    open_ = [choice if is_closed(one) else [] for one, choice in zip(used, choices, strict=True)]
    for thing, said in zip(listing.rows, texts, strict=True):
        own = row(drawn, widths)
        for cell, text in zip(own, [visible(thing.id), *said[: len(listing.told)]], strict=False):
            locked(cell, text)
        fill(own[1 + len(listing.told) : -1], said[len(listing.told) :], open_)
        hidden(own[-1].paragraphs[0], visible(listing.mark(thing)))
    for _ in range(SPARE if listing.grows else 0):
        fill(row(drawn, widths)[1 + len(listing.told) : -1], [""] * len(used), open_)
    smaller(drawn, SIZE)
    return saved(made, title, speech.code, qms.as_of)


def cell_text(value: Any, speech: Language) -> str:
    """What a cell says."""
    return as_written(value, speech)


def share(head: str, texts: Iterable[str]) -> int:
    """How broad a column is beside the others: by its longest line, and the longest word above it."""
    longest = max((len(line) for text in texts for line in text.split("\n")), default=0)
    return min(max(longest + ROOM, *(len(word) + ROOM for word in head.split())), BROAD)


def is_closed(column: Column) -> bool:
    """Whether one word of a list stands in a column, and nothing else."""
    return not (column.field.is_open or column.field.many)


def fill(cells: list[Any], texts: list[str], choices: list[list[str]]) -> None:
    """The cells of a row that a colleague fills."""
    for cell, text, words in zip(cells, texts, choices, strict=True):
        if words:
            chosen(cell.paragraphs[0], text, words)
        else:
            run(cell.paragraphs[0], text)


def control(paragraph: Any, text: str, tone: Tone = Tone.PLAIN) -> Any:
    """A content control around a text; what is to be set of it."""
    run(paragraph, text, tone)
    around, inside = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    about = property_of(around, "w:sdtPr")
    inside.append(paragraph.runs[-1]._r)
    around.append(inside)
    paragraph._p.append(around)
    return about


def locked(cell: Any, text: str) -> None:
    """A text that nobody changes by accident, in a grey cell."""
    property_of(control(cell.paragraphs[0], text, Tone.MUTED), "w:lock", val="sdtContentLocked")
    property_of(cell._tc.get_or_add_tcPr(), "w:shd", val="clear", fill=TINT)


def chosen(paragraph: Any, text: str, words: list[str]) -> None:
    """A text that is chosen from a list; where there is none yet, a dash asks for it."""
    about = control(paragraph, text or "-")
    if not text:
        property_of(about, "w:showingPlcHdr")
    drop = property_of(about, "w:dropDownList")
    for word in dict.fromkeys(["", *words]):
        property_of(drop, "w:listItem", displayText=written(word) or "-", value=written(word))


def hidden(paragraph: Any, text: str) -> None:
    """A text for the way back alone."""
    run(paragraph, text, look=("hidden",))
