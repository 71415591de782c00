"""smm rule: what a rule promises, why, where it comes from, and what can be set."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from smmkit.console.language import reader
from smmkit.console.options import DataForm, Lang, Output
from smmkit.console.output import form_of, show, width
from smmkit.console.verb import Purpose, verb
from smmkit.errors import SmmError
from smmkit.words import Language, say

if TYPE_CHECKING:
    from smmkit.model.part import Part
    from smmkit.problem import Rule


@verb("rule", Purpose.TOOLS, order=1)
def command(
    words: Annotated[list[str] | None, Argument(metavar="[CODE|NAME]...")] = None,
    every: Annotated[bool, Option("--all", help="Every rule there is.")] = False,
    form: DataForm = None,
    output: Output = None,
    lang: Lang = None,
) -> int:
    """Explain a rule: what it promises, why, where it comes from, what can be set."""
    from smmkit.console.checking import codes_of
    from smmkit.rules import rules, rules_with_settings
    from smmkit.words.json_text import json_text

    if not words and not every:
        raise SmmError(say("name a rule, as in: smm rule SMM301; or --all"))
    codes = codes_of(words or ())
    drawn_as = form_of(form, output, ("text", "json"))
    settings = dict(rules_with_settings())
    asked = [(rule, settings.get(rule)) for rule in rules() if every or rule.code in codes]
    if drawn_as == "json":
        speech = reader(lang or "en")
        show(json_text([data(*one, speech) for one in asked]), output)
    else:
        speech = reader(lang)
        texts = ("\n".join(rule_lines(*one, speech)) for one in asked)
        show("\n\n".join(texts) + "\n", output)
    return 0


def rule_lines(rule: Rule, settings: type[Part] | None, speech: Language) -> Iterator[str]:
    """A rule for people."""
    from textwrap import fill

    yield f"{rule.code} {rule.name} ({speech.word(rule.severity.value)})"
    for text in filter(
        None, (speech.word(rule.summary), speech.word(rule.why) if rule.why else "")
    ):
        yield fill(text, min(width(), 100), initial_indent="  ", subsequent_indent="  ")
    if rule.source:
        yield "  " + speech.say(say("Source: {source}", source=speech.word(rule.source)))
    if settings:
        yield "  " + speech.say(
            say("Settings in qms.yaml: {example}", example=example(rule, settings))
        )
        for name, meaning, default in fields(settings, speech):
            yield f"    {name}: {meaning} ({default})"


def data(rule: Rule, settings: type[Part] | None, speech: Language) -> dict[str, object]:
    """A rule for programs."""
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "summary": speech.word(rule.summary),
        "why": speech.word(rule.why) if rule.why else "",
        "source": rule.source,
        "clause": rule.clause,
        "settings": [
            {"name": name, "meaning": meaning, "default": default}
            for name, meaning, default in (fields(settings, speech) if settings else ())
        ],
    }


def example(rule: Rule, settings: type[Part]) -> str:
    """How the settings are written, with what holds when nothing is."""
    from smmkit.model.fields import fields_of

    written = ", ".join(f"{f.name}: {plain(f.default)}" for f in fields_of(settings).values())
    return f"rules: {{{rule.code}: {{{written}}}}}"


def fields(settings: type[Part], speech: Language) -> Iterator[tuple[str, str, str]]:
    """Each setting: its name, what it means, and its default."""
    from smmkit.model.fields import fields_of

    for field in fields_of(settings).values():
        yield field.name, speech.say(field.meaning or field.label), plain(field.default)


def plain(value: object) -> str:
    """A default as YAML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (tuple, list)):
        return f"[{', '.join(map(plain, value))}]"
    return str(value)
