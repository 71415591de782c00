"""Addresses by which the device of a person is known in a network; those within an office are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import ip_address
from typing import Final

from smmkit.personal.hit import Certainty, Data, Hit
from smmkit.personal.plain import letters_of
from smmkit.personal.runs import WORD
from smmkit.personal.things import persons
from smmkit.personal.words import word_set

ADDRESS: Final = re.compile(
    r"(?<![\w.:\-])(?:(?P<ip>\d{1,3}(?:\.\d{1,3}){3})|[0-9A-Fa-f]{2}(?:[:\-][0-9A-Fa-f]{2}){5})(?![\w:\-]|\.\d)"
)
LABELS: Final = word_set("addresses_of_devices")
OWNERS: Final = word_set("private_accounts")
REACH: Final = 48
"""So many letters before an address, and behind it, are looked at."""


def devices(text: str) -> Iterator[Hit]:
    """Every address that is called one, beside a word for whose it is."""
    if LABELS.isdisjoint(letters_of(text.lower())):
        return
    for match in ADDRESS.finditer(text):
        before = text[max(0, match.start() - REACH) : match.start()].lower().rpartition("\n")[2]
        behind = text[match.end() : match.end() + REACH].lower().partition("\n")[0]
        said = frozenset(WORD.findall(f"{before} {behind}"))
        if LABELS.isdisjoint(said) or said.isdisjoint(persons() | OWNERS):
            continue
        if match["ip"] is None or is_of_somebody(match["ip"]):
            yield Hit(Data.DEVICE, match.span(), Certainty.LIKELY)


def is_of_somebody(address: str) -> bool:
    """Whether an address leads to somebody from everywhere."""
    try:
        return ip_address(address).is_global
    except ValueError:
        return False
