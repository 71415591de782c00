"""SMM907 unknown-time-zone."""

from __future__ import annotations

from smmkit.analyses.references.spelling import closest
from smmkit.corrections.time_zones import ZONES, is_zone, zone_meant
from smmkit.documents.settings import Settings
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, say


@rule("SMM907", "unknown-time-zone", of=Settings)
def unknown_time_zone(settings: Settings, _: Qms) -> Problems:
    """The time zone of the organization is one that there is.

    Why: it says where a day begins; under a name that nobody knows, the day of the machine counts.
    """
    zone = settings.organization.time_zone
    if is_zone(zone):
        return
    from zoneinfo import available_timezones

    if known := available_timezones():  # without the list of zones nothing can be said
        yield problem(
            settings,
            "organization",
            "time_zone",
            message=say("there is no time zone {zone}", zone=zone),
            hint=meant(zone, sorted(known)),
        )


def meant(zone: str, known: list[str]) -> Message:
    """The time zone that was probably meant."""
    found = zone_meant(zone) or closest(zone, known)
    if found:
        return say("write {words}", words=f"`time_zone: {found}`")
    return say("write one of: {words}", words=", ".join(ZONES.values()))
