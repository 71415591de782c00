"""How far an organization has come on its journey: each step with what is still wanting to leave it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from smmkit.analyses.agenda.people import stand_for
from smmkit.analyses.cycle.course import is_in_cycle
from smmkit.analyses.gap.parts import Gap
from smmkit.analyses.gap.readiness import Reason, wanting
from smmkit.documents.people import PersonEntry
from smmkit.documents.settings import Settings
from smmkit.qms import Qms
from smmkit.standards import Standard
from smmkit.standards.journeys import Journey, JourneyStep, shipped_journeys
from smmkit.standards.readiness import BEFORE_CERTIFICATE, Criterion, Milestone, Stage
from smmkit.words import Message, Words, say


@dataclass(frozen=True, slots=True)
class Wanting:
    """A criterion that does not hold yet, and why."""

    criterion: Criterion
    reasons: tuple[Reason, ...]

    FOR_PROGRAMS: ClassVar = {
        "id": "criterion.id",
        "what": "criterion.text",
        "reasons": "reasons",
    }


@dataclass(frozen=True, slots=True)
class Stop:
    """A step of the journey on the day: done, or what is wanting."""

    id: str
    title: Words | Message
    command: str
    criteria: int
    wanting: tuple[Wanting, ...]
    settled_by: str = ""
    """The later step by which it counts as done."""

    FOR_PROGRAMS: ClassVar = {
        "id": "id",
        "title": "title",
        "done": "is_done",
        "criteria": "criteria",
        "wanting": "wanting",
        "settled_by": "settled_by",
    }

    @property
    def is_milestone(self) -> bool:
        """Whether it is one for which the QMS becomes ready, so that nothing was done yet by being ready."""
        return self.id in set(Milestone)

    @property
    def said(self) -> Words | Message:
        """The step in a sentence: by its number too, where it has one, as A1; a milestone by its name."""
        if self.is_milestone:
            return self.title
        return say("{id} {title}", id=self.id, title=self.title)

    @property
    def mark(self) -> Message | str:
        """What it is called for short: by its number, as A1; a milestone by its name."""
        return next((one.label for one in Milestone if one == self.id), self.id)

    @property
    def is_done(self) -> bool:
        """Whether nothing is wanting, or a later step has settled it."""
        return not self.wanting or bool(self.settled_by)


@dataclass(frozen=True, slots=True)
class Next:
    """The next thing to do: why, how, in which file or by which command, and who does it."""

    stop: Stop
    what: Words
    why: tuple[Message, ...]
    how: str
    people: tuple[str, ...]

    FOR_PROGRAMS: ClassVar = {
        "step": "stop.id",
        "what": "what",
        "why": "why",
        "how": "how",
        "people": "people",
    }


def journey_of(qms: Qms) -> Journey | None:
    """The journey of the first standard of the QMS that has one; else the steps that a pack asks for."""
    known = {**shipped_journeys(), **{one.standard: one for one in qms.journeys.values()}}
    own = next((known[id_] for id_ in qms.standard_ids if id_ in known), None)
    if own is not None:
        return own
    packs = (qms.standard(id_) for id_ in qms.standard_ids)
    return next((of_readiness(pack) for pack in packs if pack and pack.readiness), None)


def of_readiness(pack: Standard) -> Journey:
    """What a standard says must stand before each step of the certification, as a journey."""
    return Journey(
        kind="journey", id=pack.id, standard=pack.id, steps=tuple(map(step_of, pack.readiness))
    )


def step_of(stage: Stage) -> JourneyStep:
    """One step of the certification."""
    command = f"smm gap-report --ready {stage.id.value}"
    return JourneyStep(id=stage.id.value, command=command, criteria=stage.criteria)


def stops(qms: Qms, journey: Journey, found: Gap) -> list[Stop]:
    """Every step of a journey as it stands on the day."""
    titles = {clause.id: clause.title for clause in found.standard.clauses}
    own = [stop(qms, step, found, titles) for step in journey.steps]
    done = {one.id for one in own if not one.wanting}
    settled = certified(qms, journey) | {
        earlier: step.id for step in journey.steps if step.id in done for earlier in step.settles
    }
    return [
        one
        if one.id not in settled
        else Stop(one.id, one.title, one.command, one.criteria, one.wanting, settled[one.id])
        for one in own
    ]


def stop(qms: Qms, step: JourneyStep, found: Gap, titles: Mapping[str, Words]) -> Stop:
    """One step."""
    lacking = [
        Wanting(criterion, reasons)
        for criterion in step.criteria
        if (reasons := tuple(wanting(qms, found, criterion)))
    ]
    milestone = next((one.label for one in Milestone if one == step.id), step.id)
    title = step.title or titles.get(step.id) or say("getting ready for {step}", step=milestone)
    return Stop(step.id, title, step.command, len(step.criteria), tuple(lacking))


def certified(qms: Qms, journey: Journey) -> dict[str, str]:
    """The steps that a certificate has put behind, each with that of the certificate, or that comes then.

    It may wait to be taken up again: nobody has to register anew for that.
    """
    then = Milestone.SURVEILLANCE.value
    if not is_in_cycle(qms):
        return {}
    ids = {step.id for step in journey.steps}
    behind = {one.value: then for one in BEFORE_CERTIFICATE if {one.value, then} <= ids}
    for step in journey.steps:
        if any(criterion.certified for criterion in step.criteria):
            behind |= dict.fromkeys(step.settles, step.id)
    return behind


def current(found: Iterable[Stop]) -> Stop | None:
    """The first step that is not done; None where all are."""
    return next((one for one in found if not one.is_done), None)


def next_of(qms: Qms, at: Stop) -> Next:
    """What is done first to leave a step."""
    first = at.wanting[0]
    files = [reason.how for reason in first.reasons if reason.how in qms.sources]
    commands = [reason.how for reason in first.reasons if reason.how.startswith("smm ")]
    how = next(iter((*files, *commands)), at.command)
    why = tuple(reason.why for reason in first.reasons)
    return Next(at, first.criterion.text, why, how, tuple(dict.fromkeys(doers(qms, how))))


def doers(qms: Qms, how: str) -> Iterator[str]:
    """Who does it: who stands for the owner of the file; else who answers for the QMS as a whole."""
    for document in qms.documents:
        if document.path == how and document.owner:
            yield from stand_for(qms, document.owner)
            return
    home = qms.settings
    if home is not None:
        yield from responsible(qms, home)


def responsible(qms: Qms, home: Settings) -> Iterator[str]:
    """The person who answers for the QMS; else who stands for the owner of qms.yaml."""
    if home.responsible and qms.get(home.responsible, PersonEntry):
        yield home.responsible
    elif home.owner:
        yield from stand_for(qms, home.owner)
