"""SMM112 unseen-sign-in-text."""

from __future__ import annotations

from smmkit.analyses.texts.unseen import unseen, unseen_problem
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, rule


@rule(
    "SMM112",
    "unseen-sign-in-text",
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.1",
    clause="7.5.3.1",
)
def unseen_sign_in_text(qms: Qms) -> Problems:
    """No word is parted by a sign that no eye can see.

    Why: a search for the word does not find it. Such signs come along with text from Word or the web.
    """
    yield from (unseen_problem(found) for found in qms.fact(unseen) if not found.is_grave)
