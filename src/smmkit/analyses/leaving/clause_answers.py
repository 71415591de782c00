"""What a submission answers to each clause of its standard: evidence, findings, and what is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeGuard

from smmkit.analyses.leaving.selection import Chosen, Omitted, Selection
from smmkit.analyses.proof.coverage import by_clause
from smmkit.analyses.proof.naming import Naming, namings
from smmkit.analyses.proof.proof import evidence_for
from smmkit.documents import Information
from smmkit.documents.finding import AuditFinding
from smmkit.qms import Qms
from smmkit.standards import Standard, StandardClause


@dataclass(frozen=True, slots=True)
class Reference:
    """A document that is sent, and whether it answers for the group above the clause only."""

    chosen: Chosen
    indirect: bool = False


@dataclass(frozen=True, slots=True)
class ClauseAnswer:
    """What is sent for a clause, the best first; findings apart; and what would be there, but stays."""

    evidence: tuple[Reference, ...] = ()
    findings: tuple[Chosen, ...] = ()
    omitted: tuple[Omitted, ...] = ()


def clause_answers(qms: Qms, selection: Selection, standard: Standard) -> dict[str, ClauseAnswer]:
    """The answer to every clause, by its number."""
    naming = namings(qms, standard)
    sent = {chosen.document.id: chosen for chosen in selection.chosen}
    stays = {omitted.document.id: omitted for omitted in selection.omitted}
    on = by_clause(qms, (one.document for one in selection.chosen if is_finding(one.document)))
    answers = {}
    for clause in standard.clauses:
        found = {one.id: indirect for one, indirect in best_first(qms, clause, naming)}
        about = {one.id: False for one in on[standard.id, clause.id]}
        there = [Reference(sent[id_], far) for id_, far in (found | about).items() if id_ in sent]
        answers[clause.id] = ClauseAnswer(
            tuple(one for one in there if not is_finding(one.chosen.document)),
            tuple(
                one.chosen for one in there if is_finding(one.chosen.document) and not one.indirect
            ),
            tuple(stays[id_] for id_, far in found.items() if id_ in stays and not far),
        )
    return answers


def is_finding(document: Information) -> TypeGuard[AuditFinding]:
    """Whether a document says what was wrong, and so proves nothing by itself."""
    return isinstance(document, AuditFinding)


def best_first(
    qms: Qms, clause: StandardClause, naming: Naming
) -> Iterator[tuple[Information, bool]]:
    """Who answers a clause: who proves it and names it, who proves it, who names it, who names its group."""
    shown = evidence_for(qms, clause.proof, clause.id, naming)
    proved = [e.document for e in shown.evidence if not e.indirect]
    direct = naming.direct.get(clause.id, [])
    named = {document.id for document in direct}
    ranked = [
        *((document, False) for document in proved if document.id in named),
        *((document, False) for document in proved),
        *((document, False) for document in direct),
        *((document, True) for document in naming.indirect.get(clause.id, [])),
    ]
    seen: set[str] = set()
    for document, indirect in ranked:
        if document.id not in seen:
            seen.add(document.id)
            yield document, indirect
