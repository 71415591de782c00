"""The last gap assessment as a list: a row for each clause, to be answered by who knows the work."""

from __future__ import annotations

from smmkit.analyses.organization.units import work_of
from smmkit.analyses.proof.claims import latest_assessment
from smmkit.documents.assessment import GapAssessment, Verdict
from smmkit.errors import SmmError
from smmkit.lists.listing import Column, Listing, Row, units_of
from smmkit.lists.visible import visible
from smmkit.model.fields import fields_of
from smmkit.qms import Qms
from smmkit.standards import Standard, StandardClause
from smmkit.words import say

FILLED = ("status", "maturity", "condition", "gap", "reason")
"""What a colleague says of a clause."""


def gap_listing(qms: Qms, unit: str | None, *, asked: bool) -> Listing:
    """The clauses of the first standard, each with what is claimed of it; with what it asks, if so.

    Of a unit, those for which it has a document.

    Raises:
        SmmError: there is no assessment that could be filled in.
    """
    standard = qms.standard(qms.standard_ids[0])
    assessment = latest_assessment(qms, standard) if standard else None
    if standard is None or assessment is None:
        raise SmmError(say("there is no gap assessment yet; first: smm new gap-assessment"))
    fields = fields_of(Verdict)
    word = "checklist" if asked else "gap"
    listing = Listing(
        f"{word}/{visible(assessment.id)}",
        say("{id}: {title}", id=assessment.id, title=assessment.title),
        Verdict,
        [Column(fields[name]) for name in FILLED],
        told=(say("What it is"), *((say("What it asks"),) if asked else ())),
        grows=False,
        key="requirement",
    )
    theirs = work_of(qms, unit) if unit else set()
    listing.rows = [
        row
        for clause in standard.clauses
        if unit is None or theirs & owners(qms, clause, standard)
        for row in rows_of(qms, clause, assessment, asked=asked)
    ]
    return listing


def owners(qms: Qms, clause: StandardClause, standard: Standard) -> set[str]:
    """The units that have a document which names a clause."""
    found: set[str] = set()
    for document in qms.documents:
        for name in document.clauses:
            known, number = qms.clause(name, document)
            if known and (known.id, number) == (standard.id, clause.id):
                found |= {*units_of(document, document)}
    return found


def rows_of(
    qms: Qms, clause: StandardClause, assessment: GapAssessment, *, asked: bool
) -> list[Row]:
    """The verdicts on a clause and on single requirements of it; an empty row where there is none."""
    lang = qms.settings.organization.language if qms.settings else "id"
    texts = {clause.id: in_language(clause.title, lang)}
    needs = [in_language(one.text, lang) for one in clause.requirements]
    texts |= {one.id: in_language(one.text, lang) for one in clause.requirements}
    known: dict[str, tuple[int, Verdict]] = {}
    for number, verdict in enumerate(assessment.verdicts):
        _, name = qms.clause(verdict.requirement, assessment)
        if name in texts:
            known[name] = (number, verdict)
    rows = []
    for id_ in dict.fromkeys((clause.id, *known)):
        index, answer = known.get(id_, (0, None))
        told = (
            texts[id_],
            *(("\n".join(needs) if id_ == clause.id else texts[id_],) if asked else ()),
        )
        values = {name: getattr(answer, name) for name in FILLED} if answer else {}
        steps = ("verdicts", index) if answer else ("verdicts",)
        rows.append(Row(id_, assessment, steps, values, told, is_there=answer is not None))
    return rows


def in_language(words: object, lang: str) -> str:
    """A text of a standard in one language."""
    return str(getattr(words, lang, "") or words)
