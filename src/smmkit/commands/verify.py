"""smm verify"""

from __future__ import annotations

from pathlib import Path

import click

from smmkit.commands.options import as_json, format_option, here, lang_option, reader, show
from smmkit.words import say, say_n


@click.command("verify", help=here("Check that a bundle is whole and unchanged."))
@click.argument("path", type=click.Path(path_type=Path))
@format_option("text", "json")
@lang_option()
def command(path: Path, form: str | None, lang: str | None) -> int:
    """Read every byte, name every fault; 1 if there is one."""
    from smmkit.bundle.verify import verify

    verdict = verify(path)
    speech = reader(lang or ("en" if form == "json" else None))
    if form == "json":
        faults = [
            {"path": f.path, "fault": f.kind.value, "message": speech.say(f.message)}
            for f in verdict.faults
        ]
        data = {
            "schema": "smmkit-verify/1",
            "sound": verdict.sound,
            "identity": verdict.identity,
            "files": verdict.files,
            "bytes": verdict.size,
            "info": dict(verdict.info),
            "faults": faults,
        }
        show(as_json(data))
        return int(not verdict.sound)
    lines = [f"{fault.path}: {speech.say(fault.message)}" for fault in verdict.faults]
    lines += [f"{key}: {text}" for key, text in verdict.info]
    if verdict.sound:
        lines.append(
            speech.say(
                say_n(
                    "The bundle is whole: {n} file, not changed.",
                    "The bundle is whole: {n} files, none changed.",
                    verdict.files,
                )
            )
        )
    else:
        lines.append(
            speech.say(
                say_n(
                    "The bundle is NOT as it was made: {n} fault.",
                    "The bundle is NOT as it was made: {n} faults.",
                    len(verdict.faults),
                )
            )
        )
    if verdict.identity:
        lines.append(
            speech.say(
                say("Identity (SHA-512 of the tag manifest): {identity}", identity=verdict.identity)
            )
        )
    show("\n".join(lines) + "\n")
    return int(not verdict.sound)
