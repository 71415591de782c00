"""smm schema: show one schema; or write all of a folder, which are ours, then ask about what is not."""

from __future__ import annotations

import sys
from difflib import unified_diff
from pathlib import Path
from typing import Annotated

from typer import Option

from smmkit.console.language import reader
from smmkit.console.opening import opened_qms
from smmkit.console.options import Folder, Lang, Output
from smmkit.console.output import form_of, show, show_lines, show_text
from smmkit.console.verb import Purpose, verb
from smmkit.dialogue.confirmation import ask_yes_or_no
from smmkit.errors import SmmError
from smmkit.words import Language, harmless, language, say


@verb("schema", Purpose.TOOLS, order=3)
def command(
    folder: Folder = Path(),
    kind: Annotated[
        str | None, Option(metavar="KIND", help="Only show the schema of this kind.")
    ] = None,
    output: Output = None,
    yes: Annotated[
        bool, Option("--yes", "-y", help="Change the settings of VS Code unasked.")
    ] = False,
    lang: Lang = None,
) -> int:
    """Teach editors the kinds, fields and ids: hover, completion, advice while writing."""
    if kind is not None:
        form_of("json", output, ("json",))
        from smmkit.words.json_text import json_text

        show(json_text(schema_of(kind, reader(lang))), output)
        return 0
    if output is not None:
        raise SmmError(say("--output is for one schema; name it with --kind"))
    from smmkit.editor.disk import write_ours
    from smmkit.editor.files import schema_files

    found = opened_qms(folder)
    root, qms = found.root, found.qms
    speech = reader(lang, qms)
    files = schema_files(qms, language(lang or found.settings.organization.language))
    fresh = write_ours(root, files, "schema")
    done = say(
        "{n} schemas stand in {folder}, {fresh} of them new or changed.",
        n=len(files),
        folder=".smm/schemas/",
        fresh=fresh,
    )
    show_lines([done], speech)
    merge_settings(root, speech, yes)
    return 0


def schema_of(kind: str, speech: Language) -> dict[str, object]:
    """The schema of one kind, with the ids of no folder.

    Raises:
        SmmError: there is no such kind.
    """
    from smmkit.documents import KINDS
    from smmkit.editor.schema import Schemas
    from smmkit.loading.kind_meant import nearest_kind

    if kind not in KINDS:
        hint = nearest_kind(kind)
        raise SmmError(say("there is no kind {kind}; {hint}", kind=kind, hint=hint))
    return Schemas(speech).of(kind)


def merge_settings(root: Path, speech: Language, yes: bool) -> None:
    """Add to the settings of VS Code what is missing, once the person has seen it and agrees.

    Raises:
        SmmError: there is nobody to ask.
    """
    from smmkit.editor.disk import bytes_like, read_file, text_in
    from smmkit.editor.merge import ByHandError, dumped, merged
    from smmkit.editor.vscode import wishes
    from smmkit.writing import exchange

    before: dict[str, bytes | None] = {}
    changes: dict[str, bytes] = {}
    for path, wish in wishes().items():
        before[path] = read_file(root, path)
        old = text_in(path, before[path])
        try:
            new = merged(old, wish)
        except ByHandError as error:
            message = say(
                "{path} has comments, or is not JSON, so it is left as it is; add by hand:",
                path=path,
            )
            show_text(f"\n{speech.say(message)}\n{dumped(error.missing, '  ')}")
            continue
        if new != old:
            changes[path] = bytes_like(before[path], new)
            show_text("\n" + difference(path, old, new, speech))
    if changes and not yes and not sys.stdin.isatty():
        raise SmmError(say("nothing of this is written unasked; with --yes it is"))
    if changes and (yes or ask_yes_or_no(say("Write this?"), speech)):
        exchange(root, before, changes, "schema")
        done = say("Written: {paths}", paths=list(changes))
        show_lines([done], speech)


def difference(path: str, old: str, new: str, speech: Language) -> str:
    """What changes in a file; of a new one, that it is new."""
    if not old:
        return speech.say(say("{path} is new", path=path)) + "\n"
    lines = unified_diff(old.splitlines(), new.splitlines(), path, path, lineterm="")
    return "".join(harmless(line.replace("\t", "    ")) + "\n" for line in lines)
