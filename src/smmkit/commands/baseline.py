"""smm baseline: take what is wrong now for old, so that `smm validate` tells only what is new."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Option

from smmkit.console.language import reader
from smmkit.console.mending import mend
from smmkit.console.opening import opened, root_with_home
from smmkit.console.options import AsOf, Folder, Lang, Yes
from smmkit.console.output import show_lines
from smmkit.console.verb import Purpose, verb
from smmkit.dialogue.confirmation import confirm_writing
from smmkit.layout import BASELINE
from smmkit.words import Message, say

if TYPE_CHECKING:
    from smmkit.waivers.baseline import Entries


@verb("baseline", Purpose.TOOLS, order=2)
def command(
    folder: Folder = Path(),
    update: Annotated[
        bool, Option("--update", help="Take out what is mended; nothing is added.")
    ] = False,
    add: Annotated[
        bool, Option("--add", help="Take out what is mended, and add what is wrong now.")
    ] = False,
    as_of: AsOf = None,
    yes: Yes = False,
    lang: Lang = None,
) -> int:
    """Let old faults rest: smm validate then tells only what is new. It only shrinks."""
    from smmkit.console.checking import baseline_of, there_now
    from smmkit.rules import judge
    from smmkit.waivers.baseline import ATTRIBUTES, JOINED, grown, read, shrunk, written
    from smmkit.writing import exchange

    root = root_with_home(folder)
    mend(root)
    before = baseline_of(root)
    known = read(before) if before is not None else {}
    found = opened(folder, as_of=as_of, every=True)
    speech = reader(lang, found.qms)
    now = there_now(known, judge(found.qms).diagnostics, found.qms)
    is_first = before is None
    show_lines(standing(known, now, is_first, kept=not (update or add)), speech)
    if not (is_first or update or add):
        return 0
    after = written(grown(known, now) if is_first or add else shrunk(known, now))
    if after == before:
        return 0
    if not confirm_writing(say("Write {path}?", path=BASELINE), yes, speech):
        return 1
    attributes = root / ATTRIBUTES
    files = {BASELINE: after}
    if not attributes.exists():
        files[ATTRIBUTES] = JOINED.encode()
    exchange(found.root, {BASELINE: before}, files, "baseline")
    done = say("{path} is written; commit it with the folder.", path=BASELINE)
    show_lines([done], speech)
    return 0


def standing(known: Entries, now: Entries, is_first: bool, *, kept: bool) -> list[Message]:
    """How many problems are old, mended and new."""
    total = sum(now.values())
    if is_first:
        return [say("There is no baseline yet; {n} problems would be old from now on.", n=total)]
    old = sum(min(count, now.get(entry, 0)) for entry, count in known.items())
    gone = sum(known.values()) - old
    lines = [say("old: {old}, mended: {gone}, new: {new}", old=old, gone=gone, new=total - old)]
    if gone and kept:
        lines.append(say("smm baseline --update takes out what is mended"))
    return lines
