"""smm adopt: look at everything, show what it is taken for, ask, then write all files or none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from typer import Argument

from smmkit.console.language import reader
from smmkit.console.lookup import class_named, unit_named
from smmkit.console.opening import Opened, opened_qms
from smmkit.console.options import DefaultClass, DefaultOwner, Lang, TargetQms, Yes
from smmkit.console.output import drawn, show_lines, show_notice, show_text
from smmkit.console.verb import Purpose, verb
from smmkit.dialogue.confirmation import write_if_confirmed
from smmkit.words import Language, Message, say, say_n


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


def looked_through(
    found: Opened, source: Path, owner: str | None, class_: str | None, speech: Language
) -> tuple[Mapping[str, bytes], int]:
    """What a folder or list is taken for, shown; the files that register it, and how many documents.

    Raises:
        SmmError: it cannot be read, or what would be written has a fault.
    """
    from smmkit.intake.adoption import files_of, settled
    from smmkit.intake.papers import read_papers
    from smmkit.new.modeline import kinds_with_schema, with_modelines
    from smmkit.planned import errors_with, refuse_any
    from smmkit.reports.adoption import page

    show_notice(speech.say(say("Reading {path} ...", path=str(source))))
    tree, adoption = read_papers(source, found.qms, found.root)
    adoption = settled(found.qms, adoption, owner)
    shown = drawn(page(adoption, str(source)), "text", speech, found.qms.as_of, None)
    show_text(f"{shown!s}\n")
    if not adoption.newcomers:
        return {}, 0
    files = files_of(adoption, tree, class_)
    files.texts = with_modelines(files.texts, kinds_with_schema(found.root))
    refuse_any(errors_with(found.qms, files))
    return files, len(adoption.newcomers)


def registered(count: int, copies: int = 0) -> Message:
    """That so many documents are registered, with copies of so many files, and what to do next."""
    done = say_n("{n} document is registered.", "{n} documents are registered.", count)
    if copies:
        done = say("{done} Their files that were copied here: {n}.", done=done, n=copies)
    return say("{done} Look at what was guessed, then try: smm validate", done=done)
