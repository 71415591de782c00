"""smm schema"""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path
from sys import stdin

import click

from smmkit.commands.agreeing import agreed
from smmkit.commands.options import (
    as_json,
    folder_argument,
    here,
    lang_option,
    opened,
    output_option,
    reader,
    root_of,
    say_out,
    show,
)
from smmkit.errors import SmmError, reason
from smmkit.words import Language, harmless, language, say
from smmkit.writing import write


@click.command(
    "schema",
    help=here("Teach editors the kinds, fields and ids: hover, completion, advice while writing."),
)
@folder_argument()
@click.option("--kind", metavar="KIND", help=here("Only show the schema of this kind."))
@output_option()
@click.option("--yes", "-y", is_flag=True, help=here("Change the settings of VS Code unasked."))
@lang_option()
def command(
    folder: Path, kind: str | None, output: Path | None, yes: bool, lang: str | None
) -> int:
    """Show one schema; or write all of a folder, which are ours, then ask about what is not."""
    if kind is not None:
        show(as_json(one(kind, reader(lang))), output)
        return 0
    if output is not None:
        raise SmmError(say("--output is for one schema; name it with --kind"))
    from smmkit.editor.files import schema_files

    root = root_of(folder)
    if not (root / "qms.yaml").is_file():
        raise SmmError(say("there is no qms.yaml in {folder}; first: smm init", folder=str(folder)))
    qms = opened(root).qms
    if qms.settings is None:
        raise SmmError(say("qms.yaml has faults; first: smm validate"))
    speech = reader(lang, qms)
    files = schema_files(qms, language(lang or qms.settings.organization.language))
    fresh = {path: text for path, text in files.items() if read(root, path) != text}
    for path, text in fresh.items():
        put(root, path, text)
    done = say(
        "{n} schemas stand in {folder}, {fresh} of them new or changed.",
        n=len(files),
        folder=".smm/schemas/",
        fresh=len(fresh),
    )
    say_out(speech.say(done) + "\n")
    settle(root, speech, yes)
    return 0


def one(kind: str, speech: Language) -> dict[str, object]:
    """The schema of one kind, with the ids of no folder.

    Raises:
        SmmError: there is no such kind.
    """
    from smmkit.documents import KINDS
    from smmkit.editor.schema import Schemas
    from smmkit.model_errors import nearest_hint

    if kind not in KINDS:
        hint = nearest_hint(kind, list(KINDS))
        raise SmmError(say("there is no kind {kind}; {hint}", kind=kind, hint=hint))
    return Schemas(speech).of(kind)


def settle(root: Path, speech: Language, yes: bool) -> None:
    """Add to the settings of VS Code what is missing, once the person has seen it and agrees.

    Raises:
        SmmError: there is nobody to ask.
    """
    from smmkit.editor.merge import ByHandError, dumped, merged
    from smmkit.editor.vscode import wishes

    changes: dict[str, str] = {}
    for path, wish in wishes().items():
        old = read(root, path)
        try:
            new = merged(old, wish)
        except ByHandError as error:
            message = say(
                "{path} has comments, or is not JSON, so it is left as it is; add by hand:",
                path=path,
            )
            say_out(f"\n{speech.say(message)}\n{dumped(error.missing, '  ')}")
            continue
        if new != old:
            changes[path] = new
            say_out("\n" + difference(path, old, new, speech))
    if changes and not yes and not stdin.isatty():
        raise SmmError(say("nothing of this is written unasked; with --yes it is"))
    if changes and (yes or agreed(say("Write this?"), speech)):
        for path, text in changes.items():
            put(root, path, text)
        done = say("Written: {paths}", paths=list(changes))
        say_out(speech.say(done) + "\n")


def difference(path: str, old: str, new: str, speech: Language) -> str:
    """What changes in a file; of a new one, that it is new."""
    if not old:
        return speech.say(say("{path} is new", path=path)) + "\n"
    lines = unified_diff(old.splitlines(), new.splitlines(), path, path, lineterm="")
    return "".join(harmless(line.replace("\t", "    ")) + "\n" for line in lines)


def read(root: Path, path: str) -> str:
    """The text of a file, lines ending in LF; empty where there is none.

    Raises:
        SmmError: it is there and cannot be read.
    """
    try:
        return (root / path).read_text("utf-8-sig")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        why = reason(error) if isinstance(error, OSError) else say("it is not UTF-8")
        message = say("{path} cannot be opened: {reason}", path=path, reason=why)
        raise SmmError(message) from error


def put(root: Path, path: str, text: str) -> None:
    """A file with this text, its lines as they ended before; a link is followed, not replaced.

    Raises:
        SmmError: it cannot be written.
    """
    file = (root / path).resolve()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        old = file.read_bytes() if file.is_file() else b""
    except OSError as error:
        message = say("{path} cannot be written: {reason}", path=path, reason=reason(error))
        raise SmmError(message) from error
    mark = b"\xef\xbb\xbf" if old.startswith(b"\xef\xbb\xbf") else b""
    lines = text.replace("\n", "\r\n") if b"\r\n" in old else text
    write(file, mark + lines.encode())
