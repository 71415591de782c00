"""smm migrate: take every step in memory, show the difference, ask, write all files or none.

Leaves with 1 while something would change and is not written.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from smmkit.console.differences import difference
from smmkit.console.language import reader
from smmkit.console.opening import FAULTY, Opened, opened_to_write, root_with_home
from smmkit.console.options import Folder, Lang, Yes
from smmkit.console.output import show_lines, show_text
from smmkit.console.verb import Purpose, verb
from smmkit.dialogue.confirmation import confirm_writing
from smmkit.errors import SmmError
from smmkit.layout import HOME
from smmkit.words import Message, say

if TYPE_CHECKING:
    from smmkit.migrations.step import Change
    from smmkit.page import Text


@verb("migrate", Purpose.BEGINNING, order=6)
def command(folder: Folder = Path(), yes: Yes = False, lang: Lang = None) -> int:
    """Bring a folder of an older format up to date; shows first what would change, and leaves
    with 1 while it is not written.
    """
    from smmkit.migrations import LATEST, format_of, migrated, pending
    from smmkit.new.ids import taken_ids
    from smmkit.writing import exchange

    found = old_folder(folder)
    speech = reader(lang, found.qms)
    values = found.qms.sources[HOME].values
    steps = pending(values)
    if not steps:
        up_to_date = say("The folder has the format {n}; there is nothing to change.", n=LATEST)
        show_lines([up_to_date], speech)
        return 0
    before = {path: found.qms.tree.read(path) for path in found.qms.sources}
    texts = {path: data.decode("utf-8") for path, data in before.items()}
    change = migrated(texts, taken_ids(found.qms))
    lines: list[Text] = [say("From the format {n} to {m}:", n=format_of(values), m=LATEST)]
    lines += [f"  - {speech.say(step.what)}" for step in steps]
    show_lines([*lines, ""], speech)
    show_text("".join(line + "\n" for line in difference(texts, change.texts)) + "\n")
    show_lines(advice(found, change), speech)
    after = {path: text.encode() for path, text in change.texts.items()}
    question = say("Write {n} files into {folder}?", n=len(after), folder=str(found.root))
    if not confirm_writing(question, yes, speech):
        return 1
    exchange(found.root, before, after, "migrate")
    show_lines([say("The folder has the format {n} now. Next: smm validate", n=LATEST)], speech)
    return 0


def old_folder(folder: Path) -> Opened:
    """The QMS in a folder, if its qms.yaml says a format that can be brought up to date.

    Raises:
        SmmError: there is none, it cannot be read, or a newer smmkit has written it.
    """
    from smmkit.migrations import LATEST, format_of

    found = opened_to_write(root_with_home(folder))
    source = found.qms.sources.get(HOME)
    if source is None or source.values.get("kind") != "qms":
        raise SmmError(FAULTY)
    number = format_of(source.values)
    if number is None:
        raise SmmError(say("qms.yaml does not say its format, as in `smmkit: {n}`", n=LATEST))
    if number > LATEST:
        raise SmmError(
            say(
                "the folder has the format {n}, and this smmkit knows {m} only; update smmkit",
                n=number,
                m=LATEST,
            )
        )
    return found


def advice(found: Opened, change: Change) -> Iterator[Message]:
    """What a person should know before saying yes."""
    from smmkit import git
    from smmkit.approval.sealing import approvals_broken_by

    yield from change.told
    for document in approvals_broken_by(change.texts, found.qms):
        yield say(
            "{id}: the approval of version {version} does not cover the new text; raise `version:` in "
            "{path}, then have it approved: smm approve {id} --by PERSON",
            id=document.id,
            version=document.version,
            path=document.path,
        )
    paths = [path for path in change.texts if path in found.qms.sources]
    try:
        is_changed = git.changed(found.root, paths)
    except SmmError as error:
        yield error.message
        return
    if is_changed:
        yield say(
            "git: {paths} has changes that are not committed; commit them first, so that this change "
            "stands alone",
            paths=paths,
        )
