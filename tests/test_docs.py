"""The pages of docs/ are those that the code would write; what README shows is true."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "docs"))

from generate import pages  # noqa: E402

from smmkit.cli import COMMANDS  # noqa: E402


@pytest.fixture(scope="module")
def fresh():
    return pages()


@pytest.mark.parametrize("name", ["rules.md", "kinds.md", "cli.md", "juknis.md"])
def test_a_generated_page_is_fresh(fresh, name):
    assert (ROOT / "docs" / name).read_text("utf-8") == fresh[name], "run `make docs`"


def test_every_command_is_in_the_readme():
    text = (ROOT / "README.md").read_text("utf-8")
    assert set(COMMANDS) <= set(re.findall(r"(?m)^smm ([a-z-]+)", text))


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "example-qms/README.md"])
def test_every_file_that_a_page_links_to_is_there(page):
    text = (ROOT / page).read_text("utf-8")
    for link in re.findall(r"\]\(([^)#:]+)\)", text):
        assert ((ROOT / page).parent / link).exists(), link
