"""What can be wrong with a waiver itself."""

from __future__ import annotations

from smmkit.problem import Rule, Severity

EXPIRED = Rule(
    "SMM904",
    "waiver-expired",
    Severity.WARNING,
    """A waiver ends on its day.

    Why: what was to be borne for a while is borne for ever, if nobody is reminded. The problem itself is
    told again from the next day on.
    """,
)
UNUSED = Rule(
    "SMM905",
    "waiver-unused",
    Severity.WARNING,
    """A waiver has something to bear.

    Why: when the problem is mended and the waiver stays, the next one of its sort is passed over unseen.
    """,
)
FAULTY = Rule(
    "SMM906",
    "waiver-faulty",
    Severity.ERROR,
    """A waiver names a rule, a last day and a reason.

    Why: an auditor asks who has decided to bear a problem, how long, and why; without that it is no
    decision, and does not hold.
    """,
)

WAIVER_RULES = (EXPIRED, UNUSED, FAULTY)
