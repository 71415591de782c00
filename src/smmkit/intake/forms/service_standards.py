"""A form as the standard of a service, with its fourteen components."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any, Final

from smmkit.documents.regulations import RegulationEntry
from smmkit.documents.services import ServiceEntry
from smmkit.intake.forms.base import titled
from smmkit.intake.forms.form_lines import BEFORE, Form
from smmkit.intake.named_services import service_named
from smmkit.intake.numbers import duration, number
from smmkit.intake.result import Result
from smmkit.intake.words import comparable
from smmkit.words import say
from smmkit.yaml_text.emit import Quoted

SORT: Final = r"(?:standar (?:pelayanan|layanan)|service standard)(?: publik)?[\s:]*+"
TITLE: Final = re.compile(SORT, re.I)
NAMES: Final = re.compile(rf"^{SORT}(?=\S)", re.I)
"""What says that a service standard follows: alone in its line, or before the name of the service."""


def service_standard(result: Result, form: Form, above: list[str]) -> dict[str, Any]:
    """A standard of a service, with its fourteen components."""
    id_ = result.fresh("SP")
    named = form.line("title") or next(
        (NAMES.sub("", line) for line in above if NAMES.match(line)), ""
    )
    named = named or below_title(above) or numbered_above(form)
    service = service_named(result.qms, named)
    entry = result.qms.get(service or "", ServiceEntry)
    owner = entry.owner if entry else result.owner
    return components(result, form, id_, (named, service, owner))


def below_title(above: list[str]) -> str:
    """The service that the line below the title names."""
    found = (below for line, below in pairwise(above) if TITLE.fullmatch(line))
    return BEFORE.sub("", next(found, ""))


def numbered_above(form: Form) -> str:
    """The service that a numbered line right above its table names: `2. Akta Kelahiran`."""
    line = next((one for grid in form.grids[:1] for one in grid.above[-1:]), "")
    return BEFORE.sub("", line) if BEFORE.match(line) else ""


def components(
    result: Result, form: Form, id_: str, of: tuple[str, str | None, str | None]
) -> dict[str, Any]:
    """The standard of a service, of which the name, the id and the unit are known: what is promised."""
    named, service, owner = of
    time, people = duration(form.line("time_limit")), number(form.line("staff").split(" ")[0])
    days = int(time[0]) if time and time[1] == "day" and time[0] == int(time[0]) else None
    if days:
        what = say("{text} is taken as {n} working days", text=form.line("time_limit"), n=days)
        result.assumed.append((id_, what))
    needed = {
        name: form.many(name) or [result.blank(id_, say("a component of the service standard"))]
        for name in ("requirements", "procedure", "complaint_channels")
    }
    said = {
        name: form.line(name) or result.blank(id_, say("a component of the service standard"))
        for name in ("time_limit", "fee", "product")
    }
    more = ("supervision", "guarantee", "safety", "evaluation", "proclamation")
    return {
        "kind": "service-standard",
        "id": id_,
        "title": titled(named) if named else result.blank(id_, say("title")),
        "version": Quoted("1"),
        "owner": owner,
        "clauses": [Quoted("8.2.1"), Quoted("8.2.2")],
        "classification": result.class_,
        "service": service or result.blank(id_, say("the service that it is about")),
        **needed,
        **said,
        "promised_days": days,
        "legal_basis": laws(result, form),
        "facilities": form.many("facilities"),
        "competence": form.many("competence"),
        "staff": int(people) if people and people == int(people) else None,
        **{name: form.line(name) or None for name in more},
    }


def laws(result: Result, form: Form) -> list[str]:
    """The regulations of the register that a form names; who is not there, is told."""
    known = {comparable(t.title): i for i, t in result.qms.things.items() if is_law(t)}
    known |= {comparable(i): i for i in known.values()}
    found = []
    for text in form.many("legal_basis"):
        if id_ := known.get(comparable(text)):
            found.append(id_)
        else:
            why = say("this is no regulation of the register")
            result.unread.append((form.lines["legal_basis"][1], text, why))
    return found


def is_law(thing: object) -> bool:
    """Whether something is a regulation of the register."""
    return isinstance(thing, RegulationEntry)
