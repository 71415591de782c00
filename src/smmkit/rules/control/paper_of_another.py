"""SMM975 paper-of-another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from smmkit.documents import Document, Information, Record
from smmkit.documents.training import Training
from smmkit.location import Path
from smmkit.model.fields import fields_of
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

PAPERS = ("report", "minutes", "file")
"""Fields that name the one paper in which a record was signed."""

ADOPTED = "document"

SIGNED = "signed on a meeting"
"""Reports and minutes: an audit and a review may be told in one paper."""

Paper = tuple[Information, Path, str, str, str]
"""A record, the place in it, whose paper it is, its sort, and the file."""


@rule(
    "SMM975",
    "paper-of-another",
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.2",
    clause="7.5.3",
    filled=True,
)
def paper_of_another(qms: Qms) -> Problems:
    """A signed report, the minutes, or a certificate is that of one record, or of one person.

    Why: last year's minutes under this year's review prove last year's, and one certificate one person.
    """
    first: dict[tuple[str, str], str] = {}
    for record, steps, whose, sort, path in papers(qms):
        other = first.setdefault((sort, path.rsplit("/", 1)[-1]), whose)
        if other != whose:
            yield problem(
                record,
                *steps,
                message=say(
                    "{id} names the paper of {other}: {file}", id=whose, other=other, file=path
                ),
                hint=say("name the paper that was signed for this one"),
            )


def of_another_kind(qms: Qms) -> Iterator[Paper]:
    """The papers that are that of something of another kind, too; a record may be an adopted document."""
    found = [*certificates(qms)]
    found += (
        (one, (name,), one.id, one.kind if name == "file" else SIGNED, path)
        for one in qms.documents
        for name in PAPERS
        if (path := getattr(one, name, None))
    )
    kinds: dict[str, set[str]] = defaultdict(set)
    for _, _, _, kind, path in found:
        kinds[path.rsplit("/", 1)[-1]].add(kind)
    for one, steps, whose, _, path in found:
        alike = kinds[path.rsplit("/", 1)[-1]]
        if len(alike) > 1 and (ADOPTED not in alike or isinstance(one, Document)):
            yield one, steps, whose, "of another kind", path


def papers(qms: Qms) -> Iterator[Paper]:
    """The signed papers of records and documents, and the certificates of those who were trained."""
    yield from of_another_kind(qms)
    for record in qms.of(Record):
        for name in fields_of(type(record)).keys() & {*PAPERS}:
            if path := getattr(record, name):
                yield record, (name,), record.id, record.kind, path
    yield from certificates(qms)


def certificates(qms: Qms) -> Iterator[Paper]:
    """The certificates of those who were trained."""
    for record in qms.of(Training):
        for n, one in enumerate(record.attendance):
            if one.person and one.certificate:
                steps = ("attendance", n, "certificate")
                yield record, steps, one.person, "person", one.certificate
