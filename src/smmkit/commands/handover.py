"""smm handover: what is open for a person; with --to another is named in its place, shown first.

Leaves with 1 while something is left that a person has to do.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from smmkit.console.differences import difference
from smmkit.console.language import reader
from smmkit.console.mending import mend
from smmkit.console.opening import FAULTY, Opened, opened, root_with_home
from smmkit.console.options import PAGE_FORMS, AsOf, Folder, Lang, Output, PageForm, Yes
from smmkit.console.output import form_of, show_lines, show_report, show_text
from smmkit.console.verb import Purpose, verb
from smmkit.dialogue.confirmation import exchange_if_confirmed
from smmkit.errors import SmmError
from smmkit.words import Message, say, say_n

if TYPE_CHECKING:
    from smmkit.analyses.people.handover import Handover
    from smmkit.documents.people import PersonEntry
    from smmkit.fixes.handing_over import HandedOver


@verb("handover", Purpose.DOCUMENTS, order=8)
def command(
    person: Annotated[str, Argument(metavar="PERSON")],
    folder: Folder = Path(),
    to: Annotated[
        str | None, Option("--to", metavar="PERSON", help="Who takes it over; shows it first.")
    ] = None,
    approved: Annotated[
        bool,
        Option("--approved", help="Change approved texts, too; they are then approved again."),
    ] = False,
    form: PageForm = None,
    output: Output = None,
    yes: Yes = False,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Show what is open for a person (id, name or post) and for the roles held: places that name
    the person, agenda, approvals. With --to another is named there; what was done stays.
    """
    from smmkit.analyses.people.handover import Handover
    from smmkit.reports.handover import HandoverReport

    if to is None:
        if approved or yes:
            raise SmmError(say("--approved and --yes need --to"))
        found = opened(folder, as_of=as_of)
        plan = Handover(found.qms, meant(person, found))
        drawn_as = form_of(form, output, PAGE_FORMS)
        return show_report(found, HandoverReport(found.qms, plan), drawn_as, output, lang)
    if form or output:
        raise SmmError(say("--to changes the folder; leave it out to see the page as a file"))
    root = root_with_home(folder)
    mend(root)
    found = opened(root, as_of=as_of)
    if found.qms.settings is None:
        raise SmmError(FAULTY)
    plan = Handover(found.qms, meant(person, found))
    return hand_over(found, plan, meant(to, found), approved, yes, lang)


def meant(word: str, found: Opened) -> PersonEntry:
    """The person of the register whom an id, a name or a post means.

    Raises:
        SmmError: there is none, or more than one.
    """
    from smmkit.approval.lookup import person_named as named
    from smmkit.console.lookup import person_named
    from smmkit.documents.people import PersonEntry

    match = named(word, found.qms, found.qms.as_of)
    if len(match.ids) > 1 and match.sure:
        raise SmmError(say("{name} may be more than one person: {ids}", name=word, ids=match.ids))
    entry = found.qms.get(match.id or person_named(word, found.qms), PersonEntry)
    if entry is None:
        raise SmmError(say("{id} stands in a file that has faults; run `smm validate`", id=word))
    return entry


def hand_over(
    found: Opened, plan: Handover, to: PersonEntry, approved: bool, yes: bool, lang: str | None
) -> int:
    """Show what changes, ask, and write all of it or nothing.

    Raises:
        SmmError: it is the same person, or nobody who holds a role.
    """
    from smmkit.fixes.handing_over import handed_over

    speech = reader(lang, found.qms)
    if to.id == plan.person.id:
        raise SmmError(say("{id} cannot take over from {id}; name somebody else", id=to.id))
    if to.assignments and not to.held_on(found.qms.as_of):
        raise SmmError(
            say(
                "{id} holds no role on {day}; name somebody who is in office",
                id=to.id,
                day=found.qms.as_of,
            )
        )
    outcome = handed_over(found.qms, plan.places, to.id, approved=approved)
    left = [
        *handover_notes(plan, outcome, found),
        *impartial(outcome, found, to),
        *competent(outcome, found, to, plan.person),
    ]
    if not outcome.after:
        show_lines([*left, say("There is nothing that may be handed over now.")], speech)
        return 1
    before = {path: data.decode("utf-8-sig") for path, data in outcome.before.items()}
    show_text("".join(f"{line}\n" for line in difference(before, outcome.texts)) + "\n")
    show_lines(left, speech)
    if not exchange_if_confirmed(found, outcome.before, outcome.after, "handover", yes, speech):
        return 1
    return int(bool(left))


def handover_notes(plan: Handover, outcome: HandedOver, found: Opened) -> Iterator[Message]:
    """What a person should know before saying yes, and what is left to do."""
    from smmkit.analyses.people.handover_places import Fate
    from smmkit.fixes.putting_right import sealed_among

    for path in sealed_among(outcome.texts, found.qms):
        yield say(
            "{path} is approved, and its approval does not cover the new text: raise its `version:` "
            "and have it approved again: smm approve",
            path=path,
        )
    for one in outcome.twice:
        yield say(
            "{id} in {path}: who takes over is named there already; take {person} out",
            id=one.id,
            path=one.document.path,
            person=plan.person.id,
        )
    handled = [*outcome.passed, *outcome.twice]
    sealed = [one.id for one in plan.places if one.fate is Fate.SEALED and one not in handled]
    if sealed:
        yield say_n(
            "{n} approved text stays: {ids}; name the other with its next version, or now with --approved",
            "{n} approved texts stay: {ids}; name the other with their next version, or now with --approved",
            len(sealed),
            ids=sealed,
        )
    for stub in found.qms.stubs:
        yield say("{path} could not be read and stays as it is", path=stub.path)
    for held in plan.roles:
        if held.assignment.until and held.assignment.until < found.qms.as_of:
            continue
        yield say(
            "the role {role} is still held by {person}: write its last day and the next holder into "
            "the register of people",
            role=held.assignment.role,
            person=plan.person.id,
        )


def impartial(outcome: HandedOver, found: Opened, to: PersonEntry) -> Iterator[Message]:
    """That somebody would audit the own unit (9.2.2 c)."""
    from smmkit.fixes.handing_over import own_units

    for id_, unit in own_units(found.qms, outcome.passed, to):
        yield say(
            "{id} covers {unit}, where {person} works: nobody audits the own work; name somebody else there",
            id=id_,
            unit=unit,
            person=to.id,
        )


def competent(
    outcome: HandedOver, found: Opened, to: PersonEntry, before: PersonEntry
) -> Iterator[Message]:
    """What the one before could do and had shown, which does not pass with the work."""
    from smmkit.fixes.handing_over import proved_seats, untrained_for

    for id_, day in untrained_for(found.qms, outcome.passed, to):
        yield say(
            "{id}: {person} has no training as an internal auditor that holds on {day}; train {person}, or "
            "name somebody else",
            id=id_,
            person=to.id,
            day=day,
        )
    for id_ in proved_seats(outcome.passed):
        yield say(
            "{id}: the unit and the criteria beside {person} are still those of {before}; write those of "
            "{person}",
            id=id_,
            person=to.id,
            before=before.id,
        )
