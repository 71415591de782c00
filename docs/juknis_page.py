"""The page on the implementation guide: each of its demands, and where smmkit meets it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from importlib.util import find_spec

from smmkit.cli import COMMANDS
from smmkit.documents import KINDS, class_of
from smmkit.location import Step
from smmkit.model.fields import labels_at
from smmkit.rules import rules
from smmkit.sheets import sheet_of
from smmkit.standards import Home, Phase, Requirement, Standard, StandardClause, shipped_standard
from smmkit.standards.drills import shipped_drills

HEAD = """\
# Every demand has a home

Generated from `src/smmkit/standards/juknis.yaml` (`make docs`): what the implementation guide (juknis, 2020)
asks for, section by section, in our own words; the phase and the dimension of each demand; and where smmkit
meets it: kinds of documents and their fields, commands, and what comes out. Where something is still
missing, it says what.

Below each section stands what happens if a demand is not met: `smm drill` puts these faults
(`src/smmkit/standards/drills/juknis.yaml`) into the example, one at a time, and a test sees that each is
noticed by what is named here: a rule, or a clause that loses its proof in the gap report.
"""


DRILL = shipped_drills()["juknis"]
RULES = {rule.code: rule for rule in rules()}


def juknis_page() -> str:
    """The whole page."""
    standard = shipped_standard("juknis")
    lines = [HEAD]
    for chapter in standard.chapters:
        lines += [f"## {chapter.title.en}", "", f"*{chapter.title.id}*", ""]
        for clause in standard.clauses:
            if clause.parent == chapter.id:
                lines += section(clause)
    return "\n".join([*lines, *totals(standard), *left_open(standard)])


def section(clause: StandardClause) -> Iterator[str]:
    """A section of the guide."""
    yield from (f"### {clause.id} {clause.title.en}", "", f"*{clause.title.id}*", "")
    yield "| no. | demand | tuntutan | phase | dimension | home |"
    yield "|---|---|---|---|---|---|"
    for asked in clause.requirements:
        cells = (asked.id, asked.text.en, asked.text.id, clause.phase_of(asked).value)
        yield f"| {' | '.join(cells)} | {asked.dimension} | {at_home(asked.met_by or Home())} |"
    yield from ("", "| no. | if | kalau | noticed by |", "|---|---|---|---|")
    ids = {asked.id for asked in clause.requirements}
    for fault in DRILL.breaks:
        if ids & set(fault.demands):
            named = ", ".join(map(noticer, fault.noticed_by))
            demands = ", ".join(fault.demands)
            yield f"| {demands} | {fault.text.en} | {fault.text.id} | {named} |"
    for one in DRILL.field_only:
        if one.demand in ids:
            yield f"| {one.demand} | *field only:* {one.why.en} | {one.why.id} | |"
    yield ""


def noticer(name: str) -> str:
    """A rule with a link to its page, or a clause that loses its proof."""
    rule = RULES.get(name)
    return f"[{name}](rules.md#{name.lower()}-{rule.name})" if rule else f"proof of {name}"


def at_home(home: Home) -> str:
    """Where a demand is met, with links to the pages that tell more."""
    parts = [
        *(f"[`{kind}`](kinds.md#{kind.partition('.')[0]})" for kind in home.kinds),
        *(f"[`smm {verb}`](cli.md#smm-{verb})" for verb in home.commands),
        *home.outputs,
    ]
    missing = f"*not yet: {home.not_yet.en}*" if home.not_yet else ""
    return "; ".join(filter(None, [", ".join(parts), missing]))


def totals(standard: Standard) -> Iterator[str]:
    """How many demands there are, and how many are at home."""
    asked = [(clause, one) for clause in standard.clauses for one in clause.requirements]
    yield from (
        "## Totals",
        "",
        "| | demands | at home | in part | not yet |",
        "|---|---|---|---|---|",
    )
    yield row("all", [one for _, one in asked])
    for chapter in standard.chapters:
        own = [one for clause, one in asked if clause.parent == chapter.id]
        yield row(chapter.title.en, own)
    for phase in Phase:
        yield row(
            f"phase: {phase.value}", [r for clause, r in asked if clause.phase_of(r) is phase]
        )
    for dimension in dict.fromkeys(one.dimension for _, one in asked):
        yield row(f"dimension: {dimension}", [r for _, r in asked if r.dimension == dimension])
    yield ""


def row(name: str, asked: list[Requirement]) -> str:
    """One line of the totals."""
    found = Counter(state(one.met_by or Home()) for one in asked)
    return f"| {name} | {len(asked)} | {found['home']} | {found['part']} | {found['none']} |"


def state(home: Home) -> str:
    """Whether a demand is at home: home, part, or none."""
    named = home.kinds or home.commands or home.outputs
    return "none" if not named else "part" if home.not_yet else "home"


def left_open(standard: Standard) -> Iterator[str]:
    """What the guide itself leaves open, and what is made of it."""
    yield from ("## What the guide leaves open", "")
    for clause in standard.clauses:
        if clause.note:
            yield f"- **{clause.id} {clause.title.en}.** {clause.note.en}"
            yield f"  *{clause.note.id}*"
    yield ""


def homeless(standard: Standard, bundle: Collection[str]) -> list[str]:
    """Every demand without a home that exists; `bundle` are the names of the files of a bundle."""
    return [
        f"{asked.id}: {why}"
        for clause in standard.clauses
        for asked in clause.requirements
        for why in wrong(asked, bundle)
    ]


def wrong(asked: Requirement, bundle: Collection[str]) -> Iterator[str]:
    """What is wrong with the home of one demand."""
    home = asked.met_by or Home()
    if asked.dimension is None:
        yield "has no dimension"
    if state(home) == "none" and not home.not_yet:
        yield "has no home and no reason"
    if home.not_yet and not (home.not_yet.en.strip() and home.not_yet.id.strip()):
        yield "has a reason in one language only"
    yield from (f"there is no kind or field {name}" for name in home.kinds if not is_held(name))
    yield from (f"there is no command {verb}" for verb in home.commands if verb not in COMMANDS)
    yield from (f"nothing gives {name}" for name in home.outputs if not comes_out(name, bundle))


def is_held(name: str) -> bool:
    """Whether there is this kind, or this field of it: `qms`, `qms.purpose`, `audit.agenda.time`."""
    kind, *fields = name.split(".")
    if kind not in KINDS:
        return False
    above: list[Step] = []
    for field in fields:
        if field not in labels_at(class_of(kind), above):
            return False
        above.append(field)
    return True


def comes_out(name: str, bundle: Collection[str]) -> bool:
    """Whether there is this output: a report, a sheet, or a file of a bundle."""
    sort, _, what = name.partition(": ")
    match sort:
        case "report":
            return find_spec(f"smmkit.reports.{what}") is not None
        case "sheet":
            return what == "general" or sheet_of(what) != "general"
        case "bundle":
            return what in bundle
    return False
