"""SMM536 verdict-against-its-words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from smmkit.analyses.texts import squeezed
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents import Information
from smmkit.documents.assessment import Status
from smmkit.documents.audit import Audit
from smmkit.documents.certification import Eligibility, Verification
from smmkit.documents.competence import Competences
from smmkit.documents.context import Quadrant, Swot
from smmkit.documents.direction import Direction
from smmkit.documents.finding import AuditFinding, CorrectiveAction, Grade
from smmkit.documents.interview import Interview, Outcome, SpotCheck
from smmkit.documents.people import Team
from smmkit.documents.policy import QualityPolicy
from smmkit.documents.rehearsed import Answered, MockAudit
from smmkit.documents.resources import ExternalProviders, Resources
from smmkit.documents.training import Training
from smmkit.location import Path
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import Vocabulary, pattern_of, ways_of
from smmkit.words import say

COUNTED = (Audit, SpotCheck, AuditFinding, CorrectiveAction)
"""Records in which what stands beside the verdict was seen, not told by others."""

CARRIED = (Grade.OBSERVATION, Grade.IMPROVEMENT)
"""Findings beside which a clause is met all the same: they say what was seen, and how grave it is."""

SENTENCE = re.compile(r"[.;!?](?:\s|$)")


@rule(
    "SMM536",
    "verdict-against-its-words",
    of=Information,
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2 and 10.2.1",
    filled=True,
)
def verdict_against_its_words(record: Information, qms: Qms) -> Problems:
    """What is called conform, confirmed, shown, fit or effective is not denied by the words beside it.

    Why: who reads the verdict only believes it; who reads what was seen believes nothing else any more.
    """
    words = qms.fact(vocabulary)
    checks = record.checklist if isinstance(record, Audit) else ()
    answered = {
        ("checklist", n, "seen"): one.finding for n, one in enumerate(checks) if one.finding
    }
    findings = {steps: qms.get(id_, AuditFinding) for steps, id_ in answered.items()}
    carried = {steps for steps, one in findings.items() if one and one.grade in CARRIED}
    for steps, text in called_good(record):
        if steps in carried:
            continue
        is_seen = isinstance(record, COUNTED) and steps not in answered
        said = denied(text, words) or (counted_against(text, words) if is_seen else None)
        if said is not None:
            yield problem(
                record,
                *steps,
                message=say("the verdict beside it is good, and this denies it: {text}", text=said),
                hint=say("write the verdict that these words give, or what was truly seen"),
            )


def called_good(record: Information) -> Iterator[tuple[Path, str]]:
    """The texts beside good verdicts, each with its key path."""
    match record:
        case Direction():
            for n, one in enumerate(record.evaluations):
                if one.fits:
                    yield ("evaluations", n, "result"), one.result
        case QualityPolicy():
            for n, reading in enumerate(record.readability):
                if reading.understood:
                    yield ("readability", n, "how"), reading.how or ""
        case Verification(verdict=Eligibility.ELIGIBLE):
            yield ("reasons",), record.reasons or ""
        case Training():
            for n, judged in enumerate(record.evaluations):
                if judged.effective:
                    yield ("evaluations", n, "result"), judged.result or ""
        case Team():
            for n, member in enumerate(record.members):
                for at, shown in enumerate(member.criteria):
                    yield ("members", n, "criteria", at, "proof"), shown.proof or ""
        case Competences():
            for n, entry in enumerate(record.entries):
                if entry.sufficient:
                    yield ("entries", n, "held"), entry.held or ""
        case ExternalProviders():
            for n, provider in enumerate(record.entries):
                for at, judgement in enumerate(provider.evaluations):
                    if judgement.stays and not judgement.conditions:
                        yield ("entries", n, "evaluations", at, "result"), judgement.result
        case Swot():
            for n, factor in enumerate(record.items):
                if factor.quadrant in (Quadrant.STRENGTH, Quadrant.OPPORTUNITY):
                    yield ("items", n, "title"), factor.title
        case Resources():
            for n, resource in enumerate(record.entries):
                if resource.available is not None and resource.available >= (resource.needed or 1):
                    yield ("entries", n, "condition"), resource.condition or ""
        case AuditFinding() | CorrectiveAction():
            if record.effectiveness and record.effectiveness.effective:
                yield ("effectiveness", "how"), record.effectiveness.how
        case _:
            yield from seen_good(record)


def seen_good(record: Information) -> Iterator[tuple[Path, str]]:
    """The texts beside what was seen or answered well."""
    match record:
        case Audit():
            for n, check in enumerate(record.checklist):
                if check.status is Status.CONFORM:
                    yield ("checklist", n, "seen"), check.seen or ""
            yield from ((("strengths", n), text) for n, text in enumerate(record.strengths))
        case SpotCheck(outcome=Outcome.CONFIRMED):
            yield ("seen",), record.seen
        case Interview():
            for n, item in enumerate(record.items):
                if item.outcome is Outcome.CONFIRMED:
                    yield ("items", n, "answer"), item.answer or ""
        case MockAudit():
            for n, answer in enumerate(record.answers):
                if answer.answered is Answered.SHOWN:
                    yield ("answers", n, "answer"), answer.answer or ""


def counted_against(text: str, words: Vocabulary) -> str | None:
    """The sentence of a text that counts what is not so, or says that it still is, without a "but"."""
    number = rf"(?:[0-9]{{1,3}}|{ways_of(tuple(words.numbers))})"
    of = rf"(?:{ways_of(words.counting.of)}) (?:the )?"
    some = re.compile(rf"{number} {of}{number}\b(?:[^,]*) (?:{ways_of(words.not_so)})\b")
    first = re.compile(rf"{of}{number}\b[^,]{{0,40}}? {number} (?:{ways_of(words.not_so)})\b")
    among = re.compile(rf"\b{number} (?:{ways_of(words.among)})\b")
    not_so = re.compile(rf" (?:{ways_of(words.not_so)})\b")
    still = re.compile(rf"\b(?:{ways_of(words.still)})\b")
    but = re.compile(rf"\b(?:{ways_of(words.taken_back)})\b")
    for sentence in SENTENCE.split(text):
        low = squeezed(sentence)
        those = ((one, among.search(one)) for one in low.split(","))
        told = (
            some.match(low)
            or first.match(low)
            or still.search(low)
            or any(found and not_so.search(one, found.end()) for one, found in those)
        )
        if told and not but.search(low):
            return sentence.strip()
    return None


def denied(text: str, words: Vocabulary) -> str | None:
    """The sentence of a text that says that it is not so: by how it begins or ends, or that one cannot."""
    begins = re.compile(rf"(?:{ways_of(words.denies)})\b")
    unable = re.compile(rf"(?:[^\W0-9]+ ){{1,4}}(?P<so>{ways_of(words.unable)})\b")
    but = re.compile(rf"\b(?:{ways_of((*words.taken_back, *words.numbers))})\b")
    ends = re.compile(rf"\b(?:{ways_of(words.lacking)})$")
    good = pattern_of(words.welcome)
    for sentence in SENTENCE.split(text):
        low = squeezed(sentence)
        denial = begins.match(low)
        is_denied = denial and not good.search(low, denial.end())
        found = unable.match(low)
        is_unable = found and not but.search(low.replace(found["so"], "", 1))
        if is_denied or ends.search(low) or is_unable:
            return sentence.strip()
    return None
