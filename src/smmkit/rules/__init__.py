"""Every rule, in the order of its code, and the engine that asks them all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from itertools import chain, groupby
from pkgutil import iter_modules

from smmkit.analyses.organization.wishes import is_wished
from smmkit.documents import Information
from smmkit.loading.rules import LOAD_RULES
from smmkit.location import Location
from smmkit.model.part import Part
from smmkit.problem import Diagnostic, More, Problem, Rule, Severity
from smmkit.problem.first import FirstProblems
from smmkit.qms import Qms
from smmkit.rules.asking import CRASHED, HINDERED, ask, sees_all
from smmkit.rules.base import Check
from smmkit.rules.settings import settings_of_rules
from smmkit.waivers import Waived, Waivers
from smmkit.waivers.rules import WAIVER_RULES


@cache
def checks() -> tuple[Check, ...]:
    """Every Check, by code: each is the function of its module, `rules/<family>/<rule>.py`."""
    every = [
        getattr(import_module(f"{__name__}.{family}.{module}"), module)
        for family in modules(__path__)
        if family not in {"asking", "at_once", "base", "settings"}
        for module in modules([f"{__path__[0]}/{family}"])
    ]
    return tuple(sorted(every, key=lambda check: check.rule.code))


def modules(folders: Iterable[str]) -> list[str]:
    """The modules and packages in a folder, also where it lies in a zip."""
    return [module.name for module in iter_modules(folders)]


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule there is, by code."""
    every = (*LOAD_RULES, *(check.rule for check in checks()), *WAIVER_RULES, HINDERED, CRASHED)
    return tuple(sorted(every, key=lambda rule: rule.code))


@cache
def codes() -> Mapping[str, str]:
    """The code that is meant by the name of each rule, and by the code itself."""
    return {name: rule.code for rule in rules() for name in (rule.name, rule.code)}


def rules_with_settings() -> list[tuple[Rule, type[Part]]]:
    """Every rule that takes settings from qms.yaml, with their class."""
    return [(check.rule, check.settings) for check in checks() if check.settings]


def examine(qms: Qms) -> list[Diagnostic]:
    """What is wrong with a QMS, each at its place, sorted by place; see `judged` for what is left."""
    return judged(qms)[0]


def errors_of(qms: Qms) -> list[Diagnostic]:
    """The errors of a QMS, sorted by place; the many rules that only warn are not asked."""
    firm = frozenset(rule.code for rule in rules() if rule.severity is Severity.ERROR)
    found = judge(qms, only=firm).diagnostics
    return [one for one in found if one.rule.severity is Severity.ERROR]


def judged(qms: Qms) -> tuple[list[Diagnostic], list[More]]:
    """What is wrong with a QMS, sorted by place, and how much more of one sort is in one file."""
    judgement = judge(qms)
    return judgement.diagnostics, judgement.more


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is wrong with a QMS, sorted by place; how much more; and what is borne."""

    diagnostics: list[Diagnostic]
    more: list[More]
    waived: list[Waived]


def judge(qms: Qms, only: frozenset[str] | None = None) -> Judgement:
    """Hold a QMS against every rule, and tell apart what somebody has decided to bear.

    `only` are the codes of the rules that are asked, where not all are.
    """
    waivers = Waivers(qms, codes())
    asked = [c for c in checks() if only is None or c.rule.code in only]
    broken = _told(qms, waivers, asked)
    diagnostics = sorted(placed(broken, qms), key=lambda diagnostic: diagnostic.order)
    more = [More(rule, path, n) for (rule, path), n in broken.passed_over.items()]
    borne = {id(problem): waiver for waiver, _, problem in waivers.borne}
    borne_at = placed(((rule, problem) for _, rule, problem in waivers.borne), qms)
    waived = [
        Waived(diagnostic, waiver.reason, waiver.until or qms.as_of, waiver.at.at is not None)
        for diagnostic in sorted(borne_at, key=lambda diagnostic: diagnostic.order)
        for waiver in [borne[id(diagnostic.problem)]]
    ]
    return Judgement(diagnostics, sorted(more, key=lambda m: (m.path, m.rule.code)), waived)


def problems_of(qms: Qms) -> FirstProblems:
    """All that is wrong with a QMS, in no order, and not yet placed; not what is borne."""
    return _told(qms, Waivers(qms, codes()), checks())


def unasked(qms: Qms) -> tuple[Rule, ...]:
    """The rules that wait until what they have to see can be read."""
    return tuple(check.rule for check in checks() if not sees_all(check, qms))


def _told(qms: Qms, waivers: Waivers, asked: Collection[Check]) -> FirstProblems:
    asked = [check for check in asked if sees_all(check, qms)] if qms.stubs else asked
    settings, wrong = settings_of_rules(qms, checks(), codes())
    broken = FirstProblems(qms.found.most)
    broken += waivers.sift(chain(qms.found, wrong))
    for (rule, path), count in qms.found.passed_over.items():
        if not waivers.bears_more(More(rule, path, count)):
            broken.passed_over[rule, path] += count
    broken += waivers.sift(_ask_all(asked, qms, settings))
    broken += waivers.wrong
    if waivers.written:
        seen = {c.rule.code for c in asked if not c.compares or qms.before}
        unseen = frozenset(c.rule.code for c in checks()) - seen
        broken += waivers.unused(unseen)
    return broken


def placed(broken: Iterable[tuple[Rule, Problem]], qms: Qms) -> Iterator[Diagnostic]:
    """Each problem where it stands; a text is walked through once for all that are in it."""
    ordered = sorted(broken, key=lambda pair: pair[1].path)
    for path, group in groupby(ordered, key=lambda pair: pair[1].path):
        pairs = list(group)
        unplaced = [problem.steps for _, problem in pairs if not problem.at]
        source = qms.sources.get(path)
        places = iter(source.places(unplaced) if source and unplaced else ())
        for rule, problem in pairs:
            yield Diagnostic(rule, problem.at or next(places, Location(path)), problem)


def _ask_all(
    asked: Iterable[Check], qms: Qms, settings: Mapping[str, Part]
) -> Iterator[tuple[Rule, Problem]]:
    by_type: dict[type[Information], list[Information]] = {}
    for document in qms.documents:
        by_type.setdefault(type(document), []).append(document)
    kin = [(frozenset(type_.__mro__), documents) for type_, documents in by_type.items()]
    for check in asked:
        if not is_wished(qms, check.wish):
            continue
        qms.pulse()
        if check.of is None:
            yield from ask(check, settings, qms)
            continue
        for types, documents in kin:
            if check.of in types:
                qms.pulse()
                yield from ask(check, settings, qms, documents)
