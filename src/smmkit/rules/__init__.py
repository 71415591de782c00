"""Every rule, in the order of its code, and the engine that asks them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from itertools import chain, groupby
from pkgutil import iter_modules

from smmkit.analyses.unfilled import blank_in
from smmkit.analyses.wishes import is_wished
from smmkit.documents import Information
from smmkit.errors import reason
from smmkit.findings import Findings
from smmkit.layout import HOME
from smmkit.loading_rules import LOAD_RULES
from smmkit.location import Location
from smmkit.model import Part
from smmkit.problem import Diagnostic, More, Problem, Rule, Severity
from smmkit.qms import Qms
from smmkit.rules.base import Check
from smmkit.rules.settings import settings_of_rules
from smmkit.waivers import Waived, Waivers
from smmkit.waivers.rules import WAIVER_RULES
from smmkit.words import Message, say

CRASHED = Rule(
    "SMM999",
    "rule-failed",
    Severity.ERROR,
    """Every rule can be asked of every QMS.

    Why: a rule that fails is a fault of smmkit, not of the QMS; the others are asked all the same,
    and the command leaves with 3.
    """,
)

HINDERED = Rule(
    "SMM998",
    "rule-hindered",
    Severity.ERROR,
    """What a rule needs to read can be read.

    Why: where the disk or the system refuses, the rule has not seen all that it has to judge, so what
    it does not complain of is not thereby in order.
    """,
)


@cache
def checks() -> tuple[Check, ...]:
    """Every Check, by code: each is the function of its module, `rules/<family>/<rule>.py`."""
    every = [
        getattr(import_module(f"{__name__}.{family}.{module}"), module)
        for family in modules(__path__)
        if family not in {"at_once", "base", "settings"}
        for module in modules([f"{__path__[0]}/{family}"])
    ]
    return tuple(sorted(every, key=lambda check: check.rule.code))


def modules(folders: Iterable[str]) -> list[str]:
    """The modules and packages in a folder, also where it lies in a zip."""
    return [module.name for module in iter_modules(folders)]


def rules() -> tuple[Rule, ...]:
    """Every rule there is, by code."""
    every = (*LOAD_RULES, *(check.rule for check in checks()), *WAIVER_RULES, HINDERED, CRASHED)
    return tuple(sorted(every, key=lambda rule: rule.code))


def rules_with_settings() -> list[tuple[Rule, type[Part]]]:
    """Every rule that takes settings from qms.yaml, with their class."""
    return [(check.rule, check.settings) for check in checks() if check.settings]


def examine(qms: Qms) -> list[Diagnostic]:
    """What is wrong with a QMS, each at its place, sorted by place; see `judged` for what is left."""
    return judged(qms)[0]


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


def judge(qms: Qms, pulse: Callable[[], None] | None = None) -> Judgement:
    """Hold a QMS against every rule, and tell apart what somebody has decided to bear.

    `pulse` is called again and again; what it raises ends the work.
    """
    waivers = Waivers(qms, rules())
    broken = _told(qms, waivers, pulse)
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


def problems_of(qms: Qms) -> Findings:
    """All that is wrong with a QMS, in no order, and not yet placed; not what is borne."""
    return _told(qms, Waivers(qms, rules()))


def _told(qms: Qms, waivers: Waivers, pulse: Callable[[], None] | None = None) -> Findings:
    codes = {rule.name: rule.code for rule in rules()}
    settings, wrong = settings_of_rules(qms, checks(), codes)
    broken = Findings(qms.found.most)
    broken += waivers.sift(chain(qms.found, wrong))
    for (rule, path), count in qms.found.passed_over.items():
        if not waivers.bears_more(More(rule, path, count)):
            broken.passed_over[rule, path] += count
    broken += waivers.sift(_ask_all(qms, settings, pulse or _nothing))
    unseen = frozenset(c.rule.code for c in checks() if c.compares and qms.before is None)
    broken += chain(waivers.wrong, waivers.unused(unseen))
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


def _nothing() -> None:
    """What is done between two questions where nobody asks for more."""


def _ask_all(
    qms: Qms, settings: Mapping[str, Part], pulse: Callable[[], None]
) -> Iterator[tuple[Rule, Problem]]:
    asked = [check for check in checks() if is_wished(qms, check.wish)]
    for check in asked:
        pulse()
        if check.of is None:
            yield from ask(check, settings, qms)
    per_type: dict[type, list[Check]] = {}
    for document in qms.documents:
        type_ = type(document)
        if type_ not in per_type:
            per_type[type_] = [c for c in asked if c.of and issubclass(type_, c.of)]
        pulse()
        for check in per_type[type_]:
            yield from ask(check, settings, qms, document)


def ask(
    check: Check, settings: Mapping[str, Part], qms: Qms, document: Information | None = None
) -> Iterator[tuple[Rule, Problem]]:
    """What one rule says of a QMS, or of one document of it; a rule that fails is a problem, too."""
    seen = (document, qms) if document else (qms,)
    try:
        own = (settings[check.rule.code],) if check.settings else ()
        for problem in check.look(*seen, *own):
            if not (check.filled and is_begun(problem.path, qms)):
                yield check.rule, problem
    except OSError as error:
        message = say(
            "rule {code} cannot see all that it needs: {reason}",
            code=check.rule.code,
            reason=reason(error),
        )
        yield HINDERED, about(document_before(error, seen[0]), message)
    except Exception as error:  # noqa: BLE001 - one rule that fails must not silence the others
        message = say(
            "rule {code} failed ({error}); this is a fault of smmkit",
            code=check.rule.code,
            error=f"{type(error).__name__}: {error}",
        )
        yield CRASHED, about(document_before(error, seen[0]), message)


def about(document: Information | None, message: Message) -> Problem:
    """A problem of a document as a whole; of the QMS, where there is none."""
    if document is None:
        return Problem(HOME, (), message)
    return Problem(document.path, (), message, None, document.id)


def document_before(error: Exception, seen: object) -> Information | None:
    """The document that a rule was looking at when it failed; None where that cannot be told.

    Why: a rule of the whole QMS looks at one document after the other, and the name of the one that it
    fails at is what is needed to find the fault, and to go on without it.
    """
    if isinstance(seen, Information):
        return seen
    found, step = None, error.__traceback__
    while step:
        for value in step.tb_frame.f_locals.values():
            if isinstance(value, Information):
                found = value
        step = step.tb_next
    return found


def is_begun(path: str, qms: Qms) -> bool:
    """Whether a blank of its form is left in the document of this path."""
    document = qms.fact(by_path).get(path)
    return document is not None and blank_in(document) is not None


def by_path(qms: Qms) -> dict[str, Information]:
    """Every document, by its path."""
    return {document.path: document for document in qms.documents}
