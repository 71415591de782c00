"""SMM465 turned-time-zone."""

from __future__ import annotations

from smmkit.corrections.time_zones import TURNED, ZONES, zone_meant
from smmkit.documents.settings import Settings
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM465", "turned-time-zone", of=Settings, severity=Severity.WARNING)
def turned_time_zone(settings: Settings, _: Qms) -> Problems:
    """The time zone of the organization is no `Etc/GMT+8`, which lies west of Greenwich.

    Why: these names say the opposite of what everybody writes as GMT+8; the day would begin 16 hours late.
    """
    zone = settings.organization.time_zone
    if not TURNED.match(zone):
        return
    place = zone_meant(zone)
    yield problem(
        settings,
        "organization",
        "time_zone",
        message=say("{zone} lies west of Greenwich: its sign means the opposite", zone=zone),
        hint=say("write {words}", words=f"`time_zone: {place}`")
        if place
        else say("write a zone by its place, such as {words}", words=", ".join(ZONES.values())),
    )
