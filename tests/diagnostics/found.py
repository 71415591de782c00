"""A small folder with faults, drawn in a format."""

from __future__ import annotations

from pathlib import Path

from smmkit.console.checking import Choice, check, chosen
from smmkit.console.opening import Opened
from smmkit.diagnostics import Checked, Surroundings, render
from smmkit.problem import Severity
from smmkit.words import Language

AUDIT = "kind: audit\nid: {id}\ntitle: A\ndate: 2026-01-01\naudit_type: internal\n"
FAULTY = AUDIT.format(id="AUD-01") + "owner: U-2\nunits: [😀, U-3]\n"
LATE = "kind: risk-register\nid: R\ntitle: R\nversion: '1'\nreview_by: 2020-01-01\n"
FILES = {"a b, c%.yaml": FAULTY, "late.yaml": LATE, "good.yaml": AUDIT.format(id="AUD-02")}
CODES = ("SMM201", "SMM301")


def checked_in(folder, files=None, codes=CODES, fails_on=Severity.ERROR) -> Checked:
    """What is wrong with the files, as far as these rules say."""
    found = Opened(Path("/repo/qms"), folder(files or FILES))
    return check(found, Choice(chosen(codes, ()), fails_on))


def drawn(folder, form, files=None, code="en", **more) -> str:
    """The same in a format; the repository begins above the folder."""
    files = files or FILES
    around = Surroundings(
        Path("/elsewhere"),
        Path("/repo"),
        lines_of=lambda path: files.get(path, "").split("\n"),
    )
    return render(form, checked_in(folder, files, **more), Language(code), around)
