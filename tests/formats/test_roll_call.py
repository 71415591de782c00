"""What every format owes every page."""

import subprocess
import sys

import pytest
from drawing import drawn

from running import outputs
from smmkit.console.options import forms_in
from smmkit.formats import levels
from smmkit.page import Heading, Page

FORMATS = forms_in("formats")

PROGRAM = """
import hashlib, sys
from drawing import PAGE, drawn
for form in sys.argv[1:]:
    print(form, hashlib.sha256(drawn(PAGE, form)).hexdigest())
"""


def test_the_same_bytes_on_every_machine():
    places = [
        {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "1", "TERM": "dumb"},
        {"TZ": "America/Los_Angeles", "PYTHONHASHSEED": "2", "COLUMNS": "30", "FORCE_COLOR": "1"},
    ]
    here, *others = (outputs(PROGRAM, *FORMATS, places=[place]).pop() for place in places)
    assert [line.split()[0] for line in here.splitlines()] == list(FORMATS)
    assert others == [here]


@pytest.mark.parametrize("form", FORMATS)
def test_each_page_may_be_almost_nothing(form):
    assert drawn(Page("Kosong"), form)


def test_no_format_is_imported_before_it_is_asked_for():
    slow = "{'docx', 'typst', 'xlsxwriter', 'jinja2', 'rich', 'markdown_it'}"
    program = f"import sys, smmkit.formats; sys.exit(bool({slow} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_no_level_is_skipped():
    page = Page("x", "", tuple(Heading(str(n), n) for n in (3, 2, 4, 9, 1, 0)))
    assert [level for _, level in levels(page)] == [1, 2, 3, 4, 1, 1]
