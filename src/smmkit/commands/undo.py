"""smm undo: show what the last verb changed, ask, put it back; what was undone can be undone again.

Leaves with 1 while it is not done.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from smmkit.console.completion import refresh_ids
from smmkit.console.differences import difference
from smmkit.console.language import reader
from smmkit.console.mending import mend
from smmkit.console.opening import opened, root_of
from smmkit.console.options import Folder, Lang, Yes
from smmkit.console.output import show_lines, show_text
from smmkit.console.verb import Purpose, verb
from smmkit.dialogue.confirmation import confirm_writing
from smmkit.errors import SmmError
from smmkit.layout import WRITING
from smmkit.new.modeline import SCHEMAS
from smmkit.words import Language, say

if TYPE_CHECKING:
    from smmkit.writing.undo import Undoable


@verb("undo", Purpose.DAY, order=9)
def command(folder: Folder = Path(), yes: Yes = False, lang: Lang = None) -> int:
    """Put back what the last verb has changed in a QMS; shows it first, and can itself be undone."""
    from smmkit.writing.undo import last_change, take_back

    root = root_of(folder)
    if os.path.lexists(root / WRITING) and mend(root) not in {"", "undo"}:
        return 0  # it was told what was put back: that is the undoing
    change = last_change(root)
    speech = language_in(root, lang)
    show_lines([say("The last to write here was: smm {verb}", verb=change.verb)], speech)
    show_text("".join(f"{line}\n" for line in undo_lines(change, speech)) + "\n")
    question = say("Put all of this in {folder} back as it was before?", folder=str(root))
    if not confirm_writing(question, yes, speech):
        return 1
    take_back(root, change)
    refresh_ids(root)
    done = say("It is as it was before smm {verb}.", verb=change.verb)
    again = say(
        "smm undo once more takes this back; it never goes further back than the last verb."
    )
    show_lines([done, again], speech)
    return 0


def language_in(root: Path, lang: str | None) -> Language:
    """The language of the answer; that of the QMS, where it can be read."""
    try:
        return reader(lang, opened(root).qms)
    except SmmError:
        return reader(lang)


def undo_lines(change: Undoable, speech: Language) -> Iterator[str]:
    """What undoing changes: of texts each line, of other files that they do; not what we make anew."""
    for path, then in change.then.items():
        if path.startswith(SCHEMAS):
            continue
        now = change.now[path]
        if then is None:
            yield "  " + speech.say(say("{path} goes", path=path))
        elif now is None:
            yield "  " + speech.say(say("{path} comes back", path=path))
        elif (old := text_of(now)) is not None and (new := text_of(then)) is not None:
            yield from difference({path: old}, {path: new})
        else:
            yield "  " + speech.say(say("{path} becomes what it was", path=path))


def text_of(data: bytes) -> str | None:
    """Bytes as text; None where they are none."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None
