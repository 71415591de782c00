"""SMM334 entered-twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.texts import squeezed
from smmkit.documents import Document, Information
from smmkit.location import Path
from smmkit.model.part import Part, Text
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.rules.settings import by_kind
from smmkit.words import say
from smmkit.yaml_text.source import HOLDING

LEFT_OUT = frozenset({"copies", "checked_against", "letterhead", "holidays", "targets"})
"""Lists of which others see to it, or in which the same may stand twice."""


class Own(Part):
    """What makes an entry one of its own."""

    keys: tuple[Text, ...] = (
        "audit.agenda:on+time+units",
        "audit.auditors:person",
        "audit.checklist:clause+unit+question",
        "certification-body.responses:grade",
        "communication-plan.entries:title+audience",
        "direction.evaluations:on",
        "direction.missions:number",
        "direction.missions:title",
        "external-providers.entries.evaluations:on",
        "gap-assessment.verdicts:requirement",
        "glossary.entries:title",
        "interested-parties.entries:title",
        "interview.items:question",
        "issues.entries:title",
        "knowledge.entries:title",
        "management-review.decisions:what",
        "objective.kpis:title",
        "performance-agreement.promises:kpi",
        "performance-report.achievements:kpi+period",
        "qms.units:title+part_of+until",
        "quality-policy.points:title",
        "regulations.entries:number",
        "risk-register.entries:title+about",
        "roles.entries:title+unit",
        "glossary.entries:english",
        "service-log.cases:number",
        "services.entries:title",
        "strategic-plan.goals:title",
        "strategic-plan.goals.targets:year",
        "submission.samples:what",
        "survey.questions:title",
        "swot.items:title",
        "team.members:person",
        "team.members.criteria:criterion",
        "training.attendance:person",
    )
    """By which fields the entries of a list differ: `swot.items:title`, `roles.entries:title+unit`."""


@rule(
    "SMM334",
    "entered-twice",
    of=Information,
    severity=Severity.WARNING,
    source="own rule",
    clause="7.5.2",
    filled=True,
    settings=Own,
)
def entered_twice(document: Information, qms: Qms, settings: Own) -> Problems:
    """A list names each thing once: no entry stands twice, or has the number or the title of another.

    Why: what is entered twice is counted twice, and of two entries of one name nobody knows which counts.
    """
    if isinstance(document, Document) and not counts(document, qms):
        return
    keys = {"approvals": [["by", "version"]]}
    for each in by_kind(settings.keys).get(document.kind, ()):
        way, _, names = each.partition(":")
        keys.setdefault(way, []).append(names.split("+"))
    for steps, entries in lists_in(document.source.values):
        way = ".".join(step for step in steps if isinstance(step, str))
        for index, first, text in repeated(entries, keys.get(way, [])):
            yield problem(
                document,
                *steps,
                index,
                message=say("the same as entry {n}: {text}", n=first + 1, text=text),
                hint=say("take one of the two out, or write what makes them differ"),
            )


def counts(document: Document, qms: Qms) -> bool:
    """Whether what a document says counts already: a draft promises nothing, but qms.yaml is used at once."""
    return document is qms.settings or is_live(document, qms)


def lists_in(value: Any) -> list[tuple[Path, list[Any]]]:
    """Every list in values as they were read, with its key path."""
    found: list[tuple[Path, list[Any]]] = []
    _gather(value, (), found)
    return found


def _gather(value: Any, steps: Path, found: list[tuple[Path, list[Any]]]) -> None:
    if isinstance(value, dict):
        for name, below in value.items():
            if isinstance(below, HOLDING) and name not in LEFT_OUT:
                _gather(below, (*steps, name), found)
        return
    found.append((steps, value))
    for index, below in enumerate(value):
        if isinstance(below, HOLDING):
            _gather(below, (*steps, index), found)


def repeated(
    entries: Sequence[Any], keys: Sequence[Sequence[str]]
) -> Iterator[tuple[int, int, str]]:
    """The entries that say what one before them says: where each stands, and the other, and what it is."""
    briefs = [brief(entry) for entry in entries]
    if not keys and len(set(briefs)) == len(briefs):
        return  # as in most lists
    seen: dict[object, int] = {}
    count = Counter(briefs)
    for index, (entry, short) in enumerate(zip(entries, briefs, strict=True)):
        if count[short] == 1 and not keys:
            continue
        said = list(sayings(entry, keys, whole=count[short] != 1))
        first = next((seen[one] for one, _ in said if one in seen), None)
        if first is not None:
            yield index, first, next(text for one, text in said if one in seen)
        for one, _ in said:
            seen.setdefault(one, index)


def brief(entry: Any) -> object:
    """What two entries have in common that say the same; it is made quickly."""
    if not isinstance(entry, Mapping):
        return plain(entry)
    return len(entry), *[one for name, one in entry.items() if name != "id" and type(one) is str]


def sayings(
    entry: Any, keys: Sequence[Sequence[str]], *, whole: bool
) -> Iterator[tuple[object, str]]:
    """What an entry says that no other may say: as a whole, and in its keys; with words for it."""
    if not isinstance(entry, Mapping):
        yield plain(entry), str(entry)
        return
    rest = {name: value for name, value in entry.items() if name != "id"}
    if whole and rest:
        shown = [
            str(rest[name]) for name in ("title", "what", "person", "kpi", "by") if name in rest
        ]
        yield repr(rest), shown[0] if shown else ", ".join(map(str, rest.values()))[:80]
    for names in keys:
        values = [entry.get(name) for name in names]
        if values[0] is not None:
            yield (*names, *(plain(one) for one in values)), str(values[0])


def plain(value: Any) -> str:
    """A value, so that two can be compared."""
    return squeezed(value) if isinstance(value, str) else repr(value)
