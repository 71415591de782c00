"""smm erase: find where a person stands, show what becomes of each place, ask, take out what may go.

Leaves with 1 while the person still stands somewhere, or nothing was written.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Argument

from smmkit.console.completion import refresh_ids
from smmkit.console.language import reader
from smmkit.console.mending import mend
from smmkit.console.opening import opened, root_with_home
from smmkit.console.options import AsOf, Folder, Lang, Yes
from smmkit.console.output import drawn, show_lines, show_notice, show_text
from smmkit.console.verb import verb
from smmkit.dialogue.confirmation import confirm_writing
from smmkit.errors import SmmError
from smmkit.words import say, say_n


@verb("erase", order=128)
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
    from smmkit.analyses.erasure import erasure
    from smmkit.analyses.whereabouts import sought
    from smmkit.fixes.putting_right import sealed_among
    from smmkit.reports.erasure import page
    from smmkit.writing import exchange
    from smmkit.writing.undo import forget

    root = root_with_home(folder)
    mend(root)
    found = opened(root, as_of=as_of)
    speech = reader(lang, found.qms)
    who = sought(found.qms, person)
    if who is None:
        raise SmmError(
            say(
                "{text} is too little to look for; write an id, a whole name or a number",
                text=person,
            )
        )
    show_notice(speech.say(say("Looking through {path} ...", path=str(root))))
    plan = erasure(found.qms, who)
    if plan.is_nowhere:
        show_lines(
            [say("The person stands nowhere in the texts and files that can be read.")], speech
        )
        return 0
    show_text(f"{drawn(page(plan), 'text', speech, found.qms.as_of, None)!s}\n")
    if not plan.after:
        show_lines([say("There is nothing that may be taken out now.")], speech)
        return 1
    texts = {path: data.decode("utf-8-sig") for path, data in plan.after.items()}
    sealed = sealed_among(texts, found.qms)
    question = say_n(
        "Take it out of {n} file? It cannot be undone.",
        "Take it out of {n} files? It cannot be undone.",
        len(plan.after),
    )
    if not confirm_writing(question, yes, speech):
        return 1
    exchange(found.root, plan.before, plan.after, "erase", undoable=False)
    forget(found.root)
    refresh_ids(found.root)
    show_lines(
        [say("It is taken out. What smm undo kept is deleted, so that nothing brings it back.")],
        speech,
    )
    show_lines(
        [
            say("{path} was approved: raise its `version:`, then smm approve", path=one)
            for one in sealed
        ],
        speech,
    )
    return int(bool(plan.kept or plan.by_hand))
