"""SMM697 conform-with-an-old-version."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.analyses.lifecycle.timeline import edition_on
from smmkit.analyses.texts.claims import SENTENCE
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents import Document
from smmkit.documents.assessment import Status
from smmkit.documents.audit import Audit
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of
from smmkit.standards.vocabulary.patterns import version_of
from smmkit.words import say


@rule(
    "SMM697",
    "conform-with-an-old-version",
    of=Audit,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.1 a",
    clause="7.5.3",
    filled=True,
)
def conform_with_an_old_version(audit: Audit, qms: Qms) -> Problems:
    """What an audit calls conform works with the version that held on the day of the audit.

    Why: an older version at the place of work is a finding; who wrote "conform" beside it has not compared.
    """
    for index, check in enumerate(audit.checklist):
        for id_, said in in_use(check.seen or "", qms) if check.status is Status.CONFORM else ():
            document = qms.get(id_, Document)
            held = edition_on(qms, document, audit.date) if document else None
            if document is None or held is None or held.approval.version == said:
                continue
            if said in {one.version for one in document.approvals if one.on < held.since}:
                yield problem(
                    audit,
                    "checklist",
                    index,
                    "seen",
                    message=say(
                        "this is called conform, and {id} was in use in version {said}; version {held} held "
                        "since {day}",
                        id=id_,
                        said=said,
                        held=held.approval.version,
                        day=held.since,
                    ),
                    hint=say("write a finding, or put the version right that was seen"),
                )


def in_use(text: str, qms: Qms) -> Iterator[tuple[str, str]]:
    """The ids and versions that a text says to be in use, one in a sentence that denies nothing."""
    words = qms.fact(vocabulary)
    uses, but = pattern_of(words.uses), pattern_of(words.reached.but)
    for sentence in SENTENCE.split(text):
        found = version_of(words.versions).findall(sentence)
        if len(found) == 1 and uses.search(sentence) and not but.search(sentence):
            yield found[0][0].strip("("), found[0][1].rstrip(".")
