"""SMM309 version-goes-back."""

from __future__ import annotations

import re
from itertools import pairwise

from smmkit.documents import Document
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM309",
    "version-goes-back",
    of=Document,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.2",
    clause="7.5.3.2",
)
def version_goes_back(document: Document, qms: Qms) -> Problems:  # noqa: ARG001
    """Approvals stand in the order in which they were given, each of a higher version.

    Why: what holds is what was approved last. An older number, or an earlier day, below a newer one
    means that one of them is wrong.
    """
    for index, (before, after) in enumerate(pairwise(document.approvals), 1):
        is_same = (after.version, after.hash) == (before.version, before.hash)
        if after.on < before.on and not is_same:
            message = say(
                "version {version} was approved on {day}, before version {other}, which stands above it",
                version=after.version,
                day=after.on,
                other=before.version,
            )
        elif order(after.version) < order(before.version):
            message = say(
                "version {version} was approved after version {other}",
                version=after.version,
                other=before.version,
            )
        else:
            continue
        hint = say("correct the version or the day; a text that comes back gets a new version")
        yield problem(document, "approvals", index, "version", message=message, hint=hint)


def order(version: str) -> list[tuple[int, str]]:
    """A version as it sorts: 1.10 comes after 1.9, and 2 before 10."""
    return [
        (int(digits or 0), text) for digits, text in re.findall(r"(\d{1,18})|([^\d.]+)", version)
    ]
