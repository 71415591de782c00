"""The table of stage 1: every clause, where the bundle answers it, and room for the auditor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from smmkit.analyses.gap.claims import exclusions
from smmkit.analyses.proof import Naming, evidence_for, namings
from smmkit.analyses.selection import Chosen, Selection
from smmkit.documents.audit import Audit, AuditType
from smmkit.documents.services import Services
from smmkit.git import Origin
from smmkit.page import Block, Cell, Fields, Heading, Page, Prose, Shape, Table, Text, Tone
from smmkit.qms import Qms
from smmkit.readings import Reading, table_of
from smmkit.reports import stamp
from smmkit.standards import Standard, StandardClause
from smmkit.words import say


def page(
    qms: Qms,
    selection: Selection,
    standard: Standard,
    where: Mapping[str, str],
    commit: Origin,
) -> Page:
    """The table, its column of verification left empty for the auditor."""
    blocks: list[Block] = [
        Fields(tuple(facts(qms))),
        Prose(say("A reference says where to look; whether it is enough, the auditor decides.")),
        Heading(say("Clauses")),
        clauses(qms, selection, standard, where),
        Heading(say("Recommendation of the auditor")),
        Prose(say("[  ] go on to stage 2     [  ] after these points are settled:")),
        Prose(standard.disclaimer, Tone.MUTED),
    ]
    title = say("Document review (stage 1): {standard}", standard=standard.title)
    return Page(title, stamp(qms, commit), tuple(blocks))


def facts(qms: Qms) -> Iterator[tuple[Text, Cell]]:
    """What stage 1 asks first: scope, services, units, exclusions, internal audits, reviews."""
    settings = qms.settings
    if settings:
        yield say("Scope"), Cell(settings.scope.statement)
        services = [entry.title for list_ in qms.of(Services) for entry in list_.entries]
        yield say("Services"), Cell(services)
        yield say("Units"), Cell([unit.title for unit in settings.units])
        yield (
            say("Not applicable"),
            Cell(
                [
                    say("{id}: {reason}", id=e.clause, reason=e.reason)
                    for e in settings.scope.exclusions
                ]
            ),
        )
    internal = [
        a for a in qms.of(Audit) if a.audit_type is AuditType.INTERNAL and a.date <= qms.as_of
    ]
    days = [say("{id} of {day}", id=a.id, day=a.date) for a in internal]
    yield say("Internal audits"), Cell(days) if days else Cell(say("none in the folder"), Tone.WARN)


def clauses(qms: Qms, selection: Selection, standard: Standard, where: Mapping[str, str]) -> Table:
    """One row for each clause: what it is about, where the bundle speaks of it, an empty cell."""
    naming = namings(qms, standard)
    excluded = exclusions(qms, standard)
    sent = {c.document.id: c for c in selection.chosen}

    def reference(clause: StandardClause) -> Cell:
        if clause.id in excluded:
            return Cell([say("not applicable, see above")])
        found = list(references(qms, clause, naming, sent, where))
        return Cell(found) if found else Cell(say("nothing in this bundle"), Tone.WARN)

    readings: list[Reading[StandardClause]] = [
        Reading(say("Clause"), lambda clause: clause.id, Shape.CODE),
        Reading(say("Requirement"), lambda clause: clause.title, width=3),
        Reading(say("Reference"), reference, width=5),
        Reading(say("Verification"), lambda _: "", Shape.FREE, 4),
    ]
    return table_of(say("Stage 1"), readings, standard.clauses)


def references(
    qms: Qms,
    clause: StandardClause,
    naming: Naming,
    sent: Mapping[str, Chosen],
    where: Mapping[str, str],
) -> Iterator[Text]:
    """Every document of the bundle that answers a clause, the most direct first."""
    direct = [d.id for d in naming.direct.get(clause.id, ())]
    direct += [
        e.document.id
        for e in evidence_for(qms, clause.proof, clause.id, naming).evidence
        if not e.indirect
    ]
    indirect = [d.id for d in naming.indirect.get(clause.id, ())]
    for id_ in dict.fromkeys([*direct, *indirect]):
        if id_ in sent:
            text = (
                say("{id}, {version} ({file})", id=id_, version=sent[id_].label, file=where[id_])
                if id_ in direct
                else say(
                    "{id}, {version} ({file}, for the group above)",
                    id=id_,
                    version=sent[id_].label,
                    file=where[id_],
                )
            )
            yield text
