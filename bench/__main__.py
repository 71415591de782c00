"""`python -m bench`: measure `smm`, print a table, say PASS or FAIL of every bar."""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from bench.cost import Cost, cost, interleaved
from bench.editor import MILLISECONDS, waits
from bench.hostile import MEGABYTES, SECONDS, hostile
from bench.rivals import RIVALS, NotRun, measured
from smmkit.cli import COMMANDS

PYTHON = sys.executable

OVER_FLOOR = 2.5
"""`validate`, less what screening costs, against walk, read, parse and pydantic alone."""
SCREENING = 1.0
"""To look for personal data in every text and table, against the same."""
SCREENS = "SMM115,SMM116"
"""The rules that look for them."""
FAULTY = 3.0
"""A fault in every file against a folder without any."""
ATTACHED = 2.0
"""CPU milliseconds that `validate` takes for each Word file of 40 KB that is attached to a document."""
LINEAR = 1.5
"""What one document more costs among many, against the same among few."""
VERSION = 0.030
"""CPU seconds of `smm --version` over the bare interpreter."""
HELP = 0.060
"""CPU seconds of `--help`, of `smm` and of each verb, over `python -c 'import typer'`."""


@dataclass
class Report:
    """What is printed, and whether every bar was held."""

    missed: list[str] = field(default_factory=list)

    def heading(self, text: str, *columns: str) -> None:
        """A title and the names of its columns."""
        print(f"\n{text:<34}" + "".join(f"{column:>12}" for column in columns), flush=True)

    def line(self, name: str, *cells: str) -> None:
        """One line of the table."""
        print(f"  {name:<32}" + "".join(f"{cell:>12}" for cell in cells))

    def bar(self, name: str, value: float, most: float, unit: str = "x") -> None:
        """A bar: the value may be at most this."""
        held = value <= most
        print(f"  {'PASS' if held else 'FAIL'}  {name}: {value:.2f}{unit} (bar {most:g}{unit})")
        if not held:
            self.missed.append(name)


def main() -> int:
    """Measure what is asked for; 1 if a bar is missed."""
    asked = options()
    report = Report()
    starting(report, asked.runs)
    with tempfile.TemporaryDirectory(prefix="smm-bench-") as place:
        costs = {size: folders(report, Path(place), size, asked.runs) for size in asked.sizes}
        linear(report, costs)
        editors(report, Path(place), min(2_000, max(asked.sizes)), asked.runs)
        strangers(report, Path(place))
        if asked.rivals:
            beside(report, Path(place), asked)
    print("\nFAIL: " + ", ".join(report.missed) if report.missed else "\nPASS: every bar is held")
    return int(bool(report.missed))


