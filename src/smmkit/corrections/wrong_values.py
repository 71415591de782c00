"""What is wrong with a value that pydantic refuses, in our words, and what to write instead."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final

from smmkit.corrections.near_words import nearest_hint
from smmkit.corrections.nothing_yet import instead_of_nothing, is_nothing
from smmkit.corrections.pattern_advice import advice
from smmkit.corrections.put_right import NUMBER, WHOLE
from smmkit.corrections.spoken_clauses import spanned
from smmkit.corrections.spoken_lists import MOST, OTHER_BULLET
from smmkit.corrections.spoken_words import Right, time_in
from smmkit.corrections.wrong_numbers import THOUSANDS, no_number, no_whole_number, read_twice
from smmkit.model.patterns import DAY, PATTERNS
from smmkit.words import Message, say, say_n
from smmkit.yaml_text.reading import WORDS_OF_YAML
from smmkit.yaml_text.scalars import scalar

Said = tuple[Message, Message | None]
"""What is wrong, and what to write instead where that is known."""


def wrong_value(error: Any, name: str, right: Right | None = None, key: str = "") -> Said:
    """What is wrong with a value; `name` is what its field is called.

    `right` is the value as it was meant, `key` the field where it stands, if it stands at one.
    """
    message, hint = WRONG.get(error["type"], _unusable)(error, name)
    if ends := error.get("ends"):
        return message, say("write each on a line of its own: {lines}", lines=ends)
    says_none = right is None and is_nothing(error["input"])
    if says_none and (hint is None or WRONG.get(error["type"]) is _no_list):
        return message, instead_of_nothing(error.get("required"))
    if twice := read_twice(error, right):
        return message, twice
    if right is None:
        return message, hint
    if THOUSANDS.fullmatch(str(error.get("written", ""))) and error["type"] in WHOLE:
        message = say("{name} must be a whole number, without the thousands point", name=name)
    line = f"`{key}: {right.yaml}`" if key else f"`{right.yaml}`"
    counted = time_in(str(error["input"])) if error["type"] in WHOLE | NUMBER else ""
    if counted and key == "value" and isinstance(next(iter(error["loc"][-2:-1]), 0), str):
        return message, say(
            "write {line}, and beside it what it counts: {unit}",
            line=line,
            unit=f"`unit: {counted}`",
        )
    if right.day:
        return message, say("write {line}, if {day} is meant", line=line, day=right.day)
    if not right.is_certain:
        return message, say("did you mean {word}?", word=right.yaml)
    return message, say("write {line}", line=line)


def shorten(value: Any) -> str:
    """A value as it is shown inside a sentence."""
    if isinstance(value, list):
        value = f"[{', '.join(map(str, value[:FEW]))}]"
    text = WORDS_OF_YAML[value] if isinstance(value, bool | None) else str(value)
    return text if len(text) <= 40 else text[:37] + "..."


def _no_text(error: Any, name: str) -> Said:
    value = error["input"]
    if value is None:
        message = say("{name} has no value", name=name)
        if lost := error.get("lost"):
            right = f"`{json.dumps(lost, ensure_ascii=False)}`"
            return message, say(
                "write {right}, in quotes; a comment has a space behind its #", right=right
            )
        if error.get("required"):
            return message, say("write one; it has to be there")
        return message, say("write one, or delete the line")
    if isinstance(value, bool | int | float):
        message = say(
            "{name} must be text, and {value} is read as a number or as true or false",
            name=name,
            value=shorten(error.get("written") or value),
        )
        return message, say('put it in quotes as it should read: "..."')
    message = say("{name} must be text", name=name)
    pair = next(iter(value.items()), ("", None)) if isinstance(value, dict) else ("", None)
    if isinstance(pair[1], str) and len(value) == 1 and len(pair[1]) <= MOST:
        text = json.dumps(f"{pair[0]}: {pair[1]}", ensure_ascii=False)
        return message, say("put a text with a colon in quotes: write {line}", line=f"`{text}`")
    if is_group(value):
        return message, say("write it as one text behind the colon, without fields below it")
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        words = [shorten(one) for one in value[:FEW]]
        return message, say("only one can stand here: {words}", words=words) if words else None
    return message, None


FEW: Final = 5
"""So many of the values that stand in a list are named."""


def _pattern(error: Any, name: str) -> Said:
    pattern = PATTERNS.get(error["ctx"]["pattern"])
    if pattern is None:
        return _unusable(error, name)
    message = Message(pattern.wrong.text, {"name": name, "value": shorten(error["input"])})
    return message, None if pattern.says_how else advice(pattern, error)


def _no_day(error: Any, name: str) -> Said:
    value = shorten(error["input"])
    message = say("{name} is not a day of the calendar: {value}", name=name, value=value)
    return message, advice(DAY, error)


def _no_word(error: Any, name: str) -> Said:
    value, expected = error["input"], error["ctx"]["expected"].replace(" or ", ", ")
    known = [word.strip(" '") for word in expected.split(",")]
    if isinstance(value, str) and value in known:  # the right number, as text
        return no_whole_number(error, name)[0], say("write {words}", words=value)
    message = say("{name} cannot be {value}", name=name, value=shorten(value))
    if len(several := error.get("several", [])) > 1:
        return message, say("only one can stand here: {words}", words=several)
    one = say("write {words}", words=known[0])
    return message, nearest_hint(str(value), known) if len(known) > 1 else one


def _no_list(error: Any, name: str) -> Said:
    message = say("{name} must be a list", name=name)
    group = error["input"] if isinstance(error["input"], dict) else {}
    if group and all(str(name).isdigit() and isinstance(text, str) for name, text in group.items()):
        lines = [f"`- {scalar(text)}`" for text in [*group.values()][:FEW]]
        return message, say("write each item on a line of its own: {lines}", lines=lines)
    first = next(iter(group.items()), None)
    if first and isinstance(first[1], str) and len(first[1]) <= MOST and "item" not in error:
        line = f"`- {first[0]}: {scalar(first[1])}`"
        return message, say(
            "begin its first line with a hyphen, {line}, and the others two spaces further in",
            line=line,
        )
    text = error["input"] if isinstance(error["input"], str) else ""
    if ends := spanned(text) if name.endswith("clauses") else None:
        return message, say(
            "name each clause from {first} to {last}", first=f'"{ends[0]}"', last=f'"{ends[1]}"'
        )
    if bullet := OTHER_BULLET.match(text):
        begun = text[bullet.end() :].partition(" - ")[0][:MOST]
        message = say("an item begins with a hyphen, not with {sign}", sign=bullet[1])
        return message, say("write {words}", words=f"`- {begun}`")
    if item := error.get("item"):
        return message, say("write each item on a line of its own: {lines}", lines=[f"`- {item}`"])
    if fields := error.get("fields"):
        lines = [f"`- {fields[0]}`", *(f"`  {one}`" for one in fields[1:])]
        return message, say("begin each item with a hyphen: {lines}", lines=lines)
    return message, say("write each item on a line of its own, after `- `")


def _too_few(error: Any, name: str) -> Said:
    least = error["ctx"]["min_length"]
    message = say_n(
        "{name} needs at least {n} item", "{name} needs at least {n} items", least, name=name
    )
    return message, None


def is_group(value: Any) -> bool:
    """Whether a value is some fields with their names."""
    return isinstance(value, dict) and all(isinstance(name, str) for name in value) and bool(value)


def _no_group(error: Any, name: str) -> Said:
    message = say("{name} must be a group of fields", name=name)
    if error["input"] is None:
        return message, say("write its fields behind the hyphen, or delete the line")
    items = error["input"]
    if isinstance(items, list) and len(items) == 1 and is_group(items[0]):
        first = next(iter(items[0]))
        return message, say(
            "there is one alone here: write {words} instead of {line}, further in than its name",
            words=f"`  {first}:`",
            line=f"`- {first}:`",
        )
    if name.startswith("rules."):
        return message, say(
            "no rule is switched off here; what is borne stands under `waivers:`, with a reason "
            "and a last day"
        )
    if error["type"] == "dataclass_type" and isinstance(items, str) and len(items) <= MOST:
        key = name.rpartition(".")[2]
        return message, say("write {line}", line=f"`{key}: {{en: ..., id: {scalar(items)}}}`")
    if fields := error.get("fields"):
        lines = [f"`{one}`" for one in fields]
        return message, say("write each on a line of its own: {lines}", lines=lines)
    return message, say("write them below it, indented by two spaces")


def _too_small(error: Any, name: str) -> Said:
    return say("{name} must be {n} or more", name=name, n=error["ctx"]["ge"]), None


def _too_large(error: Any, name: str) -> Said:
    return say("{name} must be {n} or less", name=name, n=error["ctx"]["le"]), None


def _unusable(error: Any, name: str) -> Said:
    value = shorten(error["input"])
    return say("{name} has a value that cannot be used: {value}", name=name, value=value), None


WRONG: dict[str, Callable[[Any, str], Said]] = {
    "string_type": _no_text,
    "string_too_short": lambda _, name: (say("{name} is empty", name=name), None),
    "string_pattern_mismatch": _pattern,
    **dict.fromkeys(("date_from_datetime_parsing", "date_parsing"), _no_day),
    **dict.fromkeys(("enum", "literal_error"), _no_word),
    "tuple_type": _no_list,
    "too_short": _too_few,
    **dict.fromkeys(("model_type", "dataclass_type", "dict_type"), _no_group),
    **dict.fromkeys(("int_type", "int_from_float", "int_parsing"), no_whole_number),
    **dict.fromkeys(("decimal_type", "decimal_parsing", "finite_number"), no_number),
    **dict.fromkeys(
        ("bool_type", "bool_parsing"),
        lambda _, name: (say("{name} must be true or false, without quotes", name=name), None),
    ),
    "greater_than_equal": _too_small,
    "less_than_equal": _too_large,
}
"""For each type of error of pydantic, what says it in our words."""
