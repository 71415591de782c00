"""What is wrong and is borne: in qms.yaml (`waivers:`), or in place, as a comment of YAML.

    review_by: 2026-01-31  # smm: ignore[SMM301] until 2026-12-31: the new decree is awaited

A comment holds for the field that it stands at, and all in it; on a line of its own, for the field below;
before the first field, for the whole file. A waiver holds only with a rule, a day and a reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from smmkit.corrections.near_words import nearest_hint
from smmkit.corrections.put_right import day as spoken_day
from smmkit.layout import HOME
from smmkit.location import Location, Path
from smmkit.problem import Diagnostic, More, Problem, Rule, dotted
from smmkit.problem.first import UNTOLD
from smmkit.qms import Qms
from smmkit.waivers.rules import EXPIRED, FAULTY, UNUSED, WAIVER_RULES
from smmkit.waivers.slips import corrected
from smmkit.words import Message, say
from smmkit.yaml_text.remarks import Remark, remarks

FIRMEST = frozenset({*(rule.code for rule in WAIVER_RULES), "SMM908", "SMM998", "SMM999"})
"""What nobody can waive: faults of waivers, and what says that a rule has not seen all."""

FAMILY = re.compile(r"\*|SMM\d{0,2}\*?|SMM\d{3}\*", re.I)
"""What chooses several rules elsewhere; a waiver is a decision on each."""

MOST = 200
"""More waivers of one rule in one file nobody has decided on one by one."""


@dataclass(frozen=True, slots=True)
class Waived:
    """A problem that is borne, and the decision."""

    diagnostic: Diagnostic
    reason: str
    until: date
    in_place: bool = True
    """Whether it stands in the document itself."""


@dataclass(eq=False)
class Waiver:
    """A decision to bear problems, wherever it is written."""

    at: Problem
    """Where it stands: what is said of the waiver itself is said there."""
    codes: tuple[str, ...]
    path: str
    """The file in which it holds."""
    reason: str = ""
    until: date | None = None
    steps: Path = ()
    """It holds for what these lead to, and what is in it; empty: for the whole file."""
    key: str = ""
    """The same as a person writes it, where one has."""
    lines: range | None = None
    """It holds for what stands on these lines; None: wherever it stands."""
    said: str = ""
    """All of the comment, where it is one."""
    used: set[str] = field(default_factory=set)
    """The codes of what it has borne."""

    def covers(self, problem: Problem, at: Location | None) -> bool:
        """Whether a problem in its file, of one of its rules, is meant."""
        if self.lines is not None:
            return at is not None and at.line in self.lines
        said = dotted(problem.steps)
        below = said == self.key or said.startswith((f"{self.key}.", f"{self.key}["))
        return problem.steps[: len(self.steps)] == self.steps and (below or not self.key)

    @property
    def is_of_file(self) -> bool:
        """Whether it holds wherever a problem stands in its file."""
        return self.lines is None and not self.key and not self.steps


class Waivers:
    """All that are written in a folder, and what they have borne."""

    def __init__(self, qms: Qms, codes: Mapping[str, str]) -> None:
        """`codes` are those of all rules, by their names and by themselves."""
        self.qms = qms
        self.names = codes
        self.wrong: list[tuple[Rule, Problem]] = []
        self.borne: list[tuple[Waiver, Rule, Problem]] = []
        self.written: list[Waiver] = []
        self.holding: dict[tuple[str, str], list[Waiver]] = {}
        for waiver in (*self._of_settings(), *self._in_place()):
            self._enter(waiver)

    def _enter(self, waiver: Waiver) -> None:
        """Let a waiver hold; of too many for one rule in one file the rest do not."""
        kept = [self.holding.setdefault((waiver.path, code), []) for code in waiver.codes]
        if any(len(others) >= MOST for others in kept):
            message = say("one file has more than {n} waivers of one rule", n=MOST)
            hint = say("mend what they bear; the rest of them do not hold")
            self.wrong.append((FAULTY, waiver_problem(waiver.at, message, hint)))
            return
        for others in kept:
            others.append(waiver)
        self.written.append(waiver)

    def sift(self, found: Iterable[tuple[Rule, Problem]]) -> Iterator[tuple[Rule, Problem]]:
        """What nobody bears; what is borne is noted. What has to be placed first comes at the end, and
        each text is walked through once for it.
        """
        unplaced: dict[str, list[tuple[Rule, Problem]]] = {}
        for rule, problem in found:
            holding = self.holding.get((problem.path, rule.code))
            if not holding:
                yield rule, problem
            elif problem.at is None and any(w.lines is not None for w in holding):
                unplaced.setdefault(problem.path, []).append((rule, problem))
            elif not self._bears(rule, problem, problem.at):
                yield rule, problem
        for path, pairs in unplaced.items():
            places = self.qms.sources[path].places([problem.steps for _, problem in pairs])
            for (rule, problem), at in zip(pairs, places, strict=True):
                if not self._bears(rule, problem, at):
                    yield rule, problem

    def _bears(self, rule: Rule, problem: Problem, at: Location | None) -> bool:
        for waiver in self.holding[problem.path, rule.code]:
            if waiver.covers(problem, at):
                waiver.used.add(rule.code)
                self.borne.append((waiver, rule, problem))
                return True
        return False

    def bears_more(self, more: More) -> bool:
        """Whether problems that were only counted are borne: where all of their sort in the file are."""
        for waiver in self.holding.get((more.path, more.rule.code), ()):
            if waiver.is_of_file:
                waiver.used.add(more.rule.code)
                return True
        return False

    def unused(self, unseen: frozenset[str]) -> Iterator[tuple[Rule, Problem]]:
        """What nothing was found for; rules of `unseen` could not find anything this time."""
        for waiver in self.written:
            for code in waiver.codes:
                if code not in waiver.used | unseen:
                    message = say("nothing is left for {rule} to waive here", rule=code)
                    yield UNUSED, waiver_problem(waiver.at, message, say("delete the waiver"))

    def _held(self, waiver: Waiver, names: Iterable[str], day: str) -> Waiver | None:
        """A waiver that holds today; what is wrong with one that does not is noted."""
        codes, unknown = [], False
        for name in names:
            code = self.names.get(name.upper()) or self.names.get(name.lower())
            if code is None or code in FIRMEST:
                unknown = True
                message = say("there is no rule {code}", code=name)
                known = sorted(set(self.names) - FIRMEST)
                hint = nearest_hint(name, known, say("`smm rule --all` names them"))
                if FAMILY.fullmatch(name):
                    hint = say("name each rule that is borne by its code")
                if code:
                    message = say("{code} cannot be waived", code=code)
                    hint = say("mend what it tells of")
                self.wrong.append((FAULTY, waiver_problem(waiver.at, message, hint)))
            else:
                codes.append(code)
        waiver.codes = tuple(codes)
        if lack := lacking(waiver, day, bool(codes) or unknown):
            self.wrong.append((FAULTY, waiver_problem(waiver.at, *lack)))
            return None
        assert waiver.until is not None  # noqa: S101 - `lacking` has seen to it
        if waiver.until < self.qms.as_of:
            message = say("the waiver has ended on {day}", day=waiver.until)
            hint = say("mend the problem and delete it, or decide anew and write a later day")
            self.wrong.append((EXPIRED, waiver_problem(waiver.at, message, hint)))
            return None
        return waiver

    def _of_settings(self) -> Iterator[Waiver]:
        if (settings := self.qms.settings) is None:
            return
        for n, one in enumerate(settings.waivers):
            home = self.qms.homes.get(one.document)
            there = home[0] if home else self.qms.stub_of.get(one.document)
            if there is None:
                continue  # that there is no such document is told of its reference
            steps = home[0].source.in_file(home[1]) if home else ()
            at = Problem(HOME, settings.source.in_file(("waivers", n)), UNTOLD, None, settings.id)
            key = dotted((*steps, one.field)) if one.field else ""
            waiver = Waiver(at, (), there.path, one.reason or "", one.until, steps, key)
            if held := self._held(waiver, [one.rule], ""):
                yield held

    def _in_place(self) -> Iterator[Waiver]:
        for path, source in self.qms.sources.items():
            for remark in remarks(path, source.yaml):
                at = Problem(path, (), UNTOLD, None, "", remark.at)
                waiver = Waiver(at, (), path, remark.reason, day_of(remark), lines=remark.lines)
                waiver.said = remark.said
                if remark.slip:
                    message = say("{text} waives nothing", text=f"`{remark.slip}`")
                    self.wrong.append((FAULTY, waiver_problem(at, message, written_right(waiver))))
                elif held := self._held(waiver, remark.names, remark.until):
                    yield held


def lacking(waiver: Waiver, day: str, named: bool) -> tuple[Message, Message] | None:
    """What a waiver does not say and has to, and how to say it."""
    like = written_right(waiver)
    if not named:
        return say("the waiver names no rule"), like
    if waiver.until is None and day:
        meant = spoken_day(day)
        hint = say("write {words}", words=f"`until {meant.yaml}`") if meant else None
        return say("{text} is no day", text=day), hint or say("write a day as 2019-12-31")
    if waiver.until is None:
        return say("the waiver says no day on which it ends"), like
    if not waiver.reason.strip():
        why = say("write why the problem is borne")
        return say("the waiver gives no reason"), like if corrected(waiver.said) else why
    return None


def written_right(waiver: Waiver) -> Message:
    """How a waiver is to be written: by its own words, else by an example."""
    if right := corrected(waiver.said):
        return say("write {words}", words=f"`{right}`")
    return say("as in: {example}", example=EXAMPLE)


EXAMPLE = "# smm: ignore[SMM301] until 2026-12-31: why"
"""A waiver in place, as it is to be written."""


def day_of(remark: Remark) -> date | None:
    """The day that a comment names."""
    try:
        return date.fromisoformat(remark.until)
    except ValueError:
        return None


def waiver_problem(at: Problem, message: Message, hint: Message) -> Problem:
    """What is wrong with the waiver that stands there."""
    return Problem(at.path, at.steps, message, hint, at.document, at.at)
