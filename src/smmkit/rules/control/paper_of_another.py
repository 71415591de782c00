"""SMM975 paper-of-another."""

from __future__ import annotations

from smmkit.documents import Record
from smmkit.model.fields import fields_of
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

PAPERS = ("report", "minutes", "file")
"""Fields that name the one paper in which a record was signed."""


@rule(
    "SMM975",
    "paper-of-another",
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.2",
    clause="7.5.3",
    filled=True,
)
def paper_of_another(qms: Qms) -> Problems:
    """The signed report or minutes of a record are its own, and not those of another one.

    Why: last year's minutes under this year's review prove last year's.
    """
    first: dict[tuple[str, str], str] = {}
    for record in qms.of(Record):
        for name in fields_of(type(record)).keys() & {*PAPERS}:
            path = getattr(record, name)
            if not path:
                continue
            key = (record.kind, path.rsplit("/", 1)[-1])
            other = first.setdefault(key, record.id)
            if other != record.id:
                yield problem(
                    record,
                    name,
                    message=say(
                        "{id} names the paper of {other}: {file}",
                        id=record.id,
                        other=other,
                        file=path,
                    ),
                    hint=say("name the paper that was signed for this one"),
                )
