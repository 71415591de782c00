"""What can be said of one file at once, while it is being written; the rest is said by `judge`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from smmkit.analyses.organization.wishes import is_wished
from smmkit.problem import Diagnostic, Problem, Rule
from smmkit.problem.first import FirstProblems
from smmkit.qms import Qms
from smmkit.rules import checks, codes, placed
from smmkit.rules.asking import ask, by_path, sees_all
from smmkit.rules.base import Check
from smmkit.rules.settings import settings_of_rules
from smmkit.waivers import Waivers

LINKS = frozenset(
    {"broken-reference", "wrong-kind", "unknown-clause", "unknown-standard", "missing-file"}
)
"""Rules of the whole folder that look at one link at a time, so that they can be asked of one document."""

Pairs = Iterator[tuple[Rule, Problem]]


@cache
def quick() -> tuple[Check, ...]:
    """The rules that are asked: those of one document, and those of what it names."""
    return tuple(c for c in checks() if c.of or c.rule.name in LINKS)


@cache
def slow() -> frozenset[str]:
    """The codes of the rules that are not asked, so that what they said before still counts."""
    told = {check.rule.code for check in quick()}
    return frozenset(check.rule.code for check in checks()) - told


def judge_file(qms: Qms, path: str) -> list[Diagnostic]:
    """What is wrong with one file of a QMS, by the rules that are quick."""
    settings, wrong = settings_of_rules(qms, checks(), codes())
    document = qms.fact(by_path).get(path)
    alone = replace(qms, documents=[document] if document else [], _facts={})

    def asked() -> Pairs:
        yield from qms.found
        yield from wrong
        for check in quick():
            if not is_wished(qms, check.wish) or not sees_all(check, qms):
                continue
            if check.of is None:
                yield from ask(check, settings, alone)
            elif document is not None and isinstance(document, check.of):
                yield from ask(check, settings, qms, [document])

    broken = FirstProblems(qms.found.most)
    broken += Waivers(qms, codes()).sift(pair for pair in asked() if pair[1].path == path)
    return sorted(placed(broken, qms), key=lambda diagnostic: diagnostic.order)
