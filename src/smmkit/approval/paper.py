"""The paper of a record that is to be signed: what it still lacks, and where its scan is named."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from smmkit.analyses.auditing.asked import unasked
from smmkit.analyses.auditing.signs import NO_CONCLUSION
from smmkit.analyses.audits import is_told
from smmkit.documents import Record
from smmkit.documents.audit import Audit
from smmkit.model.fields import fields_of
from smmkit.model.marks import Trait
from smmkit.qms import Qms
from smmkit.rules import checks, judge
from smmkit.words import Message, say


def still_asked(records: Collection[Record], qms: Qms) -> Mapping[str, list[Message]]:
    """What each record still lacks, by its path: once it is signed, it cannot be added."""
    found = doubts(records, qms)
    for record in records:
        if isinstance(record, Audit) and not is_told(record):
            found[record.path] += [NO_CONCLUSION] * (record.conclusion is None)
            if units := unasked(qms, record):
                found[record.path].append(say("no question was put to {units}", units=units))
    return found


def doubts(records: Collection[Record], qms: Qms) -> dict[str, list[Message]]:
    """What rules that look at such a record by itself say of each, by its path; all are asked once."""
    of = {one.rule.code: one.of for one in checks() if one.of}
    own = frozenset(code for code, kind in of.items() if any(isinstance(r, kind) for r in records))
    found: dict[str, list[Message]] = {record.path: [] for record in records}
    by_path = {record.path: record for record in records}
    for one in judge(qms, only=own).diagnostics if records else ():
        record = by_path.get(one.problem.path)
        if record and isinstance(record, of.get(one.rule.code, Record)):
            found[record.path].append(one.problem.message)
    return found


def field_of_scan(record: Record) -> str:
    """The field in which a record names its paper with the signatures on it: its report, its minutes."""
    fields = fields_of(type(record)).items()
    return next((name for name, field in fields if field.has(Trait.SIGNED)), "evidence")
