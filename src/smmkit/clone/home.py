"""qms.yaml of a clone: the organization and the units of the new agency in place of the old."""

from __future__ import annotations

from typing import Any

from smmkit.clone.trimming import Trimmed
from smmkit.errors import SmmError
from smmkit.new.qms import Answers
from smmkit.qms import Qms
from smmkit.words import language, say
from smmkit.yaml_text.cuts import New
from smmkit.yaml_text.scalars import flow


def defaults_of(other: Qms) -> tuple[str, Answers]:
    """The language of another QMS, and what a new one has like it unless it is told otherwise.

    Raises:
        SmmError: its qms.yaml has faults, or is of another format.
    """
    if other.settings is None or other.settings.source.values.get("smmkit") != 2:
        raise SmmError(say("qms.yaml of that folder has faults; first, there: smm validate"))
    organization = other.settings.organization
    units = {unit.id: unit.title for unit in other.settings.units}
    if not units:
        raise SmmError(say("there is no unit yet; write one under `units:` in qms.yaml"))
    answers = Answers("", "", organization.head, organization.time_zone, units)
    return organization.language, answers


def rename_organization(
    values: dict[str, Any], trimmed: Trimmed, answers: Answers, lang: str
) -> None:
    """What qms.yaml, whose values are given, is to say of the organization."""
    news, cuts, old = trimmed.news, trimmed.cuts, values["organization"]
    parent = {"parent": answers.parent} if answers.parent else {}
    texts = {"name": answers.name, "short_name": answers.short_name, **parent}
    texts |= {"head": answers.head, "language": lang, "time_zone": answers.zone}
    for name, text in texts.items():
        if name in old:
            news["organization", name] = New(text)
    cuts -= {("organization", name) for name in texts}
    if "parent" in old and not parent:
        cuts.add(("organization", "parent"))
    added = {name: text for name, text in texts.items() if name not in old}
    news["organization", "name"] = New(answers.name, beside=added)
    if answers.headcount is not None:
        news["version",] = New("1", '"1"', beside={"headcount": answers.headcount})
    title = say("Quality management system of {name}", name=answers.name)
    news["title",] = New(language(lang).say(title))


def replace_units(trimmed: Trimmed, answers: Answers) -> None:
    """The new units in place of the old ones."""
    units = [{"id": code, "title": name} for code, name in answers.units.items()]
    each = [flow(unit) for unit in units]
    trimmed.cuts = {cut for cut in trimmed.cuts if cut[0] != "units"}
    trimmed.news = {path: new for path, new in trimmed.news.items() if path[0] != "units"}
    lines = tuple(f"- {line}" for line in each)
    trimmed.news["units",] = New(units, f"[{', '.join(each)}]", lines)
