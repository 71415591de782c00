"""Starting is light: nothing heavy is imported before it is asked for. `make bench` measures how quick."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from smmkit.cli import COMMANDS

HEAVY = {
    *("pydantic", "ruamel", "jinja2", "yaml", "yaml_rs", "typst", "rich"),
    *("xlsxwriter", "markdown_it", "rapidfuzz"),
    *("openpyxl", "docx", "lxml", "pypdfium2", "pyzipper", "Cryptodome"),
}

START = """
import contextlib, io, json, os, sys
os._exit = sys.exit
from smmkit.__main__ import main
imported = {}
for call in json.loads(sys.argv[1]):
    sys.argv[1:], before = call, set(sys.modules)
    with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO())):
        try:
            main()
        except SystemExit as done:
            assert not done.code, (call, done.code)
    imported[" ".join(call)] = sorted({m.partition(".")[0] for m in set(sys.modules) - before})
print(json.dumps(imported))
"""
"""One call of `smm` after the other, and what each has imported anew."""


@pytest.mark.parametrize(
    ("calls", "unwanted"),
    [
        ([["--version"]], HEAVY | {"typer", "click"}),
        ([[verb, "--help"] for verb in COMMANDS], HEAVY),
        ([["--help"]], HEAVY),
    ],
    ids=["--version", "VERB --help", "--help"],
)
def test_nothing_heavy_is_imported(calls: list[list[str]], unwanted: set[str]) -> None:
    command = [sys.executable, "-c", START, json.dumps(calls)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    imported = json.loads(done.stdout)
    assert len(imported) == len(calls)
    assert {call: found for call in imported if (found := unwanted & {*imported[call]})} == {}
