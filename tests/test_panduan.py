"""The coordinator's guide: what it shows is there, what it says can be typed, and its day ends well."""

from __future__ import annotations

import os
import re
import shlex
import sys
from pathlib import Path
from textwrap import dedent

import click
import pytest
import yaml_rs
from markdown_it import MarkdownIt

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "docs"))

import pictures  # noqa: E402

from smmkit.cli import COMMANDS, Verbs  # noqa: E402
from smmkit.dialogue.kind_names import kind_named  # noqa: E402
from smmkit.documents import KINDS  # noqa: E402

TEXT = pictures.GUIDE.read_text("utf-8")
TOKENS = MarkdownIt("commonmark").enable("table").parse(TEXT)
FENCES = [token for token in TOKENS if token.type == "fence"]
SHOWN = [step for step in pictures.steps(TEXT) if isinstance(step, pictures.Picture)]


def typed() -> list[str]:
    """Every command of smm that the guide writes, in a block or within a sentence."""
    lines = [line for fence in FENCES for line in fence.content.splitlines()]
    inner = [c.content for t in TOKENS for c in t.children or () if c.type == "code_inline"]
    return sorted({line for line in (*lines, *inner) if re.match(r"smm( |$)", line)})


def test_every_picture_is_there_and_is_used():
    lies = {file.name for file in pictures.PICTURES.iterdir()}
    assert {step.file for step in SHOWN} == lies, "run `make pictures`"
    assert all(file.stat().st_size < pictures.LARGEST for file in pictures.PICTURES.iterdir())


def test_every_picture_says_in_words_what_it_shows():
    images = [c for t in TOKENS for c in t.children or () if c.type == "image"]
    assert images
    assert all(len(image.content) > 10 for image in images)


def test_no_picture_asks_the_network():
    for file in pictures.PICTURES.glob("*.svg"):
        text = file.read_text("utf-8")
        assert not re.search(r"url\((?!#)|@import|<script|href=", text), file.name
        assert set(re.findall(r"https?://[^\"]+", text)) == {"http://www.w3.org/2000/svg"}


@pytest.mark.parametrize("line", typed())
def test_every_command_can_be_typed(line):
    words = shlex.split(line)[1:]
    if not words or words[0] in {"--help", "--version"}:
        return
    verb, *rest = words
    assert verb in COMMANDS
    command = Verbs(name="smm").get_command(None, verb)
    values, _, _ = command.make_parser(click.Context(command)).parse_args(rest)
    kind = values.get("kind")
    if verb == "new" and kind != "KIND" and isinstance(kind, str):
        assert kind_named(kind) in KINDS


def test_every_block_of_yaml_reads():
    blocks = [fence.content for fence in FENCES if fence.info == "yaml"]
    assert blocks
    for block in blocks:
        assert isinstance(yaml_rs.loads(dedent(block)), dict | list), block


def test_every_page_that_it_links_to_is_there():
    for link in re.findall(r"\]\(([^)#:\s]+)[)\s]", TEXT):
        assert (pictures.HERE / link).exists(), link


def test_every_part_that_it_leads_to_is_there():
    titles = re.findall(r"(?m)^## (.+)$", TEXT)
    anchors = {re.sub(r"[^\w -]", "", title).lower().replace(" ", "-") for title in titles}
    assert set(re.findall(r"\]\(#([^)]+)\)", TEXT)) <= anchors


@pytest.fixture(scope="module")
def day(tmp_path_factory):
    if os.name == "nt":
        pytest.skip("the questions are answered in a terminal of Unix")
    return pictures.work(tmp_path_factory.mktemp("mutu").resolve(), TEXT)


@pytest.mark.long
def test_the_day_ends_with_a_clean_folder_and_a_bundle_that_verifies(day):
    last = {line.split()[1]: code for line, code in day.done if " " in line}
    assert last["validate"] == 0
    assert last["bundle"] == 0
    assert last["verify"] == 0
    assert (day.home / "pengajuan.zip").is_file()
    assert not [f for f in (day.home / "mutu").rglob("*.yaml") if left_blank(f)]
    assert set(day.shots) == {step.file for step in SHOWN}


@pytest.mark.long
def test_the_questions_are_asked_in_the_words_of_the_guide(day):
    assert [(named, asked) for named, asked in day.asked if named not in asked] == []


def left_blank(file: Path) -> bool:
    """Whether a form still waits to be filled in, outside of its remarks."""
    lines = file.read_text("utf-8").splitlines()
    return any("(isi)" in line for line in lines if not line.lstrip().startswith("#"))
