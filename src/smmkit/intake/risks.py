"""A sheet of risks, read as a risk register."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from smmkit.intake import days
from smmkit.intake.forms.around import year_of
from smmkit.intake.forms.parts import part_of
from smmkit.intake.result import NO_OWNER, Result, items
from smmkit.intake.risk_owners import owner_of, treating
from smmkit.intake.risk_responses import response_of
from smmkit.intake.risk_scores import Scores
from smmkit.intake.table import Table, is_without_words
from smmkit.intake.words import meaning
from smmkit.model.patterns import ID
from smmkit.words import Message, say
from smmkit.yaml_text.emit import Quoted

LIKELIHOOD, IMPACT = say("Likelihood"), say("Impact")


def read(result: Result, tables: list[Table]) -> None:
    """One register from all tables of risks of a file."""
    id_ = result.fresh("RR")
    sheets = [Risks(result, id_, found) for found in tables]
    scored = [one for one in sheets if one.scores.are_there] or sheets
    for one in sheets:
        if one not in scored:
            one.lend(scored)
    entries = [entry for one in scored for entry in one.entries()]
    for one in scored:
        one.scores.tell(id_)
    if any(one.scores.is_net for one in sheets):
        why = say("the residual scores are those of today: what is planned stands to their right")
        result.assumed.append((id_, why))
    if any(one.scores.is_after for one in sheets):
        why = say("the scores to the right of what is done are those after it")
        result.assumed.append((id_, why))
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
        result.blanks.append((id_, NO_OWNER))
    names = (
        say("Id"),
        say("Title"),
        say("Owner"),
        LIKELIHOOD,
        IMPACT,
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
        self.scores = Scores(result, table)
        self.effects = [*table.columns("effect"), *self.scores.texts()]
        self.more: dict[int, list[tuple[Table, int]]] = {}
        """The rows of tables without scores that say more of the risk in a row."""

    def lend(self, scored: list[Risks]) -> None:
        """Say more of the risks of other tables, by code, else by title; a row of none is told."""
        known: dict[str, tuple[Risks, int]] = {}
        for one in scored:
            for row in one.table.below():
                for key in one.keys(row):
                    known.setdefault(key, (one, row))
        for row in self.table.below():
            keys = self.keys(row)
            if found := next((known[key] for key in keys if key in known), None):
                found[0].more.setdefault(found[1], []).append((self.table, row))
            elif keys:
                place, title = self.table.place_of(row, "title"), self.table.line(row, "title")
                self.result.unread.append((place, title, self.scores.lacking()))

    def keys(self, row: int) -> list[str]:
        """What a risk is known by in other tables: its code, its title; the title of a part by nothing."""
        if part_of(self.table.grid.rows[row]):
            return []
        return [key for role in ("code", "title") if (key := self.table.line(row, role).casefold())]

    def saying(self, row: int, role: str) -> Iterator[tuple[Table, int]]:
        """Where something of a role is said of a risk: in its own row, and in those of other tables."""
        places = ((self.table, row), *self.more.get(row, ()))
        return ((table, at) for table, at in places if table.text(at, role))

    def text(self, row: int, role: str) -> str:
        """All that is said of a role, each text once."""
        texts = (table.text(at, role) for table, at in self.saying(row, role))
        return "\n".join(dict.fromkeys(texts))

    def line(self, row: int, role: str) -> str:
        """What is said of it first, in one line."""
        return next((table.line(at, role) for table, at in self.saying(row, role)), "")

    def place_of(self, row: int, role: str) -> Message:
        """Where that stands."""
        table, at = next(self.saying(row, role), (self.table, row))
        return table.place_of(at, role)

    def entries(self) -> list[dict[str, Any]]:
        """Every risk; a row of which no score can be read is told and left out."""
        found: list[dict[str, Any]] = []
        for row in self.table.below():
            title = self.table.line(row, "title") or self.table.line(row, "opportunity")
            if part := part_of(self.table.grid.rows[row]):
                why = say("it heads the rows below; not taken")
                self.result.told.append((self.table.grid.place_of(row, 0), part, why))
            if not title or part:
                continue
            if found and found[-1]["title"] == title and self.scores.is_same(row):
                known = [treatment["what"] for treatment in found[-1]["treatments"]]
                more = self.treatments(row, found[-1]["id"])
                found[-1]["treatments"] += [t for t in more if t["what"] not in known]
            elif entry := self.entry(row, title):
                found.append(entry)
        return found

    def entry(self, row: int, title: str) -> dict[str, Any] | None:
        """A risk from its row."""
        result = self.result
        score = self.scores.score
        likelihood: int | str | None = score(row, "likelihood")
        impact: int | str | None = score(row, "impact")
        is_unscored = not self.scores.are_there
        if not is_unscored and (likelihood is None or impact is None):
            place = self.table.place_of(row, "title")
            result.unread.append((place, title, self.scores.lacking()))
            return None
        id_ = self.code(row)
        if is_unscored:
            likelihood, impact = (result.blank(id_, one) for one in (LIKELIHOOD, IMPACT))
        treatments = self.treatments(row, id_)
        sort = meaning(text, "sorts") if (text := self.line(row, "sort")) else None
        sort = sort or ("opportunity" if title == self.line(row, "opportunity") else None)
        if (other := self.line(row, "opportunity")) not in {"", title}:
            why = say("the row says a risk already; write it as one of its own")
            result.unread.append((self.place_of(row, "opportunity"), other, why))
        if text and sort is None:
            why = say("neither a risk nor an opportunity; not taken")
            result.unread.append((self.place_of(row, "sort"), text, why))
        said = (self.place_of(row, "response"), self.line(row, "response"))
        response, sort = response_of(result, id_, said, sort, is_treated=bool(treatments))
        return {
            "id": id_,
            "title": title,
            "sort": sort,
            "owner": self.owner(row, id_) or result.blank(id_, say("owner")),
            "cause": "; ".join(items(self.text(row, "cause"))) or None,
            "effect": self.effect(row),
            "likelihood_inherent": score(row, "likelihood_inherent"),
            "impact_inherent": score(row, "impact_inherent"),
            "controls": items(self.text(row, "control")),
            "likelihood": likelihood,
            "impact": impact,
            "detection": score(row, "detection"),
            "response": response,
            "treatments": treatments,
            "likelihood_after": score(row, "likelihood_after"),
            "impact_after": score(row, "impact_after"),
        }

    def owner(self, row: int, id: str) -> str | None:
        """Who owns a risk."""
        said = (self.place_of(row, "owner"), self.line(row, "owner"))
        return owner_of(self.result, self.table, id, said, self.line(row, "treatment_owner"))

    def code(self, row: int) -> str:
        """The code of the risk in the sheet, if nothing else has it; else a new one."""
        own = (self.table.line(row, "code") or "").strip("._- ")
        used, small = self.result.used, own.casefold()
        if own and re.fullmatch(ID.regex, own) and small not in used and not own.isdigit():
            used.add(small)
            return own
        id_ = self.result.fresh("R")
        if own:
            why = say("it cannot be an id, or is used already; {id} was taken", id=id_)
            self.result.unread.append((self.table.place_of(row, "code"), own, why))
        return id_

    def effect(self, row: int) -> str | None:
        """What would follow, where a column says so in words; what a second one says is told."""
        cell = self.table.grid.cell
        said = [n for n in self.effects if not is_without_words(cell(row, n))]
        for n in said[1:]:
            if cell(row, n) != cell(row, said[0]):
                why = say("another column has this name, and was taken")
                self.result.unread.append((self.table.grid.place_of(row, n), cell(row, n), why))
        return "; ".join(items(cell(row, said[0]) if said else self.text(row, "effect"))) or None

    def treatments(self, row: int, id: str) -> list[dict[str, Any]]:
        """What is done about it; one line of the cell is one treatment."""
        places = [*self.saying(row, "treatment")]
        if not places:
            self.tell_lone(row)
        return [one for table, at in places for one in self.treated(table, at, id)]

    def treated(self, table: Table, row: int, id: str) -> list[dict[str, Any]]:
        """The treatments of one row of one table."""
        result, text = self.result, table.line(row, "treatment_owner")
        owner = result.unit(table.place_of(row, "treatment_owner"), text) if text else None
        text = table.line(row, "due")
        due, is_guess = days.meant(text, year=year_of(result, table))
        if text and due is None:
            why = days.said_no_year(text, result.qms.today)
            result.unread.append((table.place_of(row, "due"), text, why))
        if is_guess:
            result.assumed.append((id, say("{text} is taken as {day}", text=text, day=due)))
        done = items(table.text(row, "treatment"))
        return [{"what": what, "owner": owner, "due": due} for what in done]

    def tell_lone(self, row: int) -> None:
        """Tell who and by when, where nothing says what is done: they are parts of a treatment."""
        text = self.line(row, "treatment_owner")
        is_owner = treating(self.result, self.table, text)
        for role in ("due",) if is_owner else ("due", "treatment_owner"):
            if text := self.table.line(row, role):
                why = say("no column says what is done about the risk; not taken")
                self.result.unread.append((self.table.place_of(row, role), text, why))
