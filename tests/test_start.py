"""Starting is quick: nothing heavy is imported before it is asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {
    *("pydantic", "ruamel", "jinja2", "yaml", "yaml_rs", "typst", "rich"),
    *("xlsxwriter", "markdown_it", "rapidfuzz"),
    *("openpyxl", "docx", "lxml", "pypdfium2"),
}

START = """
import os, sys, time
os._exit = sys.exit
if sys.argv[1:]:
    from smmkit.__main__ import main
    try:
        main()
    except SystemExit as done:
        assert not done.code, done.code
print("SPENT", time.process_time(), *sys.modules)
"""


@pytest.mark.parametrize(
    ("argument", "unwanted"), [("--version", HEAVY | {"click"}), ("--help", HEAVY)]
)
def test_nothing_heavy_is_imported(argument: str, unwanted: set[str]) -> None:
    _, modules = started(argument)
    assert {name.partition(".")[0] for name in modules} & unwanted == set()


@pytest.mark.parametrize(("argument", "budget"), [("--version", 0.030), ("--help", 0.120)])
def test_start_is_quick(argument: str, budget: float) -> None:
    assert least(argument) - least() < budget


def least(*arguments: str) -> float:
    """The CPU seconds of the quickest of nine runs: what others do can only add to it."""
    return min(started(*arguments)[0] for _ in range(9))


def started(*arguments: str) -> tuple[float, list[str]]:
    """The CPU seconds that a new interpreter has spent when all is said, and its modules."""
    command = [sys.executable, "-c", START, *arguments]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    seconds, *modules = said.rpartition("SPENT")[2].split()
    return float(seconds), modules
