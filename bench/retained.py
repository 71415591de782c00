"""The synthetic records that are retained: what each kind has on top."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from bench.forms import CLAUSES, NAMES, TODAY, UNITS, Values, day, name, person, unit
from bench.prose import Prose

INTERNAL = 5
"""So many of the audits are internal; a body does the others."""


def audit(number: int, prose: Prose, _counts: Mapping[str, int]) -> Values:
    """An internal audit, before all that is found; nobody audits his or her own unit."""
    on, units = before(number), [unit(number), unit(number + 1)]
    return {
        "date": on,
        "closed": on + timedelta(days=25),
        "recorded_by": person(number + UNITS // 2),
        "audit_type": "internal" if number <= INTERNAL else "special",
        "standards": ["iso9001-2015"],
        "scope": prose.sentence(),
        "agenda": [
            {
                "on": on,
                "time": "08.00-10.00",
                "what": f"Pembukaan, {prose.words()}, penutup",
                "units": units,
            }
        ],
        "strengths": [prose.sentence()],
        "units": units,
        "auditors": [
            {"name": f"{NAMES[number % 10]} Tamu", "body": "Dinas Tetangga Rekaan", "lead": True},
            {"name": f"{NAMES[(number + 3) % 10]} Tamu", "body": "Dinas Tetangga Rekaan"},
        ],
        "checklist": [
            {
                "clause": CLAUSES[number % len(CLAUSES)],
                "unit": place,
                "question": prose.sentence(),
                "seen": f"Berkas {number}: {prose.sentence()}",
                "status": "conform",
            }
            for place in units
        ],
        "conclusion": prose.sentences(1000),
        "evidence": ["../qms.yaml"],
    }


def before(number: int) -> date:
    """A day before all those of other records."""
    return day(0) - timedelta(days=701 + number)


def found(number: int, prose: Prose, counts: Mapping[str, int]) -> Values:
    """A finding of an audit, written down with its report, and followed to its end."""
    on = before(number % counts["AUD"] + 1) + timedelta(days=10)
    place = unit(number % counts["AUD"] + 1)
    done = {"owner": place, "due": on, "done": on}
    return {
        "date": on,
        "owner": place,
        "audit": name("AUD", number, counts),
        "grade": "minor" if number <= len(CLAUSES) else "observation",
        "clause": CLAUSES[number % len(CLAUSES)],
        "unit": place,
        "statement": prose.sentences(300),
        "observed": prose.sentence(),
        "justification": prose.sentence(),
        "correction": {"what": prose.sentences(200), **done},
        "cause": prose.sentences(400),
        "action": {"what": prose.sentences(300), **done},
        "effectiveness": {
            "checked_on": on + timedelta(days=20),
            "by": person(number % counts["AUD"] + 6),
            "effective": True,
            "how": prose.sentences(150),
        },
    }


def gaps(number: int, prose: Prose, counts: Mapping[str, int]) -> Values:
    """A gap assessment of ten clauses, each with its proof or its action; it is not finished."""
    action = {"owner": unit(number), "due": TODAY}
    return {
        "date": TODAY - timedelta(days=1),
        "closed": None,
        "verdicts": [
            {
                "requirement": clause,
                "maturity": 2 + i % 2,
                "condition": prose.sentence(),
                **(
                    {
                        "status": "partial",
                        "actions": [{"what": prose.sentence(), **action}],
                        "feeds": ["butir-1"],
                    }
                    if i % 3 == 0
                    else {
                        "status": "conform",
                        "evidence": [name("SOP", number + i, counts), name("RR", number, counts)],
                    }
                ),
            }
            for i, clause in enumerate(CLAUSES)
        ],
    }


def submission(number: int, prose: Prose, counts: Mapping[str, int]) -> Values:
    """What was sent to a certification body, some weeks before its audit."""
    nth = max(number % counts["AUD"], INTERNAL)
    audited = before(nth % counts["AUD"] + 1)
    return {
        "date": audited - timedelta(days=30),
        "recipient": "Lembaga Sertifikasi Rekaan",
        "audit": name("AUD", nth, counts),
        "period": str(audited.year),
        "channel": "unggahan",
        "sent": audited - timedelta(days=28),
        "identity": f"ffff{number:0124x}",
        "received": audited - timedelta(days=27),
        "receipt": f"TT-{number}",
        "include": [name("SOP", number + i, counts) for i in range(min(40, counts["SOP"]))],
        "leave_out": [
            {"document": name("RR", number + i, counts), "reason": prose.sentence()}
            for i in range(min(10, counts["RR"]))
        ],
    }
