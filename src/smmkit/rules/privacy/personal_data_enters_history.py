"""SMM970 personal-data-enters-history."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from smmkit.analyses.confidentiality import may_leave
from smmkit.analyses.files import resolve
from smmkit.analyses.links import links
from smmkit.analyses.officers import officers
from smmkit.analyses.personal_data import TABLES, Trace, hint_of, placed_hits
from smmkit.documents import Information
from smmkit.location import Location
from smmkit.marks import FILE
from smmkit.personal import NOBODY, Data, hits
from smmkit.problem import Problem, Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, rule
from smmkit.words import say
from smmkit.yaml_text.source import Source

NUMBERS = frozenset({Data.NIP, Data.NIK, Data.NPWP, Data.PHONE, Data.ACCOUNT, Data.BIRTH})
"""What a QMS has no need to keep; names are in the register of people."""


@rule(
    "SMM970",
    "personal-data-enters-history",
    severity=Severity.WARNING,
    source="UU 27/2022",
    compares=True,
)
def personal_data_enters_history(qms: Qms) -> Problems:
    """A change brings no number or birth day of a person into the history (seen with `--since`).

    Why: git keeps every version for ever, also of what must not leave; a number that is taken out later is
    still there in each copy of the folder. What may leave is judged by SMM115 and SMM116.
    """
    if qms.before is None:
        return
    for document in qms.documents:
        if may_leave(document, qms):
            continue
        for trace in [*in_document(document, qms), *in_its_tables(document, qms)]:
            yield Problem(
                trace.path,
                (),
                say(
                    "personal data about to enter the history: {kind} {text}",
                    kind=trace.kind.label,
                    text=trace.shown,
                ),
                say("take it out before it is saved; nothing takes it out of the history later"),
                document.id,
                trace.at,
            )


def in_document(document: Information, qms: Qms) -> Iterator[Trace]:
    """The numbers in a document that it did not have before, but for the NIP of who signs in office."""
    source, known = document.source, qms.fact(officers)
    was = earlier(document, qms)
    if was and (source.yaml, source.prose) == (was.yaml, was.prose):
        return
    texts = (was.yaml, was.prose) if was else ()
    old = {text[slice(*hit.span)] for text in texts for hit in hits(text)}
    for hit, text, at, is_officer in placed_hits(source, NOBODY, known):
        if hit.kind in NUMBERS and not is_officer and text[slice(*hit.span)] not in old:
            yield Trace(source.path, hit.kind, hint_of(text, hit), at)


def earlier(document: Information, qms: Qms) -> Source | None:
    """The text that the document had; None where it is new."""
    home = qms.before and qms.before.homes.get(document.id)
    return home[0].source if home else None


def in_its_tables(document: Information, qms: Qms) -> Iterator[Trace]:
    """The numbers in the tables of a document that these did not have before."""
    from smmkit.office.pieces import pieces

    for path in qms.fact(named_tables).get(document.id, ()):
        data, old = read(qms, path), read(qms.before, path) if qms.before else b""
        if data == old:
            continue
        before = {piece.text for piece in pieces(path, old).found} if old else set()
        for piece in pieces(path, data).found:
            if piece.text in before:
                continue
            for hit in hits(piece.text, piece.context, NOBODY):
                if hit.kind in NUMBERS:
                    at = Location(path, int(piece.place[1]), int(piece.place[2]) + hit.span[0])
                    yield Trace(path, hit.kind, hint_of(piece.text, hit), at)


def named_tables(qms: Qms) -> dict[str, dict[str, None]]:
    """The tables as text that each document names, by its id, each once."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for link in qms.fact(links):
        if link.mark is FILE and link.target.lower().endswith(TABLES):
            found[link.document.id][resolve(link.document, link.target)] = None
    return found


def read(qms: Qms, path: str) -> bytes:
    """The bytes of a file; none where it is not there, which another rule says."""
    try:
        return qms.tree.read(path)
    except OSError:
        return b""
