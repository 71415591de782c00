"""SMM338 in-use-after-the-audit."""

from __future__ import annotations

from smmkit.documents.audit import Audit
from smmkit.documents.settings import Settings
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM338",
    "in-use-after-the-audit",
    of=Settings,
    severity=Severity.WARNING,
    source="juknis I.B",
    clause="4.4.1",
    filled=True,
)
def in_use_after_the_audit(home: Settings, qms: Qms) -> Problems:
    """The system was in use before it was audited.

    Why: an audit looks at what is done; of a system that nobody works by yet there is nothing to see.
    """
    since = home.in_use_since
    if since is None or since > qms.as_of:
        return
    first = min(qms.of(Audit), key=lambda one: one.date, default=None)
    if first and first.date < since:
        yield problem(
            home,
            "in_use_since",
            message=say(
                "in use since {day}, and audited on {earlier} already ({id})",
                day=since,
                earlier=first.date,
                id=first.id,
            ),
            hint=say("write the day from which people worked by it"),
        )
