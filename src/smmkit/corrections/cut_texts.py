"""What a comma within braces has cut: a number before its decimals, a text."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from smmkit.corrections.key_paths import value_at
from smmkit.corrections.spoken_lists import MOST
from smmkit.corrections.wrong_values import Said
from smmkit.few import FEW
from smmkit.location import Step
from smmkit.words import say
from smmkit.words.numbers import number_meant
from smmkit.yaml_text.source import Source

WITH_COMMA: Final = re.compile(
    r"([a-z_]{1,40}): {0,3}((?:Rp\.? ?)?-?[0-9.]{1,19}),([0-9]{1,15})(?=[ ,}%])", re.IGNORECASE
)
"""A number with a comma before its decimals, and the field that it stands at."""

REST: Final = re.compile(r"([0-9]{1,15})((?: ?%| [^\W\d]{1,12}| ?\([^()]{1,30}\))?)")
"""What stands behind that comma: decimals, and what they are of."""

MANY = 1_000
"""Among more fields than these, none is looked for that is the rest of a number."""


def key_of(error: Any) -> Any:
    """The name that an error is about, as it is read."""
    return error["input"] if error["type"] == "invalid_key" else error["loc"][-1]


def text_rest(
    key: Any, around: Any, source: Source | None, steps: tuple[Step, ...]
) -> tuple[str, str] | None:
    """Where a name without a value is the rest of a text behind a comma, `{title: Sidang, Rapat}`: the
    field before it, and the whole text.
    """
    names = list(around) if isinstance(around, dict) else []
    if source is None or len(names) > MANY or key not in names[1:] or around[key] is not None:
        return None
    before = names[names.index(key) - 1]
    if not isinstance(around[before], str) or not source.has_written(f", {key}", f",{key}"):
        return None
    written = source.written(*steps)
    if not written.startswith("{"):
        return None
    found = next((one for one in TEXT.finditer(written) if one[1] == str(before)), None)
    return (found[1], found[2]) if found and "," in found[2] and len(found[2]) <= MOST else None


TEXT: Final = re.compile(
    r"(?<![\w-])([\w-]{1,40}): ([^\"'{}\[\]:\n]{1,200}?) ?(?=, *[\w-]{1,40}:|\})"
)
"""A text within braces, up to the next field."""


def text_with_comma(before: str, whole: str) -> Said:
    """What to say of it."""
    message = say("{value} stands with a comma, and a comma parts two fields here", value=whole)
    return message, say("write {line}", line=f"`{before}: {json.dumps(whole, ensure_ascii=False)}`")


def behind_first(
    above: tuple[Step, ...], values: Any, source: Source | None
) -> set[tuple[Step, ...]]:
    """The later pieces of a text that several commas cut; the first of them is told."""
    around = value_at(values, above)
    names = list(around) if isinstance(around, dict) else []
    firsts = [n for n, name in enumerate(names[:FEW]) if text_rest(name, around, source, above)]
    pieces: set[tuple[Step, ...]] = set()
    for first in firsts:
        for name in names[first + 1 :]:
            if around[name] is not None:
                break
            pieces.add((*above, name))
    return pieces


def decimal_rest(
    error: Any, around: Any, source: Source | None, steps: tuple[Step, ...]
) -> tuple[str, str, str] | None:
    """Where a field is the rest of a number behind a comma, `2,5` of `{value: 2,5}`: the field before
    it, what stands before the comma, and what behind it, as it is written at these steps.
    """
    key = key_of(error)
    names = list(around) if isinstance(around, dict) else []
    rest = REST.fullmatch(str(key))
    if rest is None or source is None or len(names) > MANY:
        return None
    if key not in names[1:] or around[key] is not None:
        return None
    written = source.written(*steps)
    before = str(names[names.index(key) - 1])
    for found in WITH_COMMA.finditer(written):
        if found[1] == before and found[3].lstrip("0") == rest[1].lstrip("0"):
            return before, found[2], found[3] + rest[2]
    return None


def decimal_comma(before: str, whole: str, rest: str) -> Said:
    """What to say of it."""
    message = say(
        "{value} stands with a comma, and a comma parts two fields here", value=f"{whole},{rest}"
    )
    meant = number_meant(f"{whole},{rest}")
    number = meant[0] if meant else f"{whole.replace('.', '')}.{rest}"
    return message, say("write {line}", line=f"`{before}: {number}`")


def without_cut(errors: list[Any], values: Any, source: Source | None) -> list[Any]:
    """The errors but for those of numbers that a comma cuts in two; their second half is told."""
    cut = set[tuple[Step, ...]]()
    for error in errors[:FEW]:
        above = tuple(error["loc"][:-1])
        cut |= behind_first(above, values, source)
        if REST.fullmatch(str(error["loc"][-1])) and (around := value_at(values, above)):
            rest = decimal_rest(error, around, source, above)
            cut |= {(*above, rest[0])} if rest else set()
    return [one for one in errors if tuple(one["loc"]) not in cut] if cut else errors
