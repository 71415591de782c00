"""smm verify: read every byte, name every fault; 1 if there is one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from typer import Argument

from smmkit.console.language import reader
from smmkit.console.options import DataForm, Lang
from smmkit.console.output import as_json, show, show_lines
from smmkit.console.verb import verb
from smmkit.words import Language, say, say_n

if TYPE_CHECKING:
    from smmkit.bundle.verify import Verdict


@verb("verify")
def command(
    path: Annotated[Path, Argument(metavar="PATH")],
    form: DataForm = None,
    lang: Lang = None,
) -> int:
    """Check that a bundle is whole and unchanged."""
    from smmkit.bundle.verify import verify

    verdict = verify(path)
    if form == "json":
        show(as_json(data(verdict, reader(lang or "en"))))
    else:
        show_lines(lines(verdict), reader(lang))
    return int(not verdict.sound)


def data(verdict: Verdict, speech: Language) -> dict[str, Any]:
    """The verdict for programs."""
    faults = [
        {"path": f.path, "fault": f.kind.value, "message": speech.say(f.message)}
        for f in verdict.faults
    ]
    return {
        "schema": "smmkit-verify/1",
        "sound": verdict.sound,
        "identity": verdict.identity,
        "files": verdict.files,
        "bytes": verdict.size,
        "info": dict(verdict.info),
        "faults": faults,
    }


def lines(verdict: Verdict) -> list[object]:
    """The verdict for people: every fault, what the bundle says of itself, whether it is whole."""
    told: list[object] = [
        say("{path}: {message}", path=fault.path, message=fault.message) for fault in verdict.faults
    ]
    told += [f"{key}: {text}" for key, text in verdict.info]
    if verdict.sound:
        whole = say_n(
            "The bundle is whole: {n} file, not changed.",
            "The bundle is whole: {n} files, none changed.",
            verdict.files,
        )
        told.append(whole)
    else:
        torn = say_n(
            "The bundle is NOT as it was made: {n} fault.",
            "The bundle is NOT as it was made: {n} faults.",
            len(verdict.faults),
        )
        told.append(torn)
    if verdict.identity:
        told.append(
            say("Identity (SHA-512 of the tag manifest): {identity}", identity=verdict.identity)
        )
    return told
