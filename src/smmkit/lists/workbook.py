"""A list as a workbook that a colleague fills: what may be filled is open, all else is locked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any, Final

import xlsxwriter

from smmkit.lists.listing import Column, Listing, Row
from smmkit.lists.visible import visible, visible_cell
from smmkit.loading.cell_values import NO, YES, named, words_of
from smmkit.model.marks import RefersTo, Trait
from smmkit.qms import Qms
from smmkit.words import Language, Message, say

SPARE: Final = 100
"""So many empty rows are open for what is new."""

DAY: Final = "dd/mm/yyyy"
HEAD: Final = {"bold": True, "font_color": "#1F4E79", "bg_color": "#E8EDF2", "bottom": 2}
LOCKED: Final = {"font_color": "#56616B", "bg_color": "#F4F5F6"}
LARGE: Final = 10**15
NARROW, BROAD, LONGEST_NAME = 9, 44, 31
LINE, HIGHEST = 15, 400


def instructions(listing: Listing, is_sheet: bool = True) -> list[Message]:
    """How a list is filled in, for who gets it."""
    several = say("Where a cell holds several things, write each on a line of its own.")
    in_sheet = say(
        "Where a cell holds several things, write each on a line of its own (Alt+Enter)."
    )
    folded = say(
        "What nobody has used yet is folded away: show the hidden columns if you need them."
    )
    lines = [
        say("Fill in the white cells only; the grey ones are locked."),
        say(
            "Choose from the list where a cell has one; write days as 31/12/2026, numbers as 82,5."
        ),
        in_sheet if is_sheet else several,
        say("An empty cell takes the value away; a cell that you leave as it is changes nothing."),
        *([folded] if is_sheet else []),
        say("Do not delete rows or columns, and do not change the first row."),
    ]
    if listing.grows:
        lines.append(
            say("Write what is new below the last row; it gets its id when it is taken in.")
        )
    return [*lines, say("Send the file back; it is taken in by: smm import FILE")]


def workbook(listing: Listing, qms: Qms, speech: Language) -> bytes:
    """The list as a workbook: to be filled in, how that is done, and what may be chosen."""
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, {**options, "default_date_format": DAY})
    born = datetime.combine(qms.as_of, time())
    book.set_properties({"title": speech.say(listing.title)[:255], "created": born})
    names = [speech.say(word) for word in (say("List"), say("How to fill it in"), say("Choices"))]
    sheet, how, choices = (book.add_worksheet(name[:LONGEST_NAME]) for name in names)
    how.set_column(0, 0, 100)
    for row, line in enumerate([listing.title, *instructions(listing)]):
        how.write_string(row, 0, speech.say(line), book.add_format({"text_wrap": True}))
    Sheet(book, sheet, listing, qms, speech).draw(choices)
    how.protect()
    choices.protect()
    book.close()
    return out.getvalue()


class Sheet:
    """The sheet that is filled in."""

    def __init__(self, book: Any, sheet: Any, listing: Listing, qms: Qms, speech: Language) -> None:
        self.book, self.sheet, self.listing = book, sheet, listing
        self.qms, self.speech = qms, speech
        self.looks: dict[tuple[bool, str], Any] = {}
        self.broad: list[int] = []
        self.start = 1 + len(listing.told)
        self.last = len(listing.rows) + (SPARE if listing.grows else 0)

    def look(self, locked: bool, pattern: str = "") -> Any:
        """What a cell looks like."""
        if (locked, pattern) not in self.looks:
            facts = {"valign": "top", "text_wrap": True, "locked": locked, "border": 4}
            shade = LOCKED if locked else {}
            facts |= shade | ({"num_format": pattern} if pattern else {})
            self.looks[locked, pattern] = self.book.add_format(facts)
        return self.looks[locked, pattern]

    def draw(self, choices: Any) -> None:
        """Heading, rows, room for new ones, and what may be chosen."""
        listing, sheet, speech = self.listing, self.sheet, self.speech
        head = self.book.add_format({**HEAD, "text_wrap": True, "valign": "top"})
        titles = [say("Id"), *listing.told, *(column.label for column in listing.columns)]
        for place, title in enumerate(titles):
            sheet.write_string(0, place, speech.say(title), head)
        end = len(titles)
        sheet.write_string(0, end, visible(listing.sign), head)
        self.widths(titles)
        for line, row in enumerate(listing.rows, start=1):
            self.row(line, row, end)
        for line in range(len(listing.rows) + 1, self.last + 1):
            for place, column in enumerate(listing.columns, start=self.start):
                sheet.write_blank(line, place, None, self.look(False, pattern_of(column)))
        for number, column in enumerate(listing.columns):
            self.choice(choices, number, column)
        sheet.set_row(0, 2 * LINE + 2)
        sheet.set_column(end, end, NARROW, None, {"hidden": True})
        sheet.freeze_panes(1, 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.protect(
            "", {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True}
        )

    def widths(self, titles: list[Message]) -> None:
        """Columns as broad as what they say; those that nobody has used are folded away."""
        listing, speech = self.listing, self.speech
        rows = [self.texts(row) for row in listing.rows]
        for place, title in enumerate(titles):
            longest = max((len(line) for row in rows for line in row[place].split("\n")), default=0)
            head = max(map(len, speech.say(title).split()), default=0)
            self.broad.append(min(max(longest + 2, head + 4, NARROW), BROAD))
            number = place - self.start
            said = [row[place] for row in rows]
            hidden = number >= 0 and not is_used(listing, listing.columns[number], said)
            self.sheet.set_column(place, place, self.broad[place], None, {"hidden": hidden})

    def texts(self, row: Row) -> list[str]:
        """What the cells of a row say."""
        told = [str(read_only_value(value, self.speech)) for value in row.told]
        values = (visible_cell(row, column, self.speech) for column in self.listing.columns)
        return [visible(row.id), *told, *("" if value is None else str(value) for value in values)]

    def row(self, line: int, row: Row, end: int) -> None:
        """One row, with its mark behind it."""
        heights = (
            sum(1 + len(one) // max(width - 2, 1) for one in text.split("\n"))
            for text, width in zip(self.texts(row), self.broad, strict=True)
        )
        self.sheet.set_row(line, min(LINE * max(heights), HIGHEST))
        self.sheet.write_string(line, 0, visible(row.id), self.look(True))
        for place, value in enumerate(row.told, start=1):
            self.cell(line, place, read_only_value(value, self.speech), self.look(True))
        for place, column in enumerate(self.listing.columns, start=self.start):
            value = visible_cell(row, column, self.speech)
            self.cell(line, place, value, self.look(False, pattern_of(column)))
        self.sheet.write_string(line, end, visible(self.listing.mark(row)), self.look(True))

    def cell(self, line: int, place: int, value: Any, look: Any) -> None:
        """One cell; words stay words, whatever they begin with."""
        match value:
            case None | "":
                self.sheet.write_blank(line, place, None, look)
            case int() | Decimal() if -LARGE < value < LARGE:
                self.sheet.write_number(line, place, float(value), look)
            case date() if value.year > 1900:
                self.sheet.write_datetime(line, place, datetime.combine(value, time()), look)
            case _:
                self.sheet.write_string(line, place, str(value), look)

    def choice(self, choices: Any, number: int, column: Column) -> None:
        """What may be chosen in a column, on a sheet of its own, and the rule for its cells."""
        known = [*choices_of(column, self.qms, self.speech)]
        if not known or not self.last:
            return
        choices.write_string(0, 2 * number, self.speech.say(column.label))
        for line, (word, title) in enumerate(known, start=1):
            choices.write_string(line, 2 * number, visible(word))
            choices.write_string(line, 2 * number + 1, visible(title))
        choices.set_column(2 * number, 2 * number + 1, BROAD // 2)
        name = choices.get_name().replace("'", "''")
        letter = xlsxwriter.utility.xl_col_to_name(2 * number)
        source = f"='{name}'!${letter}$2:${letter}${len(known) + 1}"
        free = column.field.is_open or column.field.many
        place = self.start + number
        rule = {"validate": "list", "source": source, "show_error": not free}
        self.sheet.data_validation(1, place, self.last, place, rule)


def is_used(listing: Listing, column: Column, said: Iterable[str]) -> bool:
    """Whether a column is shown: some row says something there, or one begins with it."""
    one = column.field
    return one.required or one.has(Trait.USED) or not listing.grows or any(said)


def pattern_of(column: Column) -> str:
    """How a number or a day is shown."""
    return DAY if column.field.type is date else ""


def read_only_value(value: Any, speech: Language) -> Any:
    """What is shown for reading only."""
    return value if isinstance(value, int | Decimal | date) else speech.say(value)


def choices_of(column: Column, qms: Qms, speech: Language) -> list[tuple[str, str]]:
    """What may be chosen in a column, each with what it is called."""
    one = column.field
    if enum := words_of(one):
        return [(speech.say(word.label), "") for word in enum]
    if one.type is bool:
        return [(speech.say(say("yes") if flag == YES else say("no")), "") for flag in (YES, NO)]
    if isinstance(one.reference, RefersTo) and one.reference.kinds:
        return sorted(named(one.reference, qms).items())
    return [(str(word), "") for word in one.choices]
