"""The paper of a record that is to be signed: what it still lacks, and where its scan is named."""

from __future__ import annotations

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


def still_asked(record: Record, qms: Qms) -> list[Message]:
    """What a record still lacks: once it is signed, it cannot be added."""
    found = doubts(record, qms)
    if isinstance(record, Audit) and not is_told(record):
        found += [NO_CONCLUSION] * (record.conclusion is None)
        if units := unasked(qms, record):
            found.append(say("no question was put to {units}", units=units))
    return found


def doubts(record: Record, qms: Qms) -> list[Message]:
    """What rules that look at such a record by itself say of it."""
    own = frozenset(one.rule.code for one in checks() if one.of and isinstance(record, one.of))
    found = [one.problem for one in judge(qms, only=own).diagnostics]
    return [one.message for one in found if one.path == record.path]


def field_of_scan(record: Record) -> str:
    """The field in which a record names its paper with the signatures on it: its report, its minutes."""
    fields = fields_of(type(record)).items()
    return next((name for name, field in fields if field.has(Trait.SIGNED)), "evidence")
