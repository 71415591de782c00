"""A sheet of risks, read as a risk register."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from smmkit.analyses.periods import last_day
from smmkit.documents.risk import Response
from smmkit.intake import days
from smmkit.intake.numbers import number
from smmkit.intake.result import Result, items
from smmkit.intake.table import Table, is_blank
from smmkit.intake.words import comparable, data, holds, meaning
from smmkit.spoken_values import period_meant
from smmkit.words import say
from smmkit.yaml_text.emit import Quoted

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


def read(result: Result, tables: list[Table]) -> None:
    """One register from all tables of risks of a file."""
    id_ = result.fresh("RR")
    entries = [entry for found in tables for entry in Risks(result, id_, found).entries()]
    if not entries:
        result.unread.append((tables[0].grid.about(), "", say("no row of it is a risk")))
        return
    title = result.speech.say(say("Risks and opportunities"))
    result.add(
        "risk-register",
        {
            "kind": "risk-register",
            "id": id_,
            "title": title,
            "version": Quoted("1"),
            "owner": result.owner,
            "clauses": [Quoted("6.1.1"), Quoted("6.1.2")],
            "classification": result.class_,
            "entries": entries,
        },
    )
    if result.owner is None:
        result.blanks.append((id_, say("owner: the file names no unit; name one by --owner")))
    names = (
        say("Id"),
        say("Title"),
        say("Owner"),
        say("Likelihood"),
        say("Impact"),
        say("Treatments"),
    )
    rows = [
        (e["id"], e["title"], e["owner"], e["likelihood"], e["impact"], len(e["treatments"]))
        for e in entries
    ]
    result.show(say("{id}: {title}", id=id_, title=title), names, rows)


class Risks:
    """The rows of one table, as risks."""

    def __init__(self, result: Result, id: str, table: Table) -> None:
        self.result, self.id, self.table = result, id, table
        self.scores = {
            name: [n for n in table.columns(role) if self.is_after(n) is after and self.is_score(n)]
            for name, role, after in (
                ("likelihood", "likelihood", False),
                ("impact", "impact", False),
                ("likelihood_after", "likelihood", True),
                ("impact_after", "impact", True),
            )
        }
        for name in ("likelihood_after", "impact_after"):
            self.scores[name] += table.columns(name)
        texts = [n for n in table.columns("impact") if not self.is_score(n)]
        self.effects = table.columns("effect") + texts

    def is_after(self, column: int) -> bool:
        """Whether a heading above says that the treatments are done."""
        return any(holds(text, data()["after"]) for text in self.table.paths[column])

    def is_score(self, column: int) -> bool:
        """Whether a column holds scores, and not sentences: `Dampak` is the name of both."""
        cells = [self.table.grid.cell(row, column) for row in self.table.below()]
        said = [text for text in cells if not is_blank(text)]
        role = self.table.roles[column].removesuffix("_after")
        scores = [text for text in said if score(text, role)]
        return not said or len(scores) * 2 >= len(said)

    def entries(self) -> list[dict[str, Any]]:
        """Every risk; a row of which no score can be read is told and left out."""
        found: list[dict[str, Any]] = []
        for row in self.table.below():
            title = self.table.line(row, "title")
            if not title or len({text for text in self.table.grid.rows[row] if text}) == 1:
                continue
            if found and found[-1]["title"] == title and self.is_same(row):
                known = [treatment["what"] for treatment in found[-1]["treatments"]]
                more = self.treatments(row)
                found[-1]["treatments"] += [t for t in more if t["what"] not in known]
            elif entry := self.entry(row, title):
                found.append(entry)
        return found

    def is_same(self, row: int) -> bool:
        """Whether a row goes on with the risk above: its scores are the same cells, or empty."""
        columns = self.scores["likelihood"] + self.scores["impact"]
        cell = self.table.grid.cell
        return all(is_blank(cell(row, n)) or cell(row, n) == cell(row - 1, n) for n in columns)

    def entry(self, row: int, title: str) -> dict[str, Any] | None:
        """A risk from its row."""
        result = self.result
        likelihood, impact = self.score(row, "likelihood"), self.score(row, "impact")
        if likelihood is None or impact is None:
            why = say("no likelihood or no impact from 1 to 5; the row was left out")
            result.unread.append((self.table.place_of(row, "title"), title, why))
            return None
        id_ = self.code(row)
        treatments = self.treatments(row)
        text = self.table.line(row, "response")
        response = meaning(text, "responses") if text else None
        if response is None:
            response = "reduce" if treatments else "accept"
            result.assumed.append((id_, say("the response: {word}", word=Response(response).label)))
        text = self.table.line(row, "sort")
        sort = meaning(text, "sorts") if text else None
        owner = result.unit(self.table.place_of(row, "owner"), self.table.line(row, "owner"))
        return {
            "id": id_,
            "title": title,
            "sort": sort,
            "owner": owner or result.blank(id_, say("owner")),
            "cause": "; ".join(items(self.table.text(row, "cause"))) or None,
            "effect": self.effect(row),
            "likelihood": likelihood,
            "impact": impact,
            "response": response,
            "treatments": treatments,
            "likelihood_after": self.score(row, "likelihood_after"),
            "impact_after": self.score(row, "impact_after"),
        }

    def code(self, row: int) -> str:
        """The code of the risk in the sheet, if nothing else has it; else a new one."""
        own = self.table.line(row, "code")
        used = {name.casefold() for name in (*self.result.qms.things, *self.result.used)}
        if own and CODE.fullmatch(own) and own.casefold() not in used and not own.isdigit():
            self.result.used.add(own)
            return own
        id_ = self.result.fresh("R")
        if own:
            why = say("it cannot be an id, or is used already; {id} was taken", id=id_)
            self.result.unread.append((self.table.place_of(row, "code"), own, why))
        return id_

    def score(self, row: int, name: str) -> int | None:
        """A score of 1 to 5, written as a number or as a word; what is neither is told."""
        for column in self.scores[name]:
            text = self.table.grid.cell(row, column)
            if is_blank(text):
                continue
            if found := score(text, name.removesuffix("_after")):
                return found
            why = say("this is no score from 1 to 5, nor a word for one")
            self.result.unread.append((self.table.grid.place_of(row, column), text, why))
        return None

    def effect(self, row: int) -> str | None:
        """What would follow, where a column says so in words."""
        texts = (self.table.grid.cell(row, column) for column in self.effects)
        return next(("; ".join(items(text)) for text in texts if not is_blank(text)), None)

    def treatments(self, row: int) -> list[dict[str, Any]]:
        """What is done about it; one line of the cell is one treatment."""
        result = self.result
        done = items(self.table.text(row, "treatment"))
        if not done:
            self.tell_lone(row)
            return []
        text = self.table.line(row, "treatment_owner")
        owner = result.unit(self.table.place_of(row, "treatment_owner"), text) if text else None
        text = self.table.line(row, "due")
        due = self.day(text)
        if text and due is None:
            result.unread.append((self.table.place_of(row, "due"), text, say("this is no day")))
        return [{"what": what, "owner": owner, "due": due} for what in done]

    def day(self, text: str) -> date | None:
        """The day by which it is done; of a month, a quarter or a year its last, which is told."""
        if found := days.first(text):
            return found
        if (period := period_meant(text)) is None:
            return None
        day = last_day(period)
        what = say("{text} is taken as {day}", text=text, day=day)
        self.result.assumed.append((self.id, what))
        return day

    def tell_lone(self, row: int) -> None:
        """Tell who and by when, where nothing says what is done: they are parts of a treatment."""
        for role in ("due", "treatment_owner"):
            if text := self.table.line(row, role):
                why = say("no column says what is done about the risk; not taken")
                self.result.unread.append((self.table.place_of(row, role), text, why))


def score(text: str, role: str) -> int | None:
    """The score that a text says: 4; 4 (sering); sering."""
    if (value := number(text)) is not None:
        return int(value) if value in {1, 2, 3, 4, 5} else None
    if found := re.match(r"^\(?([1-5])\)?\s*+(?:[-.=:(]\s*+)?(?=[^\W\d])", text.strip()):
        return int(found[1])
    if found := re.search(r"[(\s]([1-5])\)?$", text.strip()):
        return int(found[1])
    word = meaning(text, "scores", role) if comparable(text) else None
    return int(word) if word else None
