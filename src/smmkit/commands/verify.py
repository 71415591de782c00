"""smm verify: read every byte, name every fault; 1 if there is one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument

from smmkit.console.language import reader
from smmkit.console.options import DataForm, Lang
from smmkit.console.output import as_json, show, show_lines
from smmkit.console.verb import verb
from smmkit.words import say, say_n

if TYPE_CHECKING:
    from smmkit.bundle.verdict import Verdict


@verb("verify", order=120)
def command(
    path: Annotated[Path, Argument(metavar="PATH")],
    form: DataForm = None,
    lang: Lang = None,
) -> int:
    """Check that a bundle is whole and unchanged."""
    from smmkit.bundle.verify import verify
    from smmkit.serialized import serialized

    verdict = verify(path)
    if form == "json":
        show(as_json(serialized(verdict, reader(lang or "en"))))
    else:
        show_lines(lines(verdict), reader(lang))
    return int(not verdict.sound)


def lines(verdict: Verdict) -> list[object]:
    """The verdict for people: every fault, what the bundle says of itself, whether it is whole."""
    answer: list[object] = [
        say("{path}: {message}", path=fault.path, message=fault.message) for fault in verdict.faults
    ]
    answer += [f"{key}: {text}" for key, text in verdict.lines]
    if verdict.sound:
        whole = say_n(
            "The bundle is whole: {n} file, not changed.",
            "The bundle is whole: {n} files, none changed.",
            verdict.files,
        )
        answer.append(whole)
    else:
        torn = say_n(
            "The bundle is NOT as it was made: {n} fault.",
            "The bundle is NOT as it was made: {n} faults.",
            len(verdict.faults),
        )
        answer.append(torn)
    if verdict.identity:
        answer.append(
            say("Identity (SHA-512 of the tag manifest): {identity}", identity=verdict.identity)
        )
    return answer
