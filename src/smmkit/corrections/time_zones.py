"""The time zones that a person may write, and those that there are."""

from __future__ import annotations

import re

ZONES = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
"""The time zones of Indonesia."""

EAST = re.compile(r"(?:gmt|utc)? ?\+ ?0?([789])(?:[:.]?00)?", re.IGNORECASE)
"""How many hours before Greenwich the day begins, as it is said of the zones of Indonesia."""

TURNED = re.compile(r"etc/(?=gmt\+[1-9])", re.IGNORECASE)
"""How zones west of Greenwich begin: these names alone say with a plus by how much the day begins later."""


def is_zone(name: str) -> bool:
    """Whether there is a time zone of this name."""
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return False
    return True


def zone_meant(text: str) -> str | None:
    """The time zone of Indonesia that a person names by its letters or its hours before Greenwich."""
    hours = EAST.fullmatch(TURNED.sub("", text.strip()))
    if hours:
        return [*ZONES.values()][int(hours[1]) - 7]
    said = {*re.findall(r"\w+", text[:LONGEST].upper())}
    named = {zone for letters, zone in ZONES.items() if said & {letters, city(zone).upper()}}
    return named.pop() if len(named) == 1 else None


LONGEST = 60


def city(zone: str) -> str:
    """The city that a zone is called after."""
    return zone.rpartition("/")[2]
