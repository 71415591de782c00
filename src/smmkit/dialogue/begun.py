"""A new document is begun: its form is filled, written where there is nothing yet, and said where it is."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from smmkit.console.completion import refresh_ids
from smmkit.console.language import reader
from smmkit.console.opening import Opened, opened_qms
from smmkit.console.output import show_lines, show_notice
from smmkit.dialogue.kind_names import kind_named
from smmkit.dialogue.new_document import filled_files, id_of
from smmkit.dialogue.taken_over import Taken
from smmkit.documents import kind_label
from smmkit.documents.decided import NewIds
from smmkit.new.ids import SUFFIXED
from smmkit.new.placeholders import FILL_IN
from smmkit.words import Message, language, say
from smmkit.writing import exchange

TOLD_APART = say(
    "the id ends in who writes it, since others share this folder; `new_ids: numbered` in qms.yaml leaves "
    "that out"
)
"""What is said of an id that ends in who writes it."""


def begin(
    word: str,
    folder: Path,
    lang: str | None,
    id: str | None = None,
    title: str | None = None,
    pairs: tuple[str, ...] = (),
) -> None:
    """Write the form of a new document, filled as far as can be known; at a terminal a person is asked.

    Raises:
        SmmError: there is no such kind, the id or a value cannot be used, or something else comes first.
    """
    kind = kind_named(word)
    found = opened_qms(folder)
    spoken = lang or found.settings.organization.language
    speech = reader(lang, found.qms)
    called = say("{kind} ({label})", kind=kind, label=kind_label(kind))
    if word != kind:
        show_notice(speech.say(say("{word} means the kind {kind}.", word=word, kind=called)))
    files, taken = filled_files(found, kind, id, spoken, speech, title, list(pairs))
    told = laid_down(found, files, taken)
    show_lines(written(found.root, files, called if word != kind else None, spoken, told), speech)
    if id is None and is_told_apart(found, id_of(files)):
        show_notice(speech.say(TOLD_APART))
    refresh_ids(found.root)


def laid_down(found: Opened, files: Mapping[str, str], taken: Taken) -> list[Message]:
    """Write the files, and into an audit what came of its question; what is said of that."""
    new = id_of(files)
    before, after = taken.named(found.qms, new)
    exchange(found.root, before, after | {path: files[path].encode() for path in files}, "new")
    return [*taken.told(new, is_named=bool(before))]


def is_told_apart(found: Opened, id: str) -> bool:
    """Whether an id got the suffix of its author without that qms.yaml asks for it."""
    return found.settings.new_ids is NewIds.SHARED and bool(SUFFIXED.match(id))


def written(
    root: Path, files: Mapping[str, str], called: Message | None, form: str, told: list[Message]
) -> list[str | Message]:
    """What was written, where it is, and what is to be done; `called` is a kind that had another name."""
    mark = language(form).say(FILL_IN)
    return [
        say("{id} is written, of the kind {kind}:", id=id_of(files), kind=called)
        if called
        else say("{id} is written:", id=id_of(files)),
        *(f"  {os.path.relpath(root / path)}" for path in files),
        *told,
        say("Write in your editor what is marked {mark}; then try: smm validate", mark=mark),
    ]
