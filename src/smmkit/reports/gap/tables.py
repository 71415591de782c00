"""The tables of the report: what blocks, clauses, documents asked for, actions, requirements."""

from __future__ import annotations

from typing import Any

from smmkit.analyses.gap.parts import Action, Blocking, ClauseGap, Gap, Judged, Mandatory, Overclaim
from smmkit.analyses.proof.proof import COUNTS
from smmkit.documents.assessment import Status
from smmkit.page import Block, Cell, Heading, Shape, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.qms import Qms
from smmkit.reports import percent
from smmkit.reports.gap.proofs import TONES, documents, sentences, strength, whole_strength
from smmkit.words import say


def blocking_table(found: Gap) -> list[Block]:
    """What must be settled before a certification audit is asked for."""
    readings: list[Reading[Blocking]] = [
        Reading(say("Clause"), lambda one: one.clause, Shape.CODE),
        Reading(say("Description"), lambda one: one.detail, width=5),
        Reading(say("Why"), lambda one: Cell(one.why.label, Tone.BAD), width=3),
    ]
    return [
        Heading(say("Blocking: to be settled before a certification audit")),
        table_of(say("Blocking"), readings, found.blocking, say("Nothing blocks.")),
    ]


def overclaim_table(found: Gap) -> list[Block]:
    """What is claimed better than the folder bears it: told first, since an auditor finds it first."""
    readings: list[Reading[Overclaim]] = [
        Reading(say("Clause"), lambda one: one.clause, Shape.CODE),
        Reading(say("Requirements"), lambda one: one.requirements, Shape.CODE, 2),
        Reading(say("Claim"), lambda one: one.claimed.label, width=2),
        Reading(say("Counts as"), lambda one: Cell(one.counts.label, TONES[one.counts]), width=2),
        Reading(say("Why"), lambda one: sentences(one.because), width=4),
    ]
    if not found.overclaims:
        return []
    return [Heading(BEYOND), table_of(say("Overclaims"), readings, found.overclaims)]


BEYOND = say("Claimed better than it is shown")


def clause_table(found: Gap) -> list[Block]:
    """Claim and proof for each clause."""
    readings: list[Reading[ClauseGap]] = [
        Reading(say("Clause"), lambda one: one.clause.id, Shape.CODE),
        Reading(say("Title"), lambda one: one.clause.title, width=4),
        Reading(say("Claim"), lambda one: Cell(one.status.label, TONES[one.status]), width=2),
        Reading(say("Proof"), whole_strength, width=2),
        Reading(say("Proved"), lambda one: percent(one.totals.proved), Shape.NUMBER),
        Reading(say("Claimed"), lambda one: percent(one.totals.claimed), Shape.NUMBER),
        Reading(say("Counts"), lambda one: percent(one.totals.floor), Shape.NUMBER),
        Reading(
            say("Documents"),
            lambda one: say("excluded in the scope") if one.excluded else behind(one),
            width=3,
        ),
    ]
    return [
        Heading(say("Clauses: what is claimed, what is proved")),
        table_of(say("Clauses"), readings, found.clauses),
    ]


def behind(clause: ClauseGap) -> list[Any]:
    """The documents that prove a clause; what of it they leave open."""
    left = clause.unproved if clause.proof.strength in COUNTS else []
    return [*documents(clause.proof), *([say("not proved: {ids}", ids=left)] if left else [])]


def mandatory_table(found: Gap) -> list[Block]:
    """Every document and record that the standard asks for."""
    readings: list[Reading[Mandatory]] = [
        Reading(say("Clause"), lambda one: one.clause.id, Shape.CODE),
        Reading(say("Maintain or retain"), lambda one: one.item.kind.label, width=2),
        Reading(say("Description"), lambda one: one.item.what, width=5),
        Reading(say("Proof"), lambda one: strength(one.proof, one.applies), width=2),
        Reading(say("Documents"), lambda one: documents(one.proof) if one.applies else (), width=3),
    ]
    none = say("This standard asks for none.")
    return [
        Heading(say("Documented information that is asked for")),
        table_of(say("Documented information"), readings, found.mandatory, none),
    ]


def action_table(found: Gap, qms: Qms) -> list[Block]:
    """What is to be done, by whom, by when."""
    readings: list[Reading[Action]] = [
        Reading(say("Clause"), lambda one: one.clause, Shape.CODE),
        Reading(say("Action"), lambda one: one.what, width=5),
        Reading(say("Owner"), lambda one: one.owner, Shape.CODE, 2),
        Reading(
            say("Due"),
            lambda one: Cell(one.due, Tone.BAD if one.late(qms.as_of) else Tone.PLAIN),
            Shape.CODE,
            2,
        ),
        Reading(
            say("Done on"),
            lambda one: one.done or Cell(say("open"), Tone.WARN),
            Shape.CODE,
            2,
        ),
        Reading(say("Source document"), lambda one: one.source, Shape.CODE, 2),
    ]
    return [
        Heading(say("Actions")),
        table_of(say("Actions"), readings, found.actions, say("No action is planned.")),
    ]


def requirement_table(found: Gap) -> list[Block]:
    """Every requirement with its claim, its proof and what was found."""
    readings: list[Reading[Judged]] = [
        Reading(say("No."), lambda one: one.requirement.id, Shape.CODE),
        Reading(say("Requirement"), lambda one: one.requirement.text, width=5),
        Reading(say("Claim"), lambda one: Cell(one.claimed.label, TONES[one.claimed]), width=2),
        Reading(
            say("Proof"),
            lambda one: strength(one.proof, one.status is not Status.NOT_APPLICABLE),
            width=2,
        ),
        Reading(say("Objective condition and gap"), assessed_words, width=4),
        Reading(
            say("Evidence named"),
            lambda one: one.verdict.evidence if one.verdict else (),
            width=2,
        ),
    ]
    rows = (judged for clause in found.clauses for judged in clause.requirements)
    return [Heading(say("Requirements")), table_of(say("Requirements"), readings, rows)]


def assessed_words(judged: Judged) -> str:
    """What the assessment says of a requirement: its condition, its gap, its reason."""
    verdict = judged.verdict
    texts = [verdict.condition, verdict.gap, verdict.reason] if verdict else []
    return " ".join(text for text in texts if text)
