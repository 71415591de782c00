"""What is published: the texts in force that their readers may see, and why others are not."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from smmkit.analyses.leaving.screening import DIGITS
from smmkit.analyses.leaving.selection import Chosen
from smmkit.analyses.lifecycle.state import standings, text_in_force
from smmkit.analyses.privacy.confidentiality import class_of_document
from smmkit.analyses.privacy.personal_data import Trace, in_source
from smmkit.analyses.surveys.surveys import Outcome, outcomes
from smmkit.analyses.texts.prose_pictures import drawn_in
from smmkit.documents import Document
from smmkit.documents.people import PersonEntry
from smmkit.documents.policy import QualityPolicy
from smmkit.documents.services import ServiceStandard
from smmkit.documents.submission import Shown, Submission
from smmkit.files.tree import sha256
from smmkit.qms import Qms
from smmkit.words import ClosedList, Message, say


class Profile(ClosedList):
    """For whom a site is."""

    STAFF = "staff", "for the staff, on the network of the office"
    PUBLIC = "public", "for citizens: service standards, policy, survey, complaints"


FOR_CITIZENS = (ServiceStandard, QualityPolicy)
"""The kinds of documents that citizens have a right to, or that are addressed to them."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A document that is not published, and why."""

    document: Document
    reason: Message


@dataclass(frozen=True, slots=True)
class Publication:
    """All that a site shows."""

    qms: Qms
    profile: Profile
    chosen: tuple[Chosen, ...]
    kept: tuple[Kept, ...]
    survey: Outcome | None
    """The latest survey, of which citizens are told the result."""

    @property
    def traces(self) -> list[Trace]:
        """Personal data in it; those of who signs in office may stay."""
        sources = [(one.document.source, one.document.id) for one in self.chosen]
        if self.survey:
            sources.append((self.survey.survey.source, self.survey.survey.id))
        found = (trace for source, id_ in sources for trace in in_source(source, id_, self.qms))
        return [trace for trace in found if not trace.is_officer]

    @property
    def unseen(self) -> Iterator[tuple[str, str, str]]:
        """Pictures on its pages that nobody has looked at: each with its document and its fingerprint.

        Who looked at one for a submission (`seen:`) has looked at it.
        """
        seen = {
            (one.file, one.fingerprint.lower())
            for submission in self.qms.of(Submission)
            for one in submission.seen
            if self.qms.get(one.by, PersonEntry)
        }
        for chosen in self.chosen:
            for path in drawn_in(chosen.document, self.qms):
                fingerprint = sha256(self.qms.tree.read(path))[:DIGITS]
                if (path, fingerprint) not in seen:
                    yield path, chosen.document.id, fingerprint


def publication(
    qms: Qms, profile: Profile, classes: Collection[str] = (), left_out: Collection[str] = ()
) -> Publication:
    """What is published for these readers; `classes` go to the staff though they may not leave."""
    shown = frozenset(
        one.id
        for one in (qms.settings.classes if qms.settings else ())
        if one.outside or one.id in classes
    )
    qms = replace(qms, people=Shown.CODES, shown=shown)
    chosen: list[Chosen] = []
    kept: list[Kept] = []
    for document in qms.of(Document):
        if profile is Profile.PUBLIC and not isinstance(document, FOR_CITIZENS):
            continue
        reason = kept_back(qms, document, classes, left_out)
        text = None if reason else text_in_force(qms, document)
        if text is None:
            standing = qms.fact(standings)[document.id]
            why = reason or say("state: {state}", state=standing.state.label)
            kept.append(Kept(document, why))
        else:
            standing = qms.fact(standings)[document.id]
            chosen.append(Chosen(text.document, document, text.path, standing))
    return Publication(qms, profile, tuple(chosen), tuple(kept), survey_of(qms, profile, left_out))


def kept_back(
    qms: Qms, document: Document, classes: Collection[str], left_out: Collection[str]
) -> Message | None:
    """Why a document is not shown to these readers; None if it is. Without a class nothing is."""
    if document.id in left_out:
        return say("left out on request")
    class_ = class_of_document(document, qms)
    if class_ is None:
        return say("has no class of confidentiality, so it stays")
    if not class_.outside and class_.id not in classes:
        return say("class {name}: may not leave", name=class_.title)
    return None


def survey_of(qms: Qms, profile: Profile, left_out: Collection[str]) -> Outcome | None:
    """The latest survey that was held and may be told of; only citizens are told here."""
    found = [one for one in qms.fact(outcomes).values() if may_be_told(qms, one, left_out)]
    return found[-1] if found and profile is Profile.PUBLIC else None


def may_be_told(qms: Qms, outcome: Outcome, left_out: Collection[str]) -> bool:
    """Whether a survey has ended by the day, is of a class that may leave, and has a result."""
    survey = outcome.survey
    class_ = class_of_document(survey, qms)
    is_open = class_ is not None and class_.outside and survey.id not in left_out
    return is_open and survey.until <= qms.as_of and outcome.result.value is not None


def channels(publication: Publication) -> list[tuple[str, list[Document]]]:
    """Where complaints can be brought, each with the service standards that name it."""
    found: dict[str, list[Document]] = {}
    for one in publication.chosen:
        if isinstance(one.document, ServiceStandard):
            for channel in one.document.complaint_channels:
                found.setdefault(channel, []).append(one.document)
    return [*found.items()]
