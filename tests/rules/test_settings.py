"""What qms.yaml may tell single rules."""

import pytest

from smmkit.loading import load
from smmkit.rules import examine, rules_with_settings
from smmkit.tree import Memory

QMS = """kind: qms
id: QMS-01
title: Quality management system
version: "1"
smmkit: 2
organization: {name: B, short_name: B, head: Kepala Badan, language: en}
scope: {statement: Services}
rules:
  SMM399: {notice: 3}
"""


def test_who_names_a_rule_without_settings_is_told_all_that_have_some():
    (found,) = (d for d in examine(load(Memory({"qms.yaml": QMS}))) if d.rule.code == "SMM101")
    codes = [rule.code for rule, _ in rules_with_settings()]
    assert list(found.problem.hint.values["codes"]) == codes


@pytest.mark.parametrize("rule", rules_with_settings(), ids=lambda pair: pair[0].code)
def test_every_setting_has_a_default(rule):
    rule[1]()
