"""smm rule: what a rule promises, why, and what can be set, in the reader's language."""

from __future__ import annotations

import json

import pytest

from running import smm
from smmkit.rules import rules
from smmkit.words import Language


def test_one_rule_by_its_code_or_its_name():
    by_code, by_name = (smm("rule", word) for word in ("smm301", "review-overdue"))
    assert by_code.stdout == by_name.stdout
    assert by_code.stdout == (
        "SMM301 review-overdue (warning)\n"
        "  A document is reviewed by the day that it names.\n"
        "  Why: a day that has passed tells the auditor that nobody looks.\n"
        "  Source: ISO 9001, 7.5.2\n"
        "  Settings in qms.yaml: rules: {SMM301: {notice: 0}}\n"
        "    notice: How many days before its day a review is called for. (0)\n"
    )


def test_a_family_and_all_of_them():
    family = json.loads(smm("rule", "SMM90", "-f", "json").stdout)
    assert [rule["code"] for rule in family] == [f"SMM90{n}" for n in range(1, 10)]
    every = json.loads(smm("rule", "--all", "-f", "json").stdout)
    assert [rule["code"] for rule in every] == [rule.code for rule in rules()]
    assert smm("rule", "--all").stdout.count("\n\nSMM") == len(rules()) - 1


def test_a_word_that_means_none_is_refused_with_the_nearest():
    done = smm("rule", "review-overdu")
    assert done.returncode == 2
    assert "did you mean review-overdue?" in done.stderr
    assert smm("rule").returncode == 2


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_in_indonesian_too(rule):
    speech = Language("id")
    assert speech.word(rule.summary) != rule.summary
    assert not rule.why or speech.word(rule.why) != rule.why
    assert "Sumber:" in smm("rule", "SMM301", "--lang", "id").stdout or rule.code != "SMM301"


def test_a_source_in_words_is_said_in_the_language_of_the_reader():
    assert "Sumber: aturan sendiri\n" in smm("rule", "SMM878", SMM_LANG="id").stdout
    assert "Source: own rule\n" in smm("rule", "SMM878", SMM_LANG="en").stdout
