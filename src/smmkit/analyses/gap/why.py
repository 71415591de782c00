"""Why one clause is proved or not: what is asked for, what was looked at, and what each lacks."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.analyses.audits import made_findings
from smmkit.analyses.gap.asked import condition_asked, kinds_asked, needed
from smmkit.analyses.gap.parts import ClauseGap, Gap
from smmkit.analyses.gap.why_parts import Ask, Demand, Joined, Lack, Looked, Way, Why
from smmkit.analyses.proof.conditions import unmet
from smmkit.analyses.proof.content import about, shortfalls, uncovered
from smmkit.analyses.proof.coverage import by_clause
from smmkit.analyses.proof.naming import Naming, namings
from smmkit.analyses.proof.proof import VAGUE, alone, candidates, unfinished
from smmkit.analyses.texts.leftovers import leftover_in
from smmkit.analyses.texts.unfilled import blank_in
from smmkit.documents import Information
from smmkit.documents.finding import AuditFinding
from smmkit.model.fields import fields_of
from smmkit.qms import Qms
from smmkit.standards.proof import Condition, Need, Proof
from smmkit.words import say


def why(qms: Qms, found: Gap, clause: ClauseGap, item: int | None = None) -> Why:
    """Everything about one clause, or about one item (from 1) of its documented information."""
    naming = namings(qms, found.standard)
    every = [*demands(qms, clause, naming)]
    wanted = every if item is None else every[item : item + 1]
    return Why(found.standard, clause, tuple(wanted), tuple(findings_on(qms, found, clause)))


def demands(qms: Qms, gap: ClauseGap, naming: Naming) -> Iterator[Demand]:
    """What is to be shown for a clause: itself, then each item of documented information."""
    clause = gap.clause
    proof = clause.proof
    ways = tuple(ways_of(qms, proof, clause.id, naming)) if proof else ()
    yield Demand(clause.id, clause.title, gap.proof, ways, proof)
    for n, (item, shown) in enumerate(
        zip(clause.documented_information, gap.items, strict=True), 1
    ):
        ways = tuple(ways_of(qms, item.proof, clause.id, naming)) if item.proof else ()
        yield Demand(f"{clause.id}:{n}", item.what, shown, ways, item.proof)


def ways_of(
    qms: Qms,
    proof: Proof,
    clause: str,
    naming: Naming,
    joined: Joined = Joined.FIRST,
    depth: int = 0,
) -> Iterator[Way]:
    """A proof, then what does as well in its place, then what is asked for beside it."""
    yield way(qms, proof, clause, naming, joined, depth)
    for other in proof.instead:
        yield from ways_of(qms, other, clause, naming, Joined.INSTEAD, depth + 1)
    for other in proof.also:
        yield from ways_of(qms, other, clause, naming, Joined.ALSO, depth + 1)


def way(qms: Qms, proof: Proof, clause: str, naming: Naming, joined: Joined, depth: int) -> Way:
    """One proof alone, with every document that it was looked for in."""
    looked = tuple(
        Looked(one.document, one.indirect, tuple(lacks(qms, one.document, proof)))
        for one in candidates(qms, proof, clause, naming)
    )
    good = [one.document for one in looked if not one.lacks]
    return Way(
        proof,
        joined,
        depth,
        alone(qms, proof, clause, naming).strength,
        tuple(asks(qms, proof, clause, naming, looked)),
        looked,
        tuple(uncovered(qms, naming.standard, good, proof.needs)),
    )


def asks(
    qms: Qms, proof: Proof, clause: str, naming: Naming, looked: tuple[Looked, ...]
) -> Iterator[Ask]:
    """Each thing that a proof asks for, with what was found of it."""
    every = tuple(one.document for one in looked)
    good = [one.document for one in looked if not one.lacks]
    vague = [Lack(VAGUE, one.document, "clauses") for one in looked if one.indirect]
    yield Ask(kinds_asked(proof, clause), without(every, vague), tuple(vague))
    for condition in proof.conditions:
        short = [x for one in looked for x in one.lacks if x.condition is condition]
        yield Ask(condition_asked(proof, condition), without(every, short), tuple(short))
    for need in proof.needs:
        asked = [one for one in every if [*about(qms, one, [need])]]
        if every and not asked:
            continue  # a wish of another standard
        short = [
            Lack(reason, one, first_field(need, one))
            for one in asked
            for reason in shortfalls(qms, one, [need])
        ]
        left_out = uncovered(qms, naming.standard, good, [need])
        met_by = without(every, short)
        yield Ask(needed(proof, need), met_by, tuple(short), tuple(left_out), first_field(need))
    rough = [lack for one in every for lack in unfinished_lacks(qms, one)]
    if rough:
        yield Ask(say("nothing is left of a form or template"), without(every, rough), tuple(rough))


def without(every: tuple[Information, ...], short: list[Lack]) -> tuple[Information, ...]:
    """The documents that lack nothing of it."""
    lacking = {one.document.id for one in short}
    return tuple(one for one in every if one.id not in lacking)


FIELDS = {
    Condition.CURRENT: "review_by",
    Condition.IN_PERIOD: "date",
    Condition.CLOSED: "closed",
    Condition.MEASURED: "kpis",
}
"""The field that a condition looks at."""


def lacks(qms: Qms, document: Information, proof: Proof) -> Iterator[Lack]:
    """All that keeps a document from counting, each with the field to mend."""
    for condition, reason in unmet(qms, document, proof):
        yield Lack(reason, document, FIELDS.get(condition, ""), condition)
    wanting = [
        Lack(reason, document, first_field(need, document))
        for need in about(qms, document, proof.needs)
        for reason in shortfalls(qms, document, [need])
    ]
    yield from wanting or unfinished_lacks(qms, document)


def unfinished_lacks(qms: Qms, document: Information) -> Iterator[Lack]:
    """That nobody has finished a document, with the field where that is seen."""
    for reason in unfinished(qms, document):
        at = leftover_in(document)
        blank = blank_in(document)
        steps = blank.steps if blank else at[0] if at else ()
        yield Lack(reason, document, str(steps[0]) if steps else "")


def first_field(need: Need, document: Information | None = None) -> str:
    """The field that a need begins with; of several that will do, one that the document has."""
    names = need.has.partition(".")[0].split("|")
    known = [name for name in names if document and name in fields_of(type(document))]
    return next((name for name in known if getattr(document, name)), (known or names)[0])


def findings_on(qms: Qms, found: Gap, clause: ClauseGap) -> Iterator[AuditFinding]:
    """What audits have found on a clause by the day, of any grade; open ones first."""
    on_it = by_clause(qms, made_findings(qms))[found.standard.id, clause.clause.id]
    yield from sorted(on_it, key=lambda one: (one.is_closed_on(qms.as_of), one.date, one.id))
