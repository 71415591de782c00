"""The coordinator's guides: what they show is there, what they say can be typed, and their day ends well."""

from __future__ import annotations

import os
import re
import shlex
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from textwrap import dedent

import click
import pytest
import yaml_rs
from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "docs"))

import pictures  # noqa: E402

from smmkit.cli import COMMANDS, Verbs  # noqa: E402
from smmkit.dialogue.kind_names import kind_named  # noqa: E402
from smmkit.documents import KINDS  # noqa: E402

PARSER = MarkdownIt("commonmark").enable("table")


@dataclass(frozen=True)
class Guide:
    """A guide, and the place where somebody works through it."""

    name: str
    folder: str
    bundle: str
    locale: str
    has_files: bool = False

    @property
    def text(self) -> str:
        return (pictures.HERE / self.name).read_text("utf-8")

    @property
    def tokens(self) -> list[Token]:
        return PARSER.parse(self.text)

    @property
    def fences(self) -> list[Token]:
        return [token for token in self.tokens if token.type == "fence"]


PANDUAN = Guide(pictures.GUIDE.name, "mutu", "pengajuan.zip", "id_ID", has_files=True)
GUIDE = Guide("guide.md", "qms", "bundle.zip", "en_GB")
GUIDES = pytest.mark.parametrize("guide", [PANDUAN, GUIDE], ids=lambda guide: guide.name)
SHOWN = [step for step in pictures.steps(PANDUAN.text) if isinstance(step, pictures.Picture)]


def typed(guide: Guide) -> list[str]:
    """Every command of smm that a guide writes, in a block or within a sentence."""
    lines = [line for fence in guide.fences for line in fence.content.splitlines()]
    inner = [c.content for t in guide.tokens for c in t.children or () if c.type == "code_inline"]
    return sorted({line for line in (*lines, *inner) if re.match(r"smm( |$)", line)})


def test_every_picture_is_there_and_is_used():
    lies = {file.name for file in pictures.PICTURES.iterdir()}
    assert {step.file for step in SHOWN} == lies, "run `make pictures`"
    assert all(file.stat().st_size < pictures.LARGEST for file in pictures.PICTURES.iterdir())


def test_every_picture_says_in_words_what_it_shows():
    images = [c for t in PANDUAN.tokens for c in t.children or () if c.type == "image"]
    assert images
    assert all(len(image.content) > 10 for image in images)


def test_no_picture_asks_the_network():
    for file in pictures.PICTURES.glob("*.svg"):
        text = file.read_text("utf-8")
        assert not re.search(r"url\((?!#)|@import|<script|href=", text), file.name
        assert set(re.findall(r"https?://[^\"]+", text)) == {"http://www.w3.org/2000/svg"}


@pytest.mark.parametrize("line", sorted({*typed(PANDUAN), *typed(GUIDE)}))
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


@GUIDES
def test_every_block_of_yaml_reads(guide):
    blocks = [fence.content for fence in guide.fences if fence.info == "yaml"]
    assert blocks
    for block in blocks:
        assert isinstance(yaml_rs.loads(dedent(block)), dict | list), block


@GUIDES
def test_every_page_that_it_links_to_is_there(guide):
    for link in re.findall(r"\]\(([^)#:\s]+)[)\s]", guide.text):
        assert (pictures.HERE / link).exists(), link


@GUIDES
def test_every_part_that_it_leads_to_is_there(guide):
    titles = re.findall(r"(?m)^## (.+)$", guide.text)
    anchors = {re.sub(r"[^\w -]", "", title).lower().replace(" ", "-") for title in titles}
    assert set(re.findall(r"\]\(#([^)]+)\)", guide.text)) <= anchors


@pytest.fixture(scope="module")
def days(tmp_path_factory):
    """The day of each guide, worked through once."""
    if os.name == "nt":
        pytest.skip("the questions are answered in a terminal of Unix")

    @cache
    def day(guide: Guide):
        home = tmp_path_factory.mktemp("day").resolve()
        files = pictures.old_files() if guide.has_files else {}
        return pictures.work(home, guide.text, files, guide.locale)

    return day


@pytest.mark.long
@GUIDES
def test_the_day_ends_with_a_clean_folder_and_a_bundle_that_verifies(days, guide):
    day = days(guide)
    last = {line.split()[1]: code for line, code in day.done if " " in line}
    assert last["validate"] == 0
    assert last["bundle"] == 0
    assert last["verify"] == 0
    assert (day.home / guide.bundle).is_file()
    assert not [f for f in (day.home / guide.folder).rglob("*.yaml") if left_blank(f)]


@pytest.mark.long
def test_every_picture_is_of_that_day(days):
    assert set(days(PANDUAN).shots) == {step.file for step in SHOWN}


@pytest.mark.long
@GUIDES
def test_the_questions_are_asked_in_the_words_of_the_guide(days, guide):
    assert [(named, asked) for named, asked in days(guide).asked if named not in asked] == []


def left_blank(file: Path) -> bool:
    """Whether a form still waits to be filled in, outside of its remarks."""
    lines = file.read_text("utf-8").splitlines()
    return any(
        "(isi)" in line or "(fill in)" in line
        for line in lines
        if not line.lstrip().startswith("#")
    )
