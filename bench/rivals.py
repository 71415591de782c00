"""Other checkers on the same documents, each in the form that it reads."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from bench.cost import Cost, cost, middle

LINT = "{extends: relaxed, rules: {line-length: disable}}"


@dataclass(frozen=True)
class Rival:
    """A checker: what it does, its command (`{run}`: which run it is), the sort of its input."""

    name: str
    work: str
    command: tuple[str, ...]
    input: str
    prepare: tuple[tuple[str, ...], ...] = ()
    """Commands that make its folder ready; they are not measured."""


class NotRun(Exception):  # noqa: N818 - it is an outcome, not an error
    """Why a rival could not be measured."""


def measured(rival: Rival, size: int, place: Path, venv: Path, runs: int) -> Cost:
    """The median cost of a rival on so many documents.

    Raises:
        NotRun: it cannot be installed, or does not accept a folder without faults.

    """
    program = installed(rival.name, venv)
    place.mkdir(parents=True)
    succeeded(cost(sys.executable, "-m", "bench.rival_input", rival.input, str(size), str(place)))
    for command in rival.prepare:
        tool = program if command[0] == rival.name else command[0]
        succeeded(cost(str(tool), *command[1:], cwd=place))
    costs = []
    for run in range(runs):
        words = [word.replace("{run}", str(run)) for word in rival.command]
        files = sorted(f"files/{file.name}" for file in place.glob("files/*"))
        costs.append(succeeded(cost(str(program), *words, *files, cwd=place)))
    return middle(costs)


def installed(name: str, venv: Path) -> Path:
    """The program of a rival, in an environment of its own."""
    program = venv.resolve() / "bin" / name
    try:
        if not (venv / "bin" / "python").exists():
            subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
        if not program.exists():
            pip = [str(venv / "bin" / "python"), "-m", "pip", "install", "--quiet", name]
            subprocess.run(pip, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise NotRun(f"cannot be installed ({error})") from error
    return program


def succeeded(done: Cost) -> Cost:
    """The cost, if all went well."""
    if done.code:
        raise NotRun(f"it left with {done.code}: {' / '.join(done.said.splitlines()[-3:])}")
    return done


RIVALS = (
    Rival("yamllint", "the form of the YAML", ("-d", LINT), "yaml"),
    Rival(
        "check-jsonschema",
        "fields and types, by the schema of our models",
        ("--schemafile", "schema.json"),
        "schema",
    ),
    Rival(
        "doorstop",
        "links and seals of reviewed items",
        ("--no-reformat",),
        "items",
        (
            (shutil.which("git") or "git", "init", "--quiet"),
            ("doorstop", "--no-reformat", "clear", "all"),
            ("doorstop", "--no-reformat", "review", "all"),
        ),
    ),
    Rival(
        "strictdoc",
        "links; export to JSON, the least that it does",
        ("export", "--formats", "json", "--no-parallelization", "--output-dir", "out-{run}", "."),
        "sdoc",
    ),
)
