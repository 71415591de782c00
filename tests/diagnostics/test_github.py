"""Problems as commands in the log of a workflow: what GitHub reads of them is what was meant."""

import re

import pytest

from diagnostics.found import AUDIT, drawn
from smmkit.diagnostics.github import command
from smmkit.location import Location
from smmkit.problem import Diagnostic, Problem, Rule, Severity
from smmkit.words import Language, say

COMMAND = re.compile(r"^::(error|warning|notice) ([^:]*)::(.*)$")
UNQUOTED = {"%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}


def plain(text: str) -> str:
    return re.sub("|".join(UNQUOTED), lambda found: UNQUOTED[found[0]], text)


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """The log as the runner reads it: properties parted by commas, then what is said."""
    read = []
    for line in text.splitlines():
        command, properties, message = COMMAND.match(line).groups()
        pairs = dict(pair.split("=", 1) for pair in properties.split(","))
        read.append((command, {k: plain(v) for k, v in pairs.items()}, plain(message)))
    return read


def test_each_problem_is_a_command_at_its_lines(folder):
    first, second, _, late = commands(drawn(folder, "github"))
    assert first == (
        "error",
        {
            "file": "qms/a b, c%.yaml",
            "line": "6",
            "endLine": "6",
            "col": "8",
            "endColumn": "10",
            "title": "SMM201 broken-reference",
        },
        "there is no U-2 (did you mean U-1?)",
    )
    assert second[1]["col"] == "9"
    assert (late[0], late[1]["title"]) == ("warning", "SMM301 review-overdue")


@pytest.mark.parametrize("bad", ["x::error::y", "##[error]y", "::set-env name=A::b", "a\\nb"])
def test_no_text_of_a_file_becomes_a_command(folder, bad):
    text = drawn(folder, "github", {"a.yaml": AUDIT.format(id="A") + f'owner: "{bad}"\n'})
    assert len(commands(text)) == text.count("\n") == 1
    assert text.startswith("::error file=qms/a.yaml,")
    assert not re.search(r"##\[", text)


def test_a_problem_over_several_lines_has_no_columns():
    rule, said = Rule("SMM001", "x", Severity.ERROR, "Doc."), Problem("a.yaml", (), say("x"))
    told = [
        command(Diagnostic(rule, at, said), "", Language("en"))
        for at in (Location("a.yaml", 2, 3, 4, 5), Location("a.yaml", 2, 3, 2, 5))
    ]
    over, within = (each for _, each, _ in commands("".join(told)))
    assert (over["line"], over["endLine"]) == ("2", "4")
    assert not {"col", "endColumn"} & over.keys()
    assert (within["col"], within["endColumn"]) == ("3", "4")
