"""smm erase: find where a person stands, show what becomes of each place, ask, take out what may go.

Leaves with 1 while the person still stands somewhere, or nothing was written.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument

from smmkit.console.completion import refresh_ids
from smmkit.console.language import reader
from smmkit.console.mending import mend
from smmkit.console.opening import Opened, opened, root_with_home
from smmkit.console.options import AsOf, Folder, Lang, Yes
from smmkit.console.output import drawn, show_lines, show_notice, show_text
from smmkit.console.verb import Purpose, verb
from smmkit.dialogue.confirmation import confirm_writing
from smmkit.errors import SmmError
from smmkit.words import Language, say, say_n

if TYPE_CHECKING:
    from smmkit.analyses.people.erasure import Erasure
    from smmkit.analyses.people.whereabouts import Sought


@verb("erase", Purpose.DOCUMENTS, order=9)
def command(
    person: Annotated[str, Argument(metavar="PERSON")],
    folder: Folder = Path(),
    as_of: AsOf = None,
    yes: Yes = False,
    lang: Lang = None,
) -> int:
    """Take the data of a person out of the texts: an id, a name or a number. Shows first, and asks.
    What retention still protects stays, with the reason and the day. It cannot be undone.
    """
    from smmkit.analyses.people.erasure import erasure
    from smmkit.reports.erasure import page

    root = root_with_home(folder)
    mend(root)
    found = opened(root, as_of=as_of)
    speech = reader(lang, found.qms)
    who = person_meant(found, person)
    show_notice(speech.say(say("Looking through {path} ...", path=str(root))))
    plan = erasure(found.qms, who)
    if plan.is_nowhere:
        said = say("The person stands nowhere in the texts and files that can be read.")
        show_lines([said], speech)
        return 0
    show_text(f"{drawn(page(plan), 'text', speech, found.qms.as_of, None)!s}\n")
    if not plan.after:
        show_lines([say("There is nothing that may be taken out now.")], speech)
        return 1
    question = say_n(
        "Take it out of {n} file? It cannot be undone.",
        "Take it out of {n} files? It cannot be undone.",
        len(plan.after),
    )
    if not confirm_writing(question, yes, speech):
        return 1
    take_out(found, plan, speech)
    return int(bool(plan.kept or plan.by_hand))


def person_meant(found: Opened, text: str) -> Sought:
    """The person that is meant.

    Raises:
        SmmError: it is too little to look for.
    """
    from smmkit.analyses.people.whereabouts import sought

    who = sought(found.qms, text)
    if who is None:
        raise SmmError(
            say(
                "{text} is too little to look for; write an id, a whole name or a number", text=text
            )
        )
    return who


def take_out(found: Opened, plan: Erasure, speech: Language) -> None:
    """Write the texts without the person, delete what would bring the data back, say what follows."""
    from smmkit.fixes.putting_right import sealed_among
    from smmkit.writing import exchange

    texts = {path: data.decode("utf-8-sig") for path, data in plan.after.items()}
    sealed = sealed_among(texts, found.qms)
    exchange(found.root, plan.before, plan.after, "erase", forgetting=True)
    refresh_ids(found.root)
    done = say("It is taken out. What smm undo kept is deleted, so that nothing brings it back.")
    again = [
        say("{path} was approved: raise its `version:`, then smm approve", path=one)
        for one in sealed
    ]
    show_lines([done, *again], speech)
