"""Problems as test results, a case for each file: JUnit XML, which most services can show."""

from __future__ import annotations

from collections import defaultdict
from xml.sax.saxutils import escape, quoteattr

from smmkit.diagnostics import Checked, Surroundings, from_here, with_hint
from smmkit.problem import Diagnostic
from smmkit.words import Language, harmless

FOR_MACHINES = True
"""It speaks English unless a language is asked for."""


def junit(checked: Checked, language: Language, around: Surroundings) -> str:
    """A case fails where its file has a problem that fails the check; others are only told in it."""
    base = from_here(checked.root, around.top)
    found: dict[str, list[Diagnostic]] = defaultdict(list)
    for diagnostic in checked.every:
        found[diagnostic.at.path].append(diagnostic)
    paths = sorted({*checked.files, *found})
    failed = sum(any(checked.fails(d.rule.severity) for d in found[path]) for path in paths)
    counts = f'tests="{len(paths)}" failures="{failed}" errors="0"'
    cases = "".join(case(path, found[path], base, checked, language) for path in paths)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuites name="smm validate" {counts}>\n'
        f'  <testsuite name="smm validate" {counts} skipped="0" time="0" '
        f'timestamp="{checked.as_of}T00:00:00">\n'
        f"{cases}  </testsuite>\n</testsuites>\n"
    )


def case(
    path: str, found: list[Diagnostic], base: str, checked: Checked, language: Language
) -> str:
    """One file: what fails it, and what else there is to be told of it.

    By `file` GitLab and others link to it; alone the strict schema of Jenkins' xUnit plugin has no such word.
    """
    failing = [d for d in found if checked.fails(d.rule.severity)]
    others = [d for d in found if not checked.fails(d.rule.severity)]
    name = quoted(base + path)
    opening = f'    <testcase classname="smm validate" name={name} file={name} time="0"'
    inside = ""
    if failing:
        first = failing[0]
        inside += (
            f"      <failure type={quoted(first.rule.code)} "
            f"message={quoted(language.say(first.problem.message))}>"
            f"{listed(failing, language)}</failure>\n"
        )
    if others:
        inside += f"      <system-out>{listed(others, language)}</system-out>\n"
    return f"{opening}>\n{inside}    </testcase>\n" if inside else f"{opening}/>\n"


def listed(found: list[Diagnostic], language: Language) -> str:
    """Problems, a line each."""
    lines = (
        f"{d.at.line}:{d.at.column}: {language.word(d.rule.severity.value)} {d.rule.code} "
        f"{with_hint(d, language)}"
        for d in found
    )
    return escape(plain("\n".join(line.replace("\n", " ") for line in lines)))


def quoted(text: str) -> str:
    """A text as the value of an attribute."""
    return quoteattr(plain(text).replace("\n", " "))


def plain(text: str) -> str:
    """A text without the signs that XML cannot hold."""
    return harmless(text, lines=True)
