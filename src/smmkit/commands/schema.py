"""smm schema: show one schema; or write all of a folder, which are ours, then ask about what is not."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path
from sys import stdin
from typing import Annotated

from typer import Option

from smmkit.commands.agreeing import agreed
from smmkit.console.language import reader
from smmkit.console.opening import opened_qms
from smmkit.console.options import Folder, Lang, Output
from smmkit.console.output import as_json, show, show_lines, show_text
from smmkit.console.verb import verb
from smmkit.errors import SmmError, reason
from smmkit.words import Language, harmless, language, say
from smmkit.writing import write


@verb("schema")
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
        show(as_json(one(kind, reader(lang))), output)
        return 0
    if output is not None:
        raise SmmError(say("--output is for one schema; name it with --kind"))
    from smmkit.editor.files import schema_files

    found = opened_qms(folder)
    root, qms = found.root, found.qms
    speech = reader(lang, qms)
    files = schema_files(qms, language(lang or found.settings.organization.language))
    fresh = {path: text for path, text in files.items() if read(root, path) != text}
    for path, text in fresh.items():
        put(root, path, text)
    done = say(
        "{n} schemas stand in {folder}, {fresh} of them new or changed.",
        n=len(files),
        folder=".smm/schemas/",
        fresh=len(fresh),
    )
    show_lines([done], speech)
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
            show_text(f"\n{speech.say(message)}\n{dumped(error.missing, '  ')}")
            continue
        if new != old:
            changes[path] = new
            show_text("\n" + difference(path, old, new, speech))
    if changes and not yes and not stdin.isatty():
        raise SmmError(say("nothing of this is written unasked; with --yes it is"))
    if changes and (yes or agreed(say("Write this?"), speech)):
        for path, text in changes.items():
            put(root, path, text)
        done = say("Written: {paths}", paths=list(changes))
        show_lines([done], speech)


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
