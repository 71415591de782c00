"""smm record: read what is typed, show the lines that change, ask, write all or none.

Leaves with 1 while it is not written.
"""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from smmkit.console.completion import refresh_ids
from smmkit.console.differences import difference
from smmkit.console.language import reader
from smmkit.console.lookup import found_kpi
from smmkit.console.opening import Opened, opened_qms
from smmkit.console.options import Lang, Yes
from smmkit.console.output import show_lines, show_text
from smmkit.console.verb import Purpose, verb
from smmkit.dialogue.confirmation import confirm_writing
from smmkit.errors import SmmError
from smmkit.words import say

if TYPE_CHECKING:
    from smmkit.documents.objective import Kpi, Objective
    from smmkit.qms import Qms
    from smmkit.recording.typed import Typed


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
    from smmkit.writing import exchange

    values = parted(values)
    folder = Path(values.pop()) if len(values) > 1 and "=" not in values[-1] else Path()
    found = opened_qms(folder)
    speech = reader(lang, found.qms)
    objective, known = found_kpi(found.qms, kpi)
    path, new = record(found.qms, objective, known, values, (numerator, denominator))
    before, after = changed(found, path, new, (note, evidence), replace=replace)
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


def changed(
    found: Opened,
    path: str,
    new: list[Typed],
    beside: tuple[str | None, Path | None],
    *,
    replace: bool,
) -> tuple[bytes | None, bytes]:
    """The table as it is, and as it becomes.

    Raises:
        SmmError: a value stands in the way, or the table cannot be changed for certain.
    """
    from smmkit.recording.table import FRESH, Table

    tree = found.qms.tree
    before = tree.read(path) if path in tree.paths() else None
    table = Table(path, FRESH if before is None else before)
    more = remarks(found, path, *beside, table.heading)
    for one in new:
        table.put(one, more, replace=replace)
    return before, table.bytes()


def show(path: str, before: bytes | None, after: bytes) -> None:
    """The lines that change."""
    old = {} if before is None else {path: before.decode("utf-8-sig")}
    show_text("\n".join(difference(old, {path: after.decode("utf-8-sig")})) + "\n\n")


def record(
    qms: Qms,
    objective: Objective,
    kpi: Kpi,
    values: list[str],
    parts: tuple[str | None, str | None],
) -> tuple[str, list[Typed]]:
    """The table of a KPI, and what is to stand in it.

    Raises:
        SmmError: there is none, or something typed cannot be.
    """
    from smmkit.recording.typed import typed

    if parts != (None, None) and len(values) > 1:
        raise SmmError(say("--numerator and --denominator are of one value; write 2026-03=9/10"))
    return table_of(objective, kpi), [typed(qms, kpi, text, *parts) for text in values]


def table_of(objective: Objective, kpi: Kpi) -> str:
    """The table of a KPI, which need not be there yet.

    Raises:
        SmmError: it names none.
    """
    from smmkit.analyses.references.files import resolve

    if kpi.series is None:
        name = f"data/{kpi.id.lower()}.csv"
        raise SmmError(
            say(
                "{id} names no table for its values; write at it in {path}: series: {series}",
                id=kpi.id,
                path=objective.path,
                series=os.path.relpath(name, str(PurePosixPath(objective.path).parent)),
            )
        )
    return resolve(objective, kpi.series)


def remarks(
    found: Opened, path: str, note: str | None, evidence: Path | None, heading: list[str]
) -> dict[str, str]:
    """What stands beside a value: the remark, the file that shows it, the day, where the table has it.

    Raises:
        SmmError: the file is not there, or not in the QMS.
    """
    more = {"note": note} if note else {}
    if evidence is not None:
        full = Path(os.path.realpath(evidence))
        if not full.is_file():
            raise SmmError(say("{path} is not there", path=str(evidence)))
        root = Path(os.path.realpath(found.root))
        if root not in full.parents:
            raise SmmError(
                say(
                    "{path} lies outside of the QMS; copy it there first, such as into bukti/",
                    path=str(evidence),
                )
            )
        beside = full.relative_to(root).as_posix()
        more["evidence"] = os.path.relpath(beside, str(PurePosixPath(path).parent)).replace(
            "\\", "/"
        )
    if "recorded_on" in heading:
        more["recorded_on"] = found.qms.today.isoformat()
    return more


def doubts(kpi: Kpi, new: list[Typed]) -> list[object]:
    """What a person should look at again before saying yes."""
    from smmkit.analyses.kpis.rates import is_between, possible

    return [
        say("{period}: {value} does not seem possible", period=one.period, value=one.value)
        for one in new
        if one.value is not None and not is_between(possible(kpi), one.value)
    ]
