"""The synthetic records that are retained: what each kind has on top."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from bench.forms import CLAUSES, NAMES, TODAY, Values, day, name, person, unit
from bench.prose import Prose


def audit(number: int, prose: Prose, _counts: Mapping[str, int]) -> Values:
    """An internal audit; nobody audits his or her own unit."""
    return {
        "audit_type": "internal",
        "standards": ["iso9001-2015"],
        "units": [unit(number), unit(number + 1)],
        "auditors": [
            {"person": person(number + 2), "lead": True},
            {"person": person(number + 3)},
            {"name": f"{NAMES[number % 10]} Tamu", "body": "Dinas Tetangga Rekaan"},
        ],
        "conclusion": prose.sentences(1200),
    }


def found(number: int, prose: Prose, counts: Mapping[str, int]) -> Values:
    """A finding of an audit, followed to its end."""
    on = day(number)
    done = {"owner": unit(number), "due": on, "done": on}
    return {
        "audit": name("AUD", number, counts),
        "grade": "minor",
        "clause": CLAUSES[number % len(CLAUSES)],
        "unit": unit(number),
        "statement": prose.sentences(300),
        "correction": {"what": prose.sentences(200), **done},
        "cause": prose.sentences(400),
        "action": {"what": prose.sentences(300), **done},
        "effectiveness": {
            "checked_on": on + timedelta(days=20),
            "by": person(number),
            "effective": True,
            "how": prose.sentences(150),
        },
    }


def gaps(number: int, prose: Prose, counts: Mapping[str, int]) -> Values:
    """A gap assessment of ten clauses, each with its proof or its action."""
    action = {"owner": unit(number), "due": TODAY}
    return {
        "verdicts": [
            {
                "requirement": clause,
                "maturity": i % 6,
                "condition": prose.sentence(),
                **(
                    {"status": "partial", "actions": [{"what": prose.sentence(), **action}]}
                    if i % 3 == 0
                    else {
                        "status": "conform",
                        "evidence": [name("SOP", number + i, counts), name("RR", number, counts)],
                    }
                ),
            }
            for i, clause in enumerate(CLAUSES)
        ]
    }


def submission(number: int, prose: Prose, counts: Mapping[str, int]) -> Values:
    """What was sent to a certification body."""
    return {
        "recipient": "Lembaga Sertifikasi Rekaan",
        "audit": name("AUD", number, counts),
        "period": "2025",
        "include": [name("SOP", number + i, counts) for i in range(40)],
        "leave_out": [
            {"document": name("RR", number + i, counts), "reason": prose.sentence()}
            for i in range(10)
        ],
        "sent": day(number),
    }
