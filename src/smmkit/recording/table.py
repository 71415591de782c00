"""The lines of a table of values that change, and nothing else of it: signs, order and notes stay."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from decimal import Decimal

from smmkit.analyses.kpis.series_slips import is_column
from smmkit.cells import Cells
from smmkit.errors import SmmError
from smmkit.location import SourceError
from smmkit.period_days import is_period, months
from smmkit.recording.typed import Typed
from smmkit.words import say
from smmkit.words.numbers import certain
from smmkit.yaml_text.decoding import decoded

BOM = b"\xef\xbb\xbf"
FRESH = b"period,value\n"
"""A table that is not there yet."""


class Table:
    """A table of values as bytes, and each line that is to be another one.

    Raises:
        SmmError: it cannot be read for certain.
    """

    def __init__(self, path: str, data: bytes) -> None:
        self.path, self.data = path, data
        try:
            text = decoded(path, data)  # another encoding can be read, but is not written
            self.cells = Cells.table(path, data, is_column)
        except SourceError as error:
            raise SmmError(
                say("{path}: {message}; put that right first", path=path, message=error.message)
            ) from error
        self.changed: set[str] = set()
        self.heading = list(self.cells.heading)
        missing = [name for name in ("period", "value") if name not in self.heading]
        if missing:
            raise SmmError(say("{path}: the columns {words} are missing", path=path, words=missing))
        self.end = next((end for end in ("\r\n", "\n", "\r") if end.encode() in data), "\n")
        self.lines = text.removesuffix("\n").split("\n")
        self.rows = {n: list(row) for n, row in self.cells.rows}
        self.at = {row[self.heading.index("period")]: n for n, row in self.rows.items() if row}

    def put(self, one: Typed, more: Mapping[str, str], *, replace: bool) -> None:
        """Write a value into the line of its period, or into a new one where it belongs.

        Raises:
            SmmError: the period has a value, or its line cannot be changed.
        """
        cells = {
            "value": one.word if one.word is not None else self.written(one.value),
            "numerator": self.written(one.numerator),
            "denominator": self.written(one.denominator),
            **more,
        }
        wanted = {name: text for name, text in cells.items() if text or name in self.heading}
        for name in wanted:
            self.add_column(name)
        self.changed.add(one.period)
        line = self.at.get(one.period)
        if line is None:
            self.insert(one.period, wanted)
            return
        row = self.row_of(line)
        self.check_free(one.period, row, replace=replace)
        for name in ("value", "numerator", "denominator", "reason"):
            if name in row:
                row[name] = wanted.get(name, "")
        row.update({name: text for name, text in wanted.items() if text})
        self.lines[line - 1] = self.line([row.get(name, "") for name in self.heading])

    def check_free(self, period: str, row: Mapping[str, str], *, replace: bool) -> None:
        """See that a period has no value yet, and no reason why there is none.

        Raises:
            SmmError: it has.
        """
        known = row.get("value") or "/".join(
            text for name in ("numerator", "denominator") if (text := row.get(name, ""))
        )
        if known and not replace:
            raise SmmError(
                say(
                    "{period} has a value: {value}; with --replace another takes its place",
                    period=period,
                    value=known,
                )
            )
        if row.get("reason") and not replace:
            raise SmmError(
                say(
                    "{period} has no value because: {reason}; with --replace the value takes its place",
                    period=period,
                    reason=row["reason"],
                )
            )

    def row_of(self, line: int) -> dict[str, str]:
        """The cells of a line by their names.

        Raises:
            SmmError: a cell goes over several lines, or the line has other cells than the heading.
        """
        known = list(self.rows[line])
        again = next(csv.reader([self.lines[line - 1]], delimiter=self.cells.delimiter), [])
        own = [text.strip() for text in again][: len(known)]
        if own != known or len(known) > len(self.heading):
            raise SmmError(
                say(
                    "{path}:{line}: this line cannot be changed for certain",
                    path=self.path,
                    line=line,
                )
            )
        known += [""] * (len(self.heading) - len(known))
        return dict(zip(self.heading, known, strict=True))

    def add_column(self, name: str) -> None:
        """A new column at the right; older lines stay empty there."""
        if name in self.heading:
            return
        width = len(self.heading)
        self.heading.append(name)
        sign = self.cells.delimiter
        place = self.cells.heading_line - 1
        self.lines[place] = self.lines[place].rstrip(sign) + sign + name
        for line, row in self.rows.items():
            lacking = width - len(row)
            self.lines[line - 1] += sign * (lacking + 1)
            self.rows[line] = [*row, *[""] * (lacking + 1)]

    def insert(self, period: str, wanted: Mapping[str, str]) -> None:
        """A new line behind that of the last period before it."""
        earlier = [
            line
            for known, line in self.at.items()
            if is_period(known) and months(known) < months(period)
        ]
        place = max(earlier) if earlier else self.cells.heading_line
        row = {"period": period, **wanted}
        text = self.line([row.get(name, "") for name in self.heading])
        self.lines.insert(place, text)
        self.at = {known: n + (n > place) for known, n in self.at.items()} | {period: place + 1}
        moved = {n + (n > place): row for n, row in self.rows.items()}
        self.rows = {**moved, place + 1: [row.get(name, "") for name in self.heading]}

    def line(self, cells: Sequence[str]) -> str:
        """A line with the signs of this table."""
        out = io.StringIO()
        csv.writer(out, delimiter=self.cells.delimiter, lineterminator="").writerow(cells)
        return out.getvalue()

    def written(self, number: Decimal | None) -> str:
        """A number as this table writes it."""
        if number is None:
            return ""
        text = f"{number:f}"
        return certain(text) if self.cells.delimiter == "," else text.replace(".", ",")

    def bytes(self) -> bytes:
        """The table with its changes.

        Raises:
            SmmError: read again, something else than what was meant would have changed.
        """
        mark = BOM if self.data.startswith(BOM) else b""
        data = mark + (self.end.join(self.lines) + self.end).encode()
        if self.others(Cells.table(self.path, data, is_column)) != self.others(self.cells):
            raise SmmError(
                say("{path} cannot be changed for certain; write the line by hand", path=self.path)
            )
        return data

    def others(self, cells: Cells) -> list[dict[str, str]]:
        """What stands in the lines that are not meant, by the names of their cells."""
        named = [dict(zip(cells.heading, row, strict=False)) for _, row in cells.rows]
        kept = [{name: text for name, text in row.items() if text} for row in named]
        return [row for row in kept if row.get("period") not in self.changed]
