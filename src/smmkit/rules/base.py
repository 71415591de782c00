"""What a rule is: a promise, and the function that looks for where it is broken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from inspect import cleandoc
from typing import Any

from smmkit.documents import Information
from smmkit.location import Location, Step
from smmkit.model.part import Part
from smmkit.problem import Problem, Rule, Severity
from smmkit.words import Message

Problems = Iterator[Problem]


@dataclass(frozen=True, slots=True)
class Check:
    """A rule with its function. With `of`, it sees one document of that type at a time.

    With `settings`, it is given those that qms.yaml has under its code, else their defaults.
    With `filled`, what it says of a form that is still to be filled in is kept back.
    With `compares`, it finds something only where an earlier revision is compared with.
    With `wish`, it is asked only where a standard of the QMS has that wish.
    With `whole`, it tells what it finds nowhere among documents of these types, so it is asked only
    where each of them could be read.
    """

    rule: Rule
    look: Callable[..., Problems]
    of: type[Information] | None
    settings: type[Part] | None = None
    filled: bool = False
    compares: bool = False
    wish: str = ""
    whole: tuple[type[Information], ...] = ()


def rule(
    code: str,
    name: str,
    *,
    of: type[Information] | None = None,
    severity: Severity = Severity.ERROR,
    source: str = "",
    clause: str = "",
    settings: type[Part] | None = None,
    filled: bool = False,
    compares: bool = False,
    wish: str = "",
    whole: tuple[type[Information], ...] = (),
) -> Callable[[Callable[..., Problems]], Check]:
    """Make a Check of a function; its docstring is the documentation of the rule.

    A rule with `of` is called as `look(document, qms)`, the engine loops; else as `look(qms)`.
    One with `settings` gets them as its last argument. One with `filled` speaks of no document in
    which a blank of its form is left. One with `wish` is asked only where a standard has it. One with
    `whole` is not asked where a document of these types could not be read.

    Why: who has just begun a document knows that it lacks what the form asks for; and a comma too much in
    one file must not make another file look wrong.
    """

    def make(look: Callable[..., Problems]) -> Check:
        doc = cleandoc(look.__doc__ or "")
        made = Rule(code, name, severity, doc, source, clause)
        return Check(made, look, of, settings, filled, compares, wish, whole)

    return make


def problem(
    document: Information,
    *steps: Step | Any,
    message: Message,
    hint: Message | None = None,
    at: Location | None = None,
) -> Problem:
    """A Problem about a document, at a key path in it."""
    here = document.source.in_file(steps)
    return Problem(document.path, here, message, hint, document.id, at)
