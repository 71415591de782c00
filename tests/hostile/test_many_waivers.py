"""Waivers without number: each text is walked through a few times, not once for each of them."""

from __future__ import annotations

import pytest

from smmkit.rules import judge
from smmkit.waivers import MOST
from smmkit.words import Language
from smmkit.yaml_text import positions

WHY = "# smm: ignore[SMM101] until 2026-12-31: why"
HEAD = "kind: audit\nid: A\n"
MANY = 5000


@pytest.mark.parametrize(
    "text",
    [
        f"{WHY}\n" * MANY + HEAD,
        HEAD + "".join(f"x{n}: 1  {WHY}\n" for n in range(MANY)),
        HEAD + "x:\n" + f"# {WHY}\n{WHY}\n" * MANY + "y: 1\n",
        HEAD + f"x: # a\n{WHY}\n" + "".join(f" - a{n}\n" for n in range(MANY)),
    ],
    ids=["above all", "at each field", "in between", "above a list"],
)
def test_they_are_read_in_one_go(folder, text, monkeypatch):
    walks = []
    walk = positions.locations_of
    monkeypatch.setattr(
        "smmkit.yaml_text.source.locations_of",
        lambda path, *more: walks.append(path) or walk(path, *more),
    )
    judgement = judge(folder({"a.yaml": text}))
    assert walks.count("a.yaml") <= 4
    codes = {d.rule.code for d in judgement.diagnostics if d.at.path == "a.yaml"}
    assert "SMM999" not in codes


def test_of_too_many_the_rest_do_not_hold_and_that_is_told(folder):
    text = HEAD + "".join(f"x{n}: 1  {WHY}\n" for n in range(MOST + 5))
    judgement = judge(folder({"a.yaml": text}, more=""))
    said = [Language("en").say(d.problem.message) for d in judgement.diagnostics]
    assert said.count(f"one file has more than {MOST} waivers of one rule") == 5
