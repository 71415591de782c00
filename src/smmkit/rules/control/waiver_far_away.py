"""SMM908 waiver-far-away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from pydantic import Field

from smmkit.calendar_ends import months_after
from smmkit.layout import HOME
from smmkit.location import Location, Path
from smmkit.model.part import Part, Whole
from smmkit.problem import Problem, Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, rule
from smmkit.waivers import day_of
from smmkit.words import say
from smmkit.yaml_text.remarks import remarks


class LongestWaiver(Part):
    """How long a problem may be borne."""

    months: Annotated[Whole, Field(ge=1)] = 12
    """How many months from now a waiver ends at the latest."""


@rule(
    "SMM908",
    "waiver-far-away",
    severity=Severity.WARNING,
    source="own rule",
    settings=LongestWaiver,
)
def waiver_far_away(qms: Qms, limits: LongestWaiver) -> Problems:
    """A waiver ends while those who have decided on it still remember why.

    Why: a problem that is borne for ten years is not borne for a while: nobody looks at it again, and a
    day far ahead is mostly a mistyped year.
    """
    latest = months_after(qms.as_of, limits.months)
    for path, steps, at, day in last_days(qms):
        if day > latest:
            yield Problem(
                path,
                steps,
                say(
                    "the waiver ends on {day} only, more than {n} months from now",
                    day=day,
                    n=limits.months,
                ),
                say(
                    "write {latest} or an earlier day and decide anew then, or set `months:` under "
                    "`rules: SMM908` in qms.yaml",
                    latest=latest.isoformat(),
                ),
                qms.settings.id if qms.settings and path == HOME else "",
                at,
            )


def last_days(qms: Qms) -> Iterator[tuple[str, Path, Location | None, date]]:
    """The last day of every waiver, and where it stands: the settings', and those in place."""
    for index, waiver in enumerate(qms.settings.waivers if qms.settings else ()):
        if waiver.until and waiver.reason:
            yield HOME, ("waivers", index, "until"), None, waiver.until
    for path, source in qms.sources.items():
        for remark in remarks(path, source.yaml):
            if not remark.slip and remark.names and remark.reason and (day := day_of(remark)):
                yield path, (), remark.at, day
