"""smm handover: what is open for a person; with --to another is named in its place, shown first.

Leaves with 1 while something is left that a person has to do.
"""

from __future__ import annotations

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
from smmkit.words import say

if TYPE_CHECKING:
    from smmkit.analyses.people.handover import Handover
    from smmkit.documents.people import PersonEntry


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
    from smmkit.fixes.handover_left import left_to_do

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
    left = [*left_to_do(plan, outcome, to, found.qms)]
    if not outcome.after:
        show_lines([*left, say("There is nothing that may be handed over now.")], speech)
        return 1
    before = {path: data.decode("utf-8-sig") for path, data in outcome.before.items()}
    show_text("".join(f"{line}\n" for line in difference(before, outcome.texts)) + "\n")
    show_lines(left, speech)
    if not exchange_if_confirmed(found, outcome.before, outcome.after, "handover", yes, speech):
        return 1
    return int(bool(left))
