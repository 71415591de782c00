"""The errors alone, for whoever is about to write: the same as among all that is told."""

from smmkit import rules
from smmkit.problem import Severity


def test_they_are_those_among_all_that_is_told_and_no_other_rule_is_asked(folder, monkeypatch):
    procedure = "---\nkind: procedure\nid: SOP-01\ntitle: Leave\nversion: '1'\nowner: NIX\n---\n"
    qms = folder({"a.md": procedure, "b.yaml": "kind: glossary\nid: [\n", "c.md": "no head"})
    every = [one for one in rules.examine(qms) if one.rule.severity is Severity.ERROR]
    asked, ask = [], rules.ask

    def noting(check, *rest):
        asked.append(check.rule.severity)
        return ask(check, *rest)

    monkeypatch.setattr(rules, "ask", noting)
    assert rules.errors_of(qms) == every
    assert len(every) >= 2
    assert {*asked} == {Severity.ERROR}
