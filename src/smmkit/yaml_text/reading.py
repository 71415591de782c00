"""The values of a YAML text, in the accepted language (docs/decisions/0002)."""

from __future__ import annotations

import re
from typing import Any, Final

import yaml_rs

from smmkit.location import Location, SourceError
from smmkit.words import say
from smmkit.yaml_text.accepted import BOTH_IN_QUOTES, compare, key_value, refuse
from smmkit.yaml_text.ambiguity import is_ambiguous
from smmkit.yaml_text.slips import slip_error
from smmkit.yaml_text.slips_around import slips_near

LOOKED_THROUGH = 100_000
"""A longer text is not read again and again in search of the slip that broke it off."""

MAX_DIGITS = 1000
"""A number of more digits is none that a person wrote; Python refuses to print it."""

LONG: Final = re.compile(rf"[0-9][0-9_]{{{MAX_DIGITS - 1}}}|0[xX][0-9a-fA-F_]{{{MAX_DIGITS}}}")
"""It is looked for before YAML reads it: what reads a number goes over it once for each of its digits."""

NUMERALS: Final = frozenset("0123456789_abcdefABCDEF")


def read(path: str, text: str) -> dict[str, Any]:
    """The values of a YAML text in the accepted language (docs/decisions/0002).

    Raises:
        SourceError: it is not YAML, not a mapping, or uses what is not accepted; where a slip of
            the hand is the reason, it is that which is told.
    """
    try:
        return exactly(path, text)
    except SourceError as error:
        is_certain = error.hint is BOTH_IN_QUOTES or len(text) > LOOKED_THROUGH
        slip = None if is_certain else next(slips_near(text, error.at.line, breaks_off), None)
        if slip is None:
            raise
        raise slip_error(path, slip) from None


def breaks_off(text: str) -> int | None:
    """The line where a text cannot be read any further; None where it can be read."""
    try:
        exactly("", text)
    except SourceError as error:
        return error.at.line
    return None


def exactly(path: str, text: str) -> dict[str, Any]:
    """The values of a YAML text in the accepted language (docs/decisions/0002).

    Raises:
        SourceError: it is not YAML, not a mapping, or uses what is not accepted.
    """
    if may_be_long(text) and (found := LONG.search(text)):
        line, start = text.count("\n", 0, found.start()) + 1, text.rfind("\n", 0, found.start())
        at_number = Location(path, line, found.start() - start)
        raise SourceError(at_number, say("a number has more than {n} digits", n=MAX_DIGITS))
    if doubtful := is_ambiguous(text):
        refuse(path, text)
    try:
        values = yaml_rs.loads(text if text.endswith("\n") else text + "\n", parse_datetime=False)
    except (ValueError, RecursionError) as error:
        refuse(path, text)
        at = re.search(r"line (\d+), column (\d+)", str(error))
        place = Location(path, int(at[1]), int(at[2])) if at else Location(path)
        raise SourceError(place, say("this is not YAML that can be read")) from None
    if doubtful:
        compare(path, text, values)
    if not isinstance(values, dict):
        raise SourceError(
            Location(path),
            say("the file is empty")
            if values is None
            else say("expected fields, one on each line"),
            say("begin with a line such as `kind: procedure`"),
        )
    return values


def may_be_long(text: str) -> bool:
    """Whether there may be a number of so many digits: such a one covers a letter of every so many."""
    if NUMERALS.isdisjoint(text[::MAX_DIGITS]):
        return False
    return len(max(text.split("\n"), key=len)) > MAX_DIGITS


def key_read(text: str) -> str:
    """What becomes of a key without quotes, said as YAML says it: 16 of `0x10`, null of `~`."""
    key = key_value(text)
    return WORDS_OF_YAML[key] if isinstance(key, bool | None) else str(key)


WORDS_OF_YAML: Final = {True: "true", False: "false", None: "null"}


def read_ours(text: str) -> dict[str, Any]:
    """The values of a text that comes with smmkit; a test holds each against the exact reader."""
    values: Any = yaml_rs.loads(text, parse_datetime=False)
    return dict(values)
