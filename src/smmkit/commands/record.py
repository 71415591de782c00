"""smm record: read what is typed, show the lines that change, ask, write all or none.

Leaves with 1 while it is not written.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from smmkit.console.completion import refresh_ids
from smmkit.console.differences import difference
from smmkit.console.language import reader
from smmkit.console.lookup import found_kpi
from smmkit.console.opening import opened_qms
from smmkit.console.options import Lang, Yes
from smmkit.console.output import show_lines, show_text
from smmkit.console.verb import Purpose, verb
from smmkit.dialogue.confirmation import confirm_writing
from smmkit.errors import SmmError
from smmkit.words import say


@verb("record", Purpose.DAY, order=6)
def command(
    kpi: Annotated[str, Argument(metavar="KPI", help="The KPI, by its id or title.")],
    values: Annotated[
        list[str],
        Argument(
            metavar="PERIOD=VALUE... [FOLDER]",
            help="What was measured: 2026-03=82,5 or 2026-03=9/10; at the end the folder of the QMS.",
        ),
    ],
    numerator: Annotated[
        str | None, Option(metavar="VALUE", help="What the value is a share of: the part.")
    ] = None,
    denominator: Annotated[
        str | None, Option(metavar="VALUE", help="What the value is a share of: the whole.")
    ] = None,
    evidence: Annotated[
        Path | None, Option(metavar="FILE", help="A file in the QMS that shows it.")
    ] = None,
    note: Annotated[str | None, Option(metavar="TEXT", help="A remark on it.")] = None,
    replace: Annotated[
        bool, Option("--replace", help="Let it take the place of a value that is there.")
    ] = False,
    yes: Yes = False,
    lang: Lang = None,
) -> int:
    """Record what was measured in the table of a KPI; shows it first, writes all of it or nothing."""
    from smmkit.recording.entering import changed, doubts, record
    from smmkit.writing import exchange

    values = parted(values)
    folder = Path(values.pop()) if len(values) > 1 and "=" not in values[-1] else Path()
    found = opened_qms(folder)
    speech = reader(lang, found.qms)
    objective, known = found_kpi(found.qms, kpi)
    path, new = record(found.qms, objective, known, values, (numerator, denominator))
    shown_by = inside(found.root, evidence) if evidence is not None else None
    before, after = changed(found.qms, path, new, (note, shown_by), replace=replace)
    if after == before:
        show_lines([say("{path} says so already; nothing was written.", path=path)], speech)
        return 0
    show(path, before, after)
    show_lines(doubts(known, new), speech)
    if not confirm_writing(say("Write it into {path}?", path=path), yes, speech):
        return 1
    exchange(found.root, {} if before is None else {path: before}, {path: after}, "record")
    refresh_ids(found.root)
    told = say("It is written; smm undo puts it back. Next: smm kpi {id}", id=known.id)
    show_lines([told], speech)
    return 0


def parted(words: list[str]) -> list[str]:
    """The values that are typed, one a word: `2026-03 = 9` is one, too."""
    found: list[str] = []
    for before, word in zip(["", *words], words, strict=False):
        if found and (word.startswith("=") or before == "="):
            found[-1] += word
        else:
            found.append(word)
    return found


def show(path: str, before: bytes | None, after: bytes) -> None:
    """The lines that change."""
    old = {} if before is None else {path: before.decode("utf-8-sig")}
    show_text("\n".join(difference(old, {path: after.decode("utf-8-sig")})) + "\n\n")


def inside(root: Path, file: Path) -> str:
    """The path of a file as the QMS names it.

    Raises:
        SmmError: the file is not there, or not in the QMS.
    """
    full = Path(os.path.realpath(file))
    if not full.is_file():
        raise SmmError(say("{path} is not there", path=str(file)))
    top = Path(os.path.realpath(root))
    if top not in full.parents:
        raise SmmError(
            say(
                "{path} lies outside of the QMS; copy it there first, such as into bukti/",
                path=str(file),
            )
        )
    return full.relative_to(top).as_posix()
