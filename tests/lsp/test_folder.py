"""A folder as the server keeps it: nothing is read twice, and what is stale is given up."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason='pip install "smmkit[lsp]"')

from folders import SETTINGS
from running import EXAMPLE
from smmkit.analyses.texts.seen import _kept_with
from smmkit.location import Location
from smmkit.lsp.folder import Folder
from smmkit.lsp.judging import Judging, StaleError
from smmkit.lsp.texts import Text
from smmkit.problem import Diagnostic, Problem
from smmkit.rules import checks, judge
from smmkit.rules.asking import ask
from smmkit.rules.at_once import slow
from smmkit.words import say
from smmkit.yaml_text.source import Source

TEXT = """\
kind: document
id: D-{number}
title: Title
version: "1"
owner: U-1
"""


@pytest.fixture
def root(tmp_path) -> Path:
    (tmp_path / "qms.yaml").write_text(SETTINGS)
    for number in (1, 2, 3):
        (tmp_path / f"{number}.yaml").write_text(TEXT.format(number=number))
    return tmp_path


@pytest.fixture
def parsed(monkeypatch) -> list[str]:
    """The paths of all texts that are parsed."""
    paths: list[str] = []
    parse = Source.parse

    def noted(path: str, data: bytes) -> Source:
        paths.append(path)
        return parse(path, data)

    monkeypatch.setattr(Source, "parse", noted)
    return paths


def test_only_what_has_changed_is_read_again(root, parsed):
    folder = Folder(root)
    assert len(folder.read({}).documents) == 4
    assert len(parsed) == 4
    parsed.clear()
    assert len(folder.read({}).documents) == 4
    assert parsed == []
    (root / "1.yaml").write_text(TEXT.format(number=9))
    open_ = {"2.yaml": Text("2.yaml", TEXT.format(number=8))}
    assert {"D-9", "D-8", "D-3"} <= set(folder.read(open_).things)
    assert sorted(parsed) == ["1.yaml", "2.yaml"]
    parsed.clear()
    assert {"D-9", "D-2", "D-3"} <= set(folder.read({}).things)
    assert parsed == ["2.yaml"]


def test_a_change_that_the_disk_does_not_show_is_read_when_it_is_told_of(root):
    folder, file = Folder(root), root / "1.yaml"
    folder.read({})
    seen = file.stat()
    file.write_text(TEXT.format(number=9))
    os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    folder.forget("1.yaml")
    assert "D-9" in folder.read({}).things


def test_a_qms_that_is_given_back_finds_what_one_that_is_read_finds(root):
    folder = Folder(root)
    (root / "2.yaml").write_text(TEXT.format(number=1))
    first, second = folder.read({}), folder.read({})
    assert [(rule.code, p.path) for rule, p in first.found] == [
        (rule.code, p.path) for rule, p in second.found
    ]
    assert [d.path for d in first.documents] == [d.path for d in second.documents]


def test_what_slow_rules_have_said_stays_where_it_is_now(root):
    folder = Folder(root)
    rule = next(check.rule for check in checks() if check.rule.code in slow())
    problem = Problem("1.yaml", ("title",), say("kept"))
    folder.said = {"1.yaml": [Diagnostic(rule, Location("1.yaml", 3, 8), problem)]}
    qms = folder.read({"1.yaml": Text("1.yaml", "# one more\n\n" + TEXT.format(number=1))})
    judging = Judging(lambda _: {}, lambda _: None, lambda *_: None)
    found = judging._at_once(folder, qms, "1.yaml")
    assert [one.at.line for one in found if one.problem is problem] == [5]


def test_a_judgement_may_be_given_up(root):
    qms, asked = Folder(root).read({}), []

    def pulse() -> None:
        asked.append(1)
        if len(asked) > 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        judge(replace(qms, pulse=pulse))
    assert len(asked) == 6


def test_one_rule_that_takes_long_may_be_given_up_within():
    """Catches: who goes on typing waits until a rule that walks through two thousand texts has ended."""
    asked = []
    qms = replace(Folder(EXAMPLE).read({}), pulse=lambda: asked.append(1))
    judge(qms, frozenset({"SMM115"}))
    assert len(asked) > len(qms.documents) > 100


def test_a_judgement_that_is_stale_is_no_rule_that_fails(root):
    asked = []

    def pulse() -> None:
        asked.append(1)
        if len(asked) == 2:  # within the rule
            raise StaleError

    qms = replace(Folder(root).read({}), pulse=pulse)
    check = next(one for one in checks() if one.rule.code == "SMM115")
    with pytest.raises(StaleError):
        list(ask(check, {}, qms))


def test_what_was_seen_in_texts_that_are_the_same_is_kept_and_what_is_said_is_not_another(root):
    folder, rule = Folder(root), frozenset({"SMM112", "SMM115", "SMM689"})
    looks = []
    for typed in ("", "note: Hubungi 0812-3456-7890.\n", ""):
        open_ = {"1.yaml": Text("1.yaml", TEXT.format(number=1) + typed)}
        read, fresh = folder.read(open_), Folder(root).read(open_)
        looks.append(sum(len(seen) for _, seen in read.fact(_kept_with).values()))
        assert judge(read, rule).diagnostics == judge(fresh, rule).diagnostics
    assert looks[0] == 0 < looks[1]
