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
rules: {SMM199: {notice: 3}}
"""


@pytest.mark.parametrize(("code", "page"), [("en", "docs/rules.md"), ("id", "docs/aturan.md")])
def test_who_writes_settings_is_sent_to_the_page_in_the_own_language(folder, code, page):
    hints = [d.problem.hint for d in examine(folder({"qms.yaml": QMS})) if d.rule.code == "SMM101"]
    assert [language(code).say(hint).split()[0] for hint in hints] == [page]


PROGRAMME = """
kind: audit-programme
id: PRG-01
title: PRG-01
version: "1"
since: 2026-01-01
until: 2026-12-31
entries:
  - {id: RA-1, title: First, audit_type: internal, since: 2026-11-01, until: 2026-11-30}
"""


GUIDED = "standards: [iso9001-2015, juknis]\n"


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        (GUIDED, 1),
        (GUIDED + "rules: {SMM727: {per_year: 1}}\n", 0),
        ("", 0),
        ("rules: {SMM727: {per_year: 2}}\n", 1),
    ],
)
def test_how_many_audits_a_year_has_is_said_once(folder, rules, told):
    found = examine(folder({"p.yaml": PROGRAMME}, more=rules))
    assert [d.rule.code for d in found].count("SMM845") == told
