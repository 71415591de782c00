"""smm save: keep all that has changed in the history (git), with a sentence that says what it was.

Leaves with 0 also where the folder has faults: what is half done is kept, too, and told; with 1 where
numbers of people would enter the history, and nobody has said that they may.
"""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated, NamedTuple

from typer import Argument, Option

from smmkit.console.language import reader
from smmkit.console.opening import Opened, opened_to_write, root_with_home
from smmkit.console.options import Folder, Lang, Yes
from smmkit.console.output import show_lines
from smmkit.console.saving import By, author, refuse_marks, save_notes
from smmkit.console.verb import Purpose, verb
from smmkit.errors import SmmError
from smmkit.words import Language, Message, say


@verb("save", Purpose.DAY, order=7)
def command(
    message: Annotated[str, Argument(metavar='"WHAT CHANGED"')],
    folder: Folder = Path(),
    by: By = None,
    begin: Annotated[
        bool, Option("--begin", help="Begin a history in this folder, where there is none.")
    ] = False,
    yes: Yes = False,
    lang: Lang = None,
) -> int:
    """Keep all that has changed, with a sentence that says what it was; others get it by smm share."""
    from smmkit.git.saving import begun
    from smmkit.writing.lock import locked

    if not message.strip() or "\0" in message:
        raise SmmError(say('say in a few words what has changed: smm save "what changed"'))
    found = opened_to_write(root_with_home(folder))
    speech = reader(lang, found.qms)
    who = author(found, by)
    has_one = has_history(found.root)
    if not has_one and not wants_one(found.root, begin, speech):
        return 1
    with locked(found.root), nullcontext() if has_one else begun(found.root):
        wanted = Wanted(message.strip() + "\n", who, by, yes)
        said = saved_as(found, wanted, speech)
        show_lines(said, speech)
    return 0 if said else 1


class Wanted(NamedTuple):
    """What is asked for: a sentence, who saves, how they were named, and whether nothing is to be asked."""

    message: str
    who: tuple[str, str]
    by: str | None
    yes: bool


def saved_as(found: Opened, wanted: Wanted, speech: Language) -> list[str | Message]:
    """Save what has changed; what is to be said of it, nothing where it was not wanted after all.

    Raises:
        SmmError: a file cannot be kept so, or git refuses.
    """
    from smmkit.console.entering_history import personal_data_since
    from smmkit.git.desk import desk_of
    from smmkit.git.identity import identity, remember, variables
    from smmkit.git.saving import record, staged

    notes: list[str | Message] = []
    if wanted.by and not identity(found.root)[0]:
        remember(found.root, *wanted.who)
        notes.append(say("You are known here as {name} from now on.", name=wanted.who[0]))
    with desk_of(found.root, variables(*wanted.who)) as desk:
        desk.branch()
        saved = staged(desk, found.root)
        if not saved.changes:
            return [*notes, say("Nothing has changed since it was saved last.")]
        refuse_marks(found, saved.changes)
        before = saved.parent or desk.ask("mktree")
        if not may_enter(list(personal_data_since(found, before)), wanted.yes, speech):
            return []
        commit = record(desk, saved, wanted.message)
    return [*notes, *save_notes(found, saved.changes, commit, desk.who["GIT_AUTHOR_NAME"])]


def may_enter(told: list[str | Message], yes: bool, speech: Language) -> bool:
    """Whether numbers of people that are about to enter the history may do so, if there are any."""
    from smmkit.dialogue.confirmation import confirm_writing

    if not told:
        return True
    show_lines(told, speech)
    question = say("Nothing takes it out of the history later. Save it all the same?")
    return confirm_writing(question, yes, speech)


def has_history(root: Path) -> bool:
    """Whether there is a repository to save into.

    Raises:
        SmmError: there is none, and no git to begin one.
    """
    from smmkit import git

    if git.top_of(root) is not None:
        return True
    if not git.installed():
        raise SmmError(
            say(
                "there is no history here, and to keep one git is needed; get it at git-scm.com. All else "
                "works without it"
            )
        )
    return False


def wants_one(root: Path, begin: bool, speech: Language) -> bool:
    """Whether a history is to be begun here: one is only where a person wants it.

    Raises:
        SmmError: nobody can be asked.
    """
    from smmkit.dialogue.confirmation import ask_yes_or_no

    if begin:
        return True
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise SmmError(
            say(
                "{folder} has no history yet (it is no git repository); to begin one, add --begin",
                folder=str(root),
            )
        )
    question = say("{folder} has no history yet. Begin one here?", folder=str(root))
    if not ask_yes_or_no(question, speech):
        show_lines([say("Nothing was written.")], speech)
        return False
    return True
