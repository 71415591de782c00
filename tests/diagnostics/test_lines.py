"""Problems for people: one line each, a path that can be clicked, what to do below it."""

import os
from datetime import date
from pathlib import Path

import pytest

from smmkit.diagnostics import Checked, Surroundings, render
from smmkit.location import Location
from smmkit.problem import Diagnostic, Problem, Rule, Severity
from smmkit.words import Language, Message, say

ROOT = Path("/home/ani/mutu")
RULES = {
    severity: Rule(f"SMM{n}", "a-rule", severity, "A promise.")
    for n, severity in enumerate(Severity, 201)
}


def diagnostic(
    message: Message | str = "it is so",
    severity: Severity = Severity.ERROR,
    at: Location | None = None,
    hint: Message | None = None,
) -> Diagnostic:
    said = message if isinstance(message, Message) else say("{text}", text=message)
    at = at or Location("sop/a b.md", 5, 12, 5, 20)
    return Diagnostic(RULES[severity], at, Problem(at.path, ("owner",), said, hint, "SOP-01"))


def text(*found, here=ROOT, code="en", colour=False, documents=3, judged=2) -> str:
    checked = Checked(ROOT, date(2026, 3, 1), documents, judged, found, tuple(RULES.values()))
    return render("text", checked, Language(code), Surroundings(here, ROOT, colour))


def test_a_problem_and_its_hint():
    assert text(diagnostic(hint=say("do {what}", what="it"))) == (
        "sop/a b.md:5:12: error SMM201 it is so\n"
        "    do it\n"
        "2 of 3 documents judged as of 1 March 2026: 1 error, 0 warnings\n"
    )


def test_without_a_problem_the_day_is_said_all_the_same():
    assert text() == "2 of 3 documents judged as of 1 March 2026: 0 errors, 0 warnings\n"


def test_one_and_many_and_notes_only_where_there_are_some():
    found = [diagnostic(severity=severity) for severity in Severity for _ in range(2)]
    assert text(*found).endswith(": 2 errors, 2 warnings, 2 notes\n")
    assert "error SMM201" in text(*found)
    assert "warning SMM202" in text(*found)
    assert "note SMM203" in text(*found)


@pytest.mark.parametrize(
    ("here", "path"),
    [
        ("/home/ani/mutu", "sop/a b.md"),
        ("/home/ani/mutu/sop", "../sop/a b.md"),
        ("/home/ani", "mutu/sop/a b.md"),
        ("/home/budi/x", "../../ani/mutu/sop/a b.md"),
    ],
)
@pytest.mark.skipif(os.sep != "/", reason="the paths of this test are those of POSIX")
def test_paths_are_seen_from_where_the_reader_stands(here, path):
    assert text(diagnostic(), here=Path(here)).startswith(f"{path}:5:12: error")


def test_colour_only_where_it_is_asked_for_and_around_the_same_words():
    plain = text(diagnostic())
    bright = text(diagnostic(), colour=True)
    assert "\x1b" not in plain
    assert "\x1b[31merror\x1b[0m" in bright
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[31m"):
        bright = bright.replace(code, "")
    assert bright == plain


def test_in_the_language_of_the_reader():
    said = text(diagnostic(say("{day}", day=date(2026, 5, 1))), code="id")
    assert "1 Mei 2026" in said
    assert "1 Maret 2026" in said


@pytest.mark.parametrize(
    "text_of_a_file", ["two\nlines", "a\x1b[2Jb", "a\rb", "a\x07b", "a\u2028b"]
)
def test_a_value_of_a_file_cannot_break_the_line_or_command_the_terminal(text_of_a_file):
    lines = text(diagnostic(text_of_a_file)).splitlines()
    assert len(lines) == 2
    assert all(letter.isprintable() for line in lines for letter in line)
