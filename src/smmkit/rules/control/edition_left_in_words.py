"""SMM940 edition-left-in-words."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from smmkit.analyses.cycle.editions import Cited, citations, cited, paper_day, successions
from smmkit.analyses.lifecycle.state import GONE, standings
from smmkit.corrections.key_paths import value_at
from smmkit.documents import Document, Information
from smmkit.documents.assessment import GapAssessment
from smmkit.documents.audit import Audit
from smmkit.documents.certification import Certificate, Contract, Registration
from smmkit.documents.submission import Submission
from smmkit.model.part import Part, Text
from smmkit.problem import Problem, Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Speaking(Part):
    """What may speak of an edition that is no longer answered to."""

    kinds: tuple[Text, ...] = (
        "change-plan",
        "glossary",
        "issues",
        "swot",
        "interested-parties",
        "regulations",
        "risk-register",
        "knowledge",
        "direction",
        "performance-agreement",
    )
    """Kinds of documents that speak of the world, of other days, or of a year that was agreed on."""
    fields: tuple[Text, ...] = ("note", "change_note", "held", "supersedes", "reason", "source")
    """Fields that tell of what was."""


HELD = ("title", "scope")
"""What of a paper that names its standards says which they are."""


@rule(
    "SMM940",
    "edition-left-in-words",
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.2",
    clause="7.5.3.2",
    settings=Speaking,
)
def edition_left_in_words(qms: Qms, settings: Speaking) -> Problems:
    """A text speaks of the edition that it is held to, or that the QMS answers to.

    Why: where title and scope say one edition and `standards:` another, one of them is a slip, and the
    certificate is for one alone. A procedure that goes on citing the edition before shows the auditor of
    the change that nobody has looked through the texts. A text that names both speaks of the change.
    """
    for document in qms.documents:
        own = standards_of(document)
        if own:
            yield from editions_cited(qms, document, own, settings, newer_too=True)
        elif speaks_of_today(qms, document, settings):
            yield from editions_cited(qms, document, qms.standard_ids, settings, newer_too=False)


def speaks_of_today(qms: Qms, document: Information, settings: Speaking) -> bool:
    """Whether it is a text that holds, or is to hold, and not one that speaks of other days."""
    meant = isinstance(document, Document) and document.kind not in settings.kinds
    return meant and qms.fact(standings)[document.id].state not in GONE


def standards_of(document: Information) -> tuple[str, ...]:
    """The standards that a paper says it is for, or was held to."""
    if isinstance(document, Registration | Contract | Certificate | Audit):
        return document.standards
    if isinstance(document, GapAssessment | Submission):
        return (document.standard,)
    return ()


def editions_cited(
    qms: Qms, document: Information, own: Collection[str], settings: Speaking, *, newer_too: bool
) -> Iterator[Problem]:
    """What a text cites of an edition that is not among its own, each once."""
    seen: set[str] = set()
    for one in cited(qms, document):
        named = one.edition.standard if one.edition else None
        if not named or named in own or one.words in seen or speaks_elsewhere(one, settings):
            continue
        if newer_too and one.steps[:1] not in {(field,) for field in HELD}:
            continue
        other = related(qms, named, own, newer_too=newer_too)
        if other and not is_over(document, one) and not names_both(qms, document, one, own):
            seen.add(one.words)
            yield problem(
                document,
                *one.steps,
                at=None if one.offset is None else document.source.prose_at(one.offset),
                message=say(
                    "{id} speaks of {words}, and is for {standard}",
                    id=document.id,
                    words=one.words,
                    standard=other,
                )
                if newer_too
                else say(
                    "{id} speaks of {words}; this QMS answers to {standard}",
                    id=document.id,
                    words=one.words,
                    standard=other,
                ),
                hint=say("put right which is wrong")
                if newer_too
                else say("look whether the text fits {standard}, and cite that", standard=other),
            )


def speaks_elsewhere(one: Cited, settings: Speaking) -> bool:
    """Whether it stands in a field that tells of what was."""
    return any(step in settings.fields for step in one.steps)


def related(qms: Qms, named: str, own: Collection[str], *, newer_too: bool) -> str | None:
    """The next edition of a standard among some; with `newer_too` also the one before it."""
    after = qms.fact(successions)
    newer = after[named][0] if named in after else None
    if newer in own:
        return newer
    older = (old for old, (new, _) in after.items() if new == named and old in own)
    return next(older, None) if newer_too else None


def is_over(document: Information, one: Cited) -> bool:
    """Whether an edition was not there, or had ended, on the day of a paper: SMM340 tells of it."""
    day, edition = paper_day(document), one.edition
    if day is None or edition is None:
        return False
    early = edition.since is not None and day < edition.since
    return early or (edition.until is not None and edition.until < day)


def names_both(qms: Qms, document: Information, one: Cited, own: Collection[str]) -> bool:
    """Whether the same text cites an edition of its own, too."""
    if one.offset is not None:
        text = document.source.prose
    else:
        text = str(value_at(document.source.values, one.steps))
    return any(edition and edition.standard in own for _, edition, _ in citations(qms, text))
