"""What qms.yaml tells single rules: `rules: {SMM301: {notice: 30}}`, the rest being as they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import ValidationError

from smmkit.corrections.model_errors import UNKNOWN_FIELD, problems_of
from smmkit.layout import HOME
from smmkit.location import KEY
from smmkit.model.part import Part
from smmkit.problem import Problem, Rule
from smmkit.qms import Qms
from smmkit.rules.base import Check
from smmkit.words import Words, say

Wrong = tuple[Rule, Problem]

PAGE = Words("docs/rules.md", "docs/aturan.md")
"""Where every rule is explained, for the reader of each language."""


def settings_of_rules(
    qms: Qms, checks: Iterable[Check], codes: Mapping[str, str]
) -> tuple[dict[str, Part], list[Wrong]]:
    """The settings of each rule that has some, by its code, and what is wrong with them in qms.yaml.

    `codes` are those of all rules, by their names and by themselves. What is wrong keeps its default.
    """
    types = {check.rule.code: check.settings for check in checks if check.settings}
    settings = {code: defaults(type_) for code, type_ in types.items()}
    wrong: list[Wrong] = []
    for code, values in written(qms).items():
        if code not in types:
            wrong.append((UNKNOWN_FIELD, without_settings(qms, code, codes)))
            continue
        try:
            settings[code] = types[code].model_validate(values)
        except ValidationError as error:
            wrong += wrong_settings(qms, code, types[code], error)
    return settings, wrong


@cache
def defaults(type_: type[Part]) -> Part:
    """The settings of a rule where qms.yaml has none of it."""
    return type_()


def written(qms: Qms) -> dict[str, Any]:
    """What qms.yaml has below `rules:`."""
    return (qms.settings.rules if qms.settings else None) or {}


def without_settings(qms: Qms, code: str, codes: Mapping[str, str]) -> Problem:
    """What to say of a code below `rules:` that is none, or that of a rule without settings."""
    message = say("there is no rule {code}", code=code)
    hint = say(
        "{page} of smmkit names the settings; editors with its schema propose them", page=PAGE
    )
    if codes.get(code) == code:
        message = say("rule {code} has no settings", code=code)
    elif code in codes:
        hint = say("rules are called by their code here: {code}", code=codes[code])
    return Problem(HOME, ("rules", code, KEY), message, hint, id_of(qms))


def wrong_settings(
    qms: Qms, code: str, type_: type[Part], error: ValidationError
) -> Iterator[Wrong]:
    """What is wrong with the settings of one rule."""
    found = [
        {**one, "loc": ("rules", code, *one["loc"])} for one in error.errors(include_url=False)
    ]
    yield from problems_of(HOME, id_of(qms), type_, found, {}, qms.found.most)


def id_of(qms: Qms) -> str:
    """The id of qms.yaml."""
    return qms.settings.id if qms.settings else ""


@cache
def by_kind(listed: tuple[str, ...]) -> dict[str, list[str]]:
    """What a setting lists of each kind: `swot.items:title` is `items:title` of `swot`."""
    found: dict[str, list[str]] = {}
    for each in listed:
        kind, _, rest = each.partition(".")
        found.setdefault(kind, []).append(rest)
    return found
