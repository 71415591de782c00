"""SMM340 edition-of-another-day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from pydantic import Field

from smmkit.analyses.cycle.editions import Cited, cited, paper_day, successions
from smmkit.analyses.references.links import Link, links
from smmkit.calendar_ends import months_before
from smmkit.documents import Information
from smmkit.documents.certification import Certificate
from smmkit.documents.settings import Settings
from smmkit.location import Location, Path
from smmkit.model.marks import CLAUSE, STANDARD
from smmkit.model.part import Part, Text, Whole
from smmkit.problem import Problem, Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, say


class Citing(Part):
    """Who may cite another edition than that of the day."""

    months: Annotated[Whole, Field(ge=0)] = 0
    """For how many months after its last day an old edition may still be cited."""
    kinds: tuple[Text, ...] = ("change-plan", "glossary")
    """Kinds of documents that speak of other days, and may cite every edition."""


@rule(
    "SMM340",
    "edition-of-another-day",
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.2",
    clause="7.5.3.2",
    settings=Citing,
)
def edition_of_another_day(qms: Qms, settings: Citing) -> Problems:
    """A paper cites the edition of its day: none that was not yet published, none that had ended.

    Why: a paper of 2021 that knows an edition of 2026 was written later than it says. One that cites
    an edition whose time is over shows that nobody watches the standards.
    """
    for document in qms.documents:
        day = qms.as_of if isinstance(document, Settings) else paper_day(document)
        if day is not None and document.kind not in settings.kinds:
            yield from in_texts(qms, document, day, settings)
    yield from in_fields(qms, settings)


def in_texts(qms: Qms, document: Information, day: date, settings: Citing) -> Iterator[Problem]:
    """What its texts cite, each once."""
    told: set[str] = set()
    for one in cited(qms, document):
        said = of_a_law(document, one, day) if one.edition is None else None
        if one.edition is not None:
            said = of_another_day(document, one, day, settings)
        if said and one.words not in told:
            told.add(one.words)
            message, hint = said
            yield problem(
                document, *one.steps, at=prose_location(document, one), message=message, hint=hint
            )


def prose_location(document: Information, one: Cited) -> Location | None:
    """Where it stands in the prose; else the key path says it."""
    return None if one.offset is None else document.source.prose_at(one.offset)


def of_another_day(
    document: Information, one: Cited, day: date, settings: Citing
) -> tuple[Message, Message] | None:
    """What is wrong with citing an edition on a day, and what to do."""
    edition = one.edition
    if edition and edition.since and day < edition.since:
        message = say(
            "{id} is of {day} and cites {edition}, which was published only on {since}",
            id=document.id,
            day=day,
            edition=edition.name,
            since=edition.since,
        )
        return message, say("cite the edition of its day, or write the true day")
    if edition and edition.until and ended(edition.until, day, settings):
        message = say(
            "{id} is of {day} and cites {edition}, whose last day was {until}",
            id=document.id,
            day=day,
            edition=edition.name,
            until=edition.until,
        )
        if edition.replaced_by:
            return message, say("cite {edition}", edition=edition.replaced_by)
        return message, say("cite what has taken its place")
    return None


def of_a_law(document: Information, one: Cited, day: date) -> tuple[Message, Message] | None:
    """What is wrong with citing a law of a later year."""
    if one.year <= day.year:
        return None
    message = say(
        "{id} is of {day} and cites {words}, which is of a later year",
        id=document.id,
        day=day,
        words=one.words,
    )
    return message, say("cite what held on its day, or write the true day")


def in_fields(qms: Qms, settings: Citing) -> Iterator[Problem]:
    """The standards that fields name: none before its day, none after the end of its transition."""
    followed = qms.fact(successions)
    published = {new: change.published for new, change in followed.values()}
    for link in qms.fact(links):
        document, name = link.document, named(link)
        if not name or document.kind in settings.kinds:
            continue
        day = qms.as_of if isinstance(document, Settings) else paper_day(document)
        if day is None:
            continue
        if name in published and day < published[name]:
            yield too_early(document, link.steps, name, day, published[name])
        elif link.mark is STANDARD and name in followed and not isinstance(document, Certificate):
            new, change = followed[name]
            if ended(change.ends, day, settings):
                message = say(
                    "{id} is of {day} and names {standard}, whose last day was {until}",
                    id=document.id,
                    day=day,
                    standard=name,
                    until=change.ends,
                )
                yield problem(
                    document, *link.steps, message=message, hint=say("write {new}", new=new)
                )


def named(link: Link) -> str:
    """The standard that a link names, by itself or before a clause; empty where it names none."""
    if link.mark is STANDARD:
        return link.target
    return link.target.rpartition("/")[0] if link.mark is CLAUSE else ""


def too_early(document: Information, steps: Path, name: str, day: date, since: date) -> Problem:
    """A field names a standard that was not there yet."""
    message = say(
        "{id} is of {day} and names {standard}, which was published only on {since}",
        id=document.id,
        day=day,
        standard=name,
        since=since,
    )
    return problem(
        document,
        *steps,
        message=message,
        hint=say("name the edition of its day, or write the true day"),
    )


def ended(until: date, day: date, settings: Citing) -> bool:
    """Whether an edition had ended on a day, with the time that is given."""
    return until < (months_before(day, settings.months) if settings.months else day)
