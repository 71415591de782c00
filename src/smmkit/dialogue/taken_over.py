"""What a new document takes over from what it names: an audit from its plan, a finding from its audit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from smmkit.analyses.audits import is_loose
from smmkit.documents.audit import Audit
from smmkit.documents.finding import AuditFinding
from smmkit.errors import SmmError
from smmkit.model.fields import Field, fields_of
from smmkit.model.marks import Brings
from smmkit.words import ClosedList, Message, say
from smmkit.yaml_text.items import with_fields
from smmkit.yaml_text.scalars import scalar

if TYPE_CHECKING:
    from smmkit.dialogue.field_answers import FieldAnswers
    from smmkit.qms import Qms


@dataclass(frozen=True, slots=True)
class Taken:
    """What is taken over, as YAML by field, and the question of an audit that it answers."""

    values: dict[str, str] = field(default_factory=dict)
    audit: Audit | None = None
    question: int = 0
    sure: frozenset[str] = frozenset()
    """The fields that need no second look; a day is only the nearest that is known."""

    def guessed(self) -> Taken:
        """The same where nobody has named what it comes from: a proposal, if a question waits for it."""
        return replace(self, sure=frozenset()) if self.audit else Taken()

    def named(self, qms: Qms, id_: str) -> tuple[dict[str, bytes], dict[str, bytes]]:
        """The file of the audit as it is, and as its question names what came of it; nothing where nobody
        has named the audit, it is closed, or cannot be changed.
        """
        if self.audit is None or not self.sure or self.audit.closed:
            return {}, {}
        path, change = self.audit.path, {self.question: {"finding": id_}}
        before = qms.tree.read(path)
        with suppress(SmmError):  # it may be written in a way that only a person can change
            return {path: before}, {path: with_fields(path, before, "checklist", "status", change)}
        return {}, {}

    def told(self, id_: str, *, is_named: bool) -> Iterator[Message]:
        """Of which question it is, and whether that names it."""
        if self.audit is None:
            return
        about = {"audit": self.audit.id, "question": self.audit.checklist[self.question].question}
        yield (
            say("{audit} names it as the finding of: {question}", **about)
            if is_named
            else say(
                "if it is that of {audit}: {question}, write `finding: {id}` there", id=id_, **about
            )
        )


def taken_over(answers: FieldAnswers, given: Mapping[str, Any]) -> Taken:
    """What a document with these values takes over; what is given itself stays."""
    qms, found = answers.qms, dict[str, Any]()
    for name, own in answers.fields.items():
        brings, source = own.mark(Brings), qms.things.get(str(given.get(name, "")))
        for target, theirs in brings.fields if brings and source else ():
            found[target] = fitting(answers.fields[target], getattr(source, theirs))
    audit, index = asked_in(answers, given)
    if audit:
        check = audit.checklist[index]
        found |= {"clause": check.clause, "unit": check.unit or found.get("unit")}
        found["statement"] = check.seen
    found = {
        name: one
        for name, one in found.items()
        if one and name not in given and not (isinstance(one, date) and one > qms.as_of)
    }
    sure = frozenset(name for name, one in found.items() if not isinstance(one, date))
    return Taken({name: scalar(one) for name, one in found.items()}, audit, index, sure)


def asked_in(answers: FieldAnswers, given: Mapping[str, Any]) -> tuple[Audit | None, int]:
    """The audit that a new finding names, and the first of its questions that waits for one, of the clause
    and the unit that are given.
    """
    audit = answers.qms.get(str(given.get("audit", "")), Audit)
    if audit and issubclass(answers.type, AuditFinding):
        for index, check in enumerate(audit.checklist):
            said = {"clause": check.clause, "unit": check.unit}
            if is_loose(check) and all(given.get(name, one) == one for name, one in said.items()):
                return audit, index
    return None, 0


def fitting(target: Field, value: Any) -> Any:
    """A value as a field takes it; None where there is none, or several in place of one."""
    listed = list(value) if isinstance(value, tuple) else [value] if value is not None else []
    plain = [one.value if isinstance(one, ClosedList) else one for one in listed]
    if target.part:
        plain = [{next(iter(fields_of(target.part))): one} for one in plain]
    if target.many:
        return plain
    return plain[0] if len(plain) == 1 else None