def options() -> argparse.Namespace:
    """What is asked for on the command line."""
    parser = argparse.ArgumentParser("python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="500 documents, 3 runs, no rivals")
    parser.add_argument("--sizes", type=int, nargs="+", default=[500, 2_000, 10_000])
    parser.add_argument("--runs", type=int, default=5, help="the median of so many")
    parser.add_argument("--rivals", type=int, default=500, help="documents for the others; 0: none")
    parser.add_argument("--venv", type=Path, default=Path("out/bench-venv"), help="where they live")
    asked = parser.parse_args()
    if asked.quick:
        asked.sizes, asked.runs, asked.rivals = [500], 3, 0
    return asked


def starting(report: Report, runs: int) -> None:
    """How long `smm` takes to say nothing of substance."""
    smm = (PYTHON, "-m", "smmkit")
    found = interleaved(
        {
            "python": (PYTHON, "-c", "pass"),
            "import typer": (PYTHON, "-c", "import typer"),
            "--version": (*smm, "--version"),
            "--help": (*smm, "--help"),
            **{f"{verb} --help": (*smm, verb, "--help") for verb in COMMANDS},
        },
        2 * runs + 1,
    )
    refuse_if(any(one.code for one in found.values()), "smm does not start")
    report.heading("Start", "CPU ms", "MB")
    for name, one in found.items():
        report.line(name, f"{one.seconds * 1000:.0f}", f"{one.memory:.0f}")
    over = (found["--version"].seconds - found["python"].seconds) * 1000
    report.bar("--version over the interpreter", over, VERSION * 1000, " ms")
    helps = {name: one.seconds for name, one in found.items() if name.endswith("--help")}
    slowest = max(helps, key=helps.__getitem__)
    over = (helps[slowest] - found["import typer"].seconds) * 1000
    report.bar(f"every --help over typer; slowest: smm {slowest}", over, HELP * 1000, " ms")


def folders(report: Report, place: Path, size: int, runs: int) -> dict[str, Cost]:
    """`validate` on so many documents, without and with faults, beside the floor."""
    clean, faulty = made(place, size), made(place, size, "--faulty")
    attached = made(place, size, "--attached")
    check_clean(clean, size)
    check_clean(attached, size)
    found = interleaved(
        {
            "floor": (PYTHON, "-m", "bench.floor", str(clean)),
            "unscreened": (PYTHON, "-m", "smmkit", "validate", "--ignore", SCREENS, str(clean)),
            "validate": (PYTHON, "-m", "smmkit", "validate", str(clean)),
            "faulty": (PYTHON, "-m", "smmkit", "validate", str(faulty)),
            "attached": (PYTHON, "-m", "smmkit", "validate", str(attached)),
        },
        runs,
    )
    codes = [each.code for each in found.values()]
    refuse_if(codes != [0, 0, 0, 1, 0], f"the exit codes are {codes}, not 0, 0, 0, 1, 0")
    report.heading(f"{size:,} documents", "CPU s", "of floor", "ms each", "MB")
    for name, one in found.items():
        ratio, each = one.seconds / found["floor"].seconds, one.seconds / size * 1000
        cells = (f"{one.seconds:.2f}", f"{ratio:.2f}x", f"{each:.3f}", f"{one.memory:.0f}")
        report.line(name, *cells)
    floor, unscreened = found["floor"].seconds, found["unscreened"].seconds
    report.bar(f"validate {size:,}, unscreened, over the floor", unscreened / floor, OVER_FLOOR)
    screening = (found["validate"].seconds - unscreened) / floor
    report.bar(f"screening {size:,} documents, of the floor", screening, SCREENING)
    over = found["faulty"].seconds / found["validate"].seconds
    report.bar(f"faulty {size:,} over clean", over, FAULTY)
    more = (found["attached"].seconds - found["validate"].seconds) * 1000
    files = sum(1 for _ in attached.rglob("*.docx"))
    report.bar(f"each of {files:,} attached files", max(more, 0) / files, ATTACHED, " ms")
    return found


def linear(report: Report, costs: dict[int, dict[str, Cost]]) -> None:
    """Whether one document more costs the same in a large folder as in a small one.

    Why between sizes: the constant cost of starting would hide what grows with the square.
    """
    if len(costs) < 3:
        return
    small, middle, *_, large = sorted(costs)
    report.heading("Linear: one document more")
    for name in ("validate", "faulty"):
        seconds = {size: costs[size][name].seconds for size in costs}
        few = (seconds[middle] - seconds[small]) / (middle - small)
        many = (seconds[large] - seconds[middle]) / (large - middle)
        report.bar(f"{name}: up to {large:,} over up to {middle:,}", many / few, LINEAR)


def editors(report: Report, place: Path, size: int, runs: int) -> None:
    """How long an editor waits for the language server, on the wall."""
    report.heading(f"An editor, {size:,} documents", "ms")
    if find_spec("pygls") is None:
        report.line("not run: pygls is not installed")
        return
    found = waits(made(place, size), runs)
    for name, milliseconds in found.items():
        report.line(name, f"{milliseconds:.0f}")
    slowest = max(found, key=found.__getitem__)
    report.bar(f"each answer; slowest: {slowest}", found[slowest], MILLISECONDS, " ms")


def strangers(report: Report, place: Path) -> None:
    """What files cost that were made to hang or burst a machine."""
    report.heading("Hostile files", "CPU s", "MB")
    costs: dict[str, Cost] = {}
    for number, one in enumerate(hostile()):
        folder = place / f"hostile-{number}"
        folder.mkdir()
        made = cost(PYTHON, "-m", "bench.hostile", str(number), str(folder))
        refuse_if(made.code, f"{one.name} was not made: {made.said}")
        costs[one.name] = cost(PYTHON, "-m", "smmkit", *one.arguments(folder))
        shutil.rmtree(folder)
        report.line(one.name, f"{costs[one.name].seconds:.1f}", f"{costs[one.name].memory:.0f}")
        refuse_if(costs[one.name].code not in {1, 2, 0}, f"{one.name}: {costs[one.name].said}")
    slowest = max(costs, key=lambda name: costs[name].seconds)
    report.bar(f"each hostile file; slowest: {slowest}", costs[slowest].seconds, SECONDS, " s")
    largest = max(costs, key=lambda name: costs[name].memory)
    report.bar(f"each hostile file; largest: {largest}", costs[largest].memory, MEGABYTES, " MB")


def beside(report: Report, place: Path, asked: argparse.Namespace) -> None:
    """The others on the same documents; they have no bar."""
    own = made(place, asked.rivals)
    ours = interleaved({"smm": (PYTHON, "-m", "smmkit", "validate", str(own))}, asked.runs)["smm"]
    report.heading(f"Others, {asked.rivals:,} documents", "CPU s", "of smm", "MB")
    report.line("smm validate", f"{ours.seconds:.2f}", "1.0x", f"{ours.memory:.0f}")
    for rival in RIVALS:
        try:
            one = measured(rival, asked.rivals, place / rival.name, asked.venv, min(asked.runs, 3))
        except NotRun as reason:
            report.line(rival.name, f"not run: {reason}")
            continue
        cells = (f"{one.seconds:.2f}", f"{one.seconds / ours.seconds:.1f}x", f"{one.memory:.0f}")
        report.line(rival.name, *cells, f"  {rival.work}")


def made(place: Path, size: int, *flags: str) -> Path:
    """A synthetic folder; made once, in a process of its own."""
    folder = place / "-".join(("qms", str(size), *(flag.strip("-") for flag in flags)))
    if not folder.exists():
        command = (PYTHON, "-m", "bench.folder", str(folder), str(size), *flags)
        done = cost(*command)
        refuse_if(done.code, f"the folder was not made: {done.said}")
    return folder


FEW, CHANCE = 30, 500
"""So many warnings a folder without faults may have, and one more for so many documents, of which two say
the same by chance.
"""


def check_clean(folder: Path, size: int) -> None:
    """Next to nothing is said of a folder without faults, and all of it was read.

    Why next to: it is made of ten kinds, and some rules ask for others, such as a review.
    """
    command = (PYTHON, "-m", "smmkit", "validate", "--format", "json", str(folder))
    said = json.loads(subprocess.run(command, check=False, stdout=subprocess.PIPE).stdout)
    counted = {name: said["summary"][name] for name in ("documents", "error", "warning")}
    few = counted["error"] == 0 and counted["warning"] <= FEW + size // CHANCE
    refuse_if(counted["documents"] != size or not few, f"not clean: {counted}")


def refuse_if(wrong: object, why: str) -> None:
    """Stop where a number would mean nothing."""
    if wrong:
        sys.exit(f"bench: {why}")


if __name__ == "__main__":
    sys.exit(main())
