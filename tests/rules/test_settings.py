"""What qms.yaml may tell single rules."""

import pytest

from smmkit.rules import examine, rules_with_settings
from smmkit.words import language


@pytest.mark.parametrize("rule", rules_with_settings(), ids=lambda pair: pair[0].code)
def test_every_setting_has_a_default(rule):
    rule[1]()


QMS = """
kind: qms
id: QMS-01
title: SMM
version: "1"
smmkit: 2
organization: {name: B, short_name: B, head: Kepala, language: id}
scope: {statement: Layanan}
rules: {SMM399: {notice: 3}}
"""


@pytest.mark.parametrize(("code", "page"), [("en", "docs/rules.md"), ("id", "docs/aturan.md")])
def test_who_writes_settings_is_sent_to_the_page_in_the_own_language(folder, code, page):
    hints = [d.problem.hint for d in examine(folder({"qms.yaml": QMS})) if d.rule.code == "SMM101"]
    assert [language(code).say(hint).split()[0] for hint in hints] == [page]
