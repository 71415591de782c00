"""A folder on which faults are tried, one after the other, and what is noticed of each."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.lifecycle.timeline import read_before, sealing, taken_as_sealed
from smmkit.analyses.proof.content import has_values
from smmkit.analyses.references.links import links
from smmkit.analyses.texts.seen import seen_before
from smmkit.documents import Document, Information
from smmkit.drill.asked_before import answers, lasting, steady_before, told_still
from smmkit.drill.breaking import Values, broken, spelled
from smmkit.drill.proofs import proofs, worse
from smmkit.drill.without import Without
from smmkit.loading.folder import load
from smmkit.qms import Qms
from smmkit.rules import problems_of
from smmkit.rules.asking import told_before
from smmkit.standards.drills import Act, Break
from smmkit.words import ClosedList
from smmkit.yaml_text.source import Source


class Notice(ClosedList):
    """What became of a fault."""

    NOTICED = "noticed"
    TOLD = "told", "told already"
    UNNOTICED = "unnoticed", "nobody notices"
    ABSENT = "absent", "nothing there to break"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One fault that was tried."""

    fault: Break
    notice: Notice
    documents: tuple[str, ...] = ()
    """The ids of the documents that it was put into."""
    rules: tuple[str, ...] = ()
    """The codes of the rules that have something new to say."""
    clauses: tuple[str, ...] = ()
    """The clauses that have less proof: `9.2.2`, or `juknis/B3` of another than the first standard."""

    FOR_PROGRAMS: ClassVar = {
        "id": "fault.id",
        "demands": "fault.demands",
        "notice": "notice",
        "documents": "documents",
        "rules": "rules",
        "clauses": "clauses",
    }


class Ground:
    """A folder as it is, against which every fault is held."""

    def __init__(self, qms: Qms) -> None:
        self.qms = qms
        self._sources: dict[str, Source] = dict(qms.sources)
        self._documents: dict[str, Information] = {}
        base = self._base = self._loaded({}, frozenset(), None)
        self._documents = {document.path: document for document in base.documents}
        self._answers = answers(base)
        self._told = _said(base)
        self._proved = proofs(base, {}, bool)
        self._codes = {(code, path) for code, path, *_ in self._told}

    def tried(self, fault: Break) -> Outcome:
        """Put one fault into a copy of the folder, and see what is noticed."""
        meant_here = {name: spelled(getattr(fault, name), self.qms) for name in ("only", "where")}
        new, gone = self._faulty(fault.model_copy(update=meant_here))
        if not new and not gone:
            return Outcome(fault, Notice.ABSENT)
        paths = {*new, *gone}
        ids = tuple(d.id for d in self.qms.documents if d.path in paths)
        qms = self._loaded(new, gone, self._base)
        lasts = lasting(self._base, qms, paths)
        qms.fact_as(told_before, told_still(self._answers, lasts, paths))
        rules = sorted({code for code, *_ in _said(qms) - self._told})
        now = proofs(qms, self._proved, lasts)
        clauses = tuple(c for c, proved in self._proved.items() if worse(now.get(c), proved))
        if rules or clauses:
            notice = Notice.NOTICED
        elif any((code, path) in self._codes for code in fault.noticed_by for path in paths):
            notice = Notice.TOLD
        else:
            notice = Notice.UNNOTICED
        return Outcome(fault, notice, ids, tuple(rules), clauses)

    def _faulty(self, fault: Break) -> tuple[dict[str, Values], frozenset[str]]:
        """The new values of the documents that a fault is put into, and those that go."""
        new: dict[str, Values] = {}
        gone: set[str] = set()
        for document in self._candidates(fault):
            if fault.act is Act.REMOVE:
                gone.add(document.path)
            elif values := broken(document.source.values, self._ready(fault, document)):
                new[document.path] = values
            if (new or gone) and not fault.every:
                break
        return new, frozenset(gone)

    def _ready(self, fault: Break, document: Information) -> Break:
        """A fault with what it writes into a document, which may have to be strange to it."""
        near = frozenset(
            link.target if link.document is document else link.document.id
            for link in self.qms.fact(links)
            if link.document is document or link.target == document.id
        )
        return fault.model_copy(update={"to": spelled(fault.to, self.qms, near | {document.id})})

    def _candidates(self, fault: Break) -> Iterator[Information]:
        """The documents that a fault may be put into: those that hold first, of these the latest."""
        kin = [d for d in self.qms.documents if d.kind == fault.kind]
        fit = [d for d in kin if has_values(d, fault.where)]
        yield from sorted(
            fit,
            key=lambda d: (not isinstance(d, Document) or is_live(d, self.qms), _day_of(d)),
            reverse=True,
        )

    def _loaded(self, new: Mapping[str, Values], gone: frozenset[str], before: Qms | None) -> Qms:
        """The folder with other values in some documents, and without others; approved as it was."""
        known: dict[str, Source | Information] = {**self._sources, **self._documents}
        for path in gone:
            known.pop(path, None)
        for path, values in new.items():
            old = self._sources[path]
            text = json.dumps(values, ensure_ascii=False)
            known[path] = Source(path, values, text, old.prose, 2)
        tree = Without(self.qms.tree, gone)
        qms = load(tree, self.qms.as_of, lambda _: self.qms.today, None, known)
        qms.before = None
        if before:
            read_before(qms, before, new)
            seen_before(qms, before, new)
            steady_before(qms, before, {*new, *gone})
            qms.packs.update(before.packs)
        for document in qms.of(Document):
            if document.path in new and (approval := sealing(document)):
                taken_as_sealed(qms, document, approval.hash)
        return qms


def _said(qms: Qms) -> Counter[tuple[Any, ...]]:
    """All that rules say of a folder: code, file, words; where it stands may move."""
    return Counter(
        (rule.code, problem.path, problem.message.text, repr(problem.message.values))
        for rule, problem in problems_of(qms)
    )


def _day_of(document: Information) -> date:
    """The day that a document is of: that of a record, or since when a text holds."""
    days = (document.source.values.get(name) for name in ("date", "effective", "since", "on"))
    for day in days:
        try:
            return date.fromisoformat(str(day))
        except ValueError:
            continue
    return date.min
