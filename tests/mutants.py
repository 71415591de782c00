"""`make mutants`: break the code a little, here and there, and print what no test has seen.

Cosmic Ray makes the mutants, one at a time, in copies of the repository. Which are tried first
follows from the seed; those that stand for nothing (`X | None` in an annotation) are never tried.
A survivor asks for a test, or is another way to write the same.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from cosmic_ray.commands.init import init
from cosmic_ray.mutating import mutate_and_test
from cosmic_ray.work_db import WorkDB, use_db
from cosmic_ray.work_item import MutationSpec, TestOutcome

ROOT = Path(__file__).parent.parent
BUNDLE = "tests/commands/test_bundle_command.py"
TESTS = {
    "analyses": (
        "tests/analyses tests/reports",
        f"tests/rules tests/bundle tests/test_editions.py {BUNDLE}",
    ),
    "rules": ("tests/rules", "tests/analyses"),
    "bundle": ("tests/bundle", BUNDLE),
    "reports": ("tests/reports", f"{BUNDLE} tests/test_languages.py"),
}
"""Of each package the tests that look at it, then those that are asked where these see nothing."""
POINTLESS = re.compile(
    r"core/(RemoveDecorator|ReplaceBinaryOperator_BitOr_\w+|ReplaceBinaryOperator_\w+_(RShift|LShift"
    r"|BitAnd|BitXor|Pow|FloorDiv|Mod)|ReplaceComparisonOperator_(Is|IsNot|Eq|NotEq)_(Lt|Gt)E?"
    r"|ReplaceComparisonOperator_(Is_Eq|Eq_Is|IsNot_NotEq|NotEq_IsNot)|ReplaceUnaryOperator_\w+_Invert)"
)
"""Those that mean the same, or that any test would see."""
PATIENCE = 120
"""Seconds that the tests of one mutant may take."""


@dataclass(frozen=True)
class Tried:
    """What came of one mutant."""

    place: str
    survived: bool
    change: str


def main() -> None:
    """Try mutants until the time is up."""
    asked = options()
    with tempfile.TemporaryDirectory(prefix="mutants-") as place:
        copies = [copied(Path(place) / str(n)) for n in range(asked.jobs)]
        mutants = chosen(copies[0], asked.only, asked.seed)
        end = time.monotonic() + asked.minutes * 60
        with ProcessPoolExecutor(asked.jobs) as pool:
            shares = [mutants[n :: asked.jobs] for n in range(asked.jobs)]
            running = [pool.submit(tried, *each, end) for each in zip(copies, shares, strict=True)]
            results = [one for each in as_completed(running) for one in each.result()]
    survivors = sorted((one for one in results if one.survived), key=lambda one: one.place)
    for one in survivors:
        print(f"\n{one.place}\n{one.change}")
    print(
        f"\n{len(survivors)} of {len(results)} survived; there are {len(mutants)}, seed {asked.seed}"
    )


def options() -> argparse.Namespace:
    """What is asked for on the command line."""
    parser = argparse.ArgumentParser("make mutants", description=__doc__)
    parser.add_argument(
        "only", nargs="*", help="files, such as analyses/lifecycle/state.py; without, all"
    )
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1, help="another one tries others first")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    return parser.parse_args()


def copied(place: Path) -> Path:
    """A copy of what git knows, with bytecode that is checked against the text of its source."""
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, check=True, text=True
    )
    for name in filter(lambda name: (ROOT / name).is_file(), listed.stdout.splitlines()):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, place / name)
    compiling = ["compileall", "-q", "--invalidation-mode", "checked-hash", "src", "tests"]
    subprocess.run([python(), "-m", *compiling], cwd=place, check=True)
    return place


def python() -> str:
    """The interpreter that has smmkit and its tests."""
    return str(ROOT / (".venv/Scripts/python.exe" if os.name == "nt" else ".venv/bin/python"))


def chosen(copy: Path, only: list[str], seed: int) -> list[MutationSpec]:
    """The mutants of these files, or of all packages, in the order in which they are tried."""
    os.chdir(copy)  # Cosmic Ray reads and writes from where one stands
    package = copy / "src" / "smmkit"
    names = only or [
        f.relative_to(package) for part in TESTS for f in (package / part).rglob("*.py")
    ]
    with use_db(str(copy / "mutants.sqlite"), WorkDB.Mode.create) as db:
        init([Path("src/smmkit") / name for name in names], db, {})
        items = [mutation for item in db.work_items for mutation in item.mutations]
    items = [one for one in items if not POINTLESS.match(one.operator_name) and not is_look(one)]
    items.sort(key=lambda one: (str(one.module_path), one.operator_name, one.occurrence))
    random.Random(seed).shuffle(items)
    return items


def is_look(mutant: MutationSpec) -> bool:
    """Whether no answer depends on it: how a class is made (`frozen`), how wide a column is drawn."""
    line = mutant.module_path.read_text("utf-8").splitlines()[mutant.start_pos[0] - 1].strip()
    is_width = mutant.operator_name.startswith("core/NumberReplacer") and "Reading(" in line
    return line.startswith("@") or is_width


def tried(copy: Path, mutants: list[MutationSpec], end: float) -> list[Tried]:
    """What came of these mutants, as far as there was time."""
    os.chdir(copy)
    os.environ |= {"PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    results = []
    for mutant in mutants:
        if time.monotonic() > end:
            break
        result = mutate_and_test([mutant], command(mutant), PATIENCE)
        lines = [
            line for line in (result.diff or "").splitlines() if re.match(r"[-+](?![-+])", line)
        ]
        place = f"{mutant.module_path}:{mutant.start_pos[0]}"
        survived = result.test_outcome is TestOutcome.SURVIVED
        results.append(Tried(place, survived, "\n".join(lines)))
        print("S" if survived else ".", end="", flush=True)
    return results


def command(mutant: MutationSpec) -> str:
    """The tests that might see it: its own, then those close by, then the others."""
    part = mutant.module_path.relative_to("src/smmkit").parts[0]
    pytest = f"{python()} -m pytest -x -q -p no:cacheprovider -m 'not long' "
    return "sh -c " + shlex.quote(
        " && ".join(pytest + tests for tests in own(mutant) + TESTS[part])
    )


def own(mutant: MutationSpec) -> tuple[str, ...]:
    """The tests of this module alone: the cases of a rule, or the test that is named as it is."""
    path = mutant.module_path
    if code := re.match(r'"""(SMM[0-9]+) ', path.read_text("utf-8")):
        return (f"tests/rules/test_cases.py -k {code[1]}",)
    test = Path("tests", path.relative_to("src/smmkit").parent, f"test_{path.stem}.py")
    return (str(test),) if test.is_file() else ()


if __name__ == "__main__":
    sys.exit(main())
