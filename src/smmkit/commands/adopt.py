"""smm adopt: look at everything, show what it is taken for, ask, then write all files or none."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Argument

from smmkit.console.language import reader
from smmkit.console.lookup import class_named, unit_named
from smmkit.console.opening import opened_qms
from smmkit.console.options import DefaultClass, DefaultOwner, Lang, TargetQms, Yes
from smmkit.console.output import show_lines, show_text
from smmkit.console.verb import Purpose, verb
from smmkit.dialogue.confirmation import write_if_confirmed
from smmkit.words import say


@verb("adopt", Purpose.BEGINNING, order=3)
def command(
    source: Annotated[Path, Argument(metavar="FOLDER|LIST")],
    folder: TargetQms = Path(),
    owner: DefaultOwner = None,
    class_: DefaultClass = None,
    yes: Yes = False,
    lang: Lang = None,
) -> int:
    """Register the documents that an organization has already, as they are: a folder, or a list."""
    from smmkit.dialogue.papers_in import looked_through, registered

    found = opened_qms(folder)
    owner = unit_named(owner, found.qms) if owner is not None else None
    class_ = class_named(class_, found.qms) if class_ is not None else None
    speech = reader(lang, found.qms)
    files, count = looked_through(found, source, owner, class_, speech)
    if not count:
        show_lines([say("There is nothing new to register.")], speech)
    elif write_if_confirmed(found, files, "adopt", yes, speech):
        show_text(f"{speech.say(registered(count, len(files) - count))}\n")
    return 0
