"""SMM111 unseen-sign."""

from __future__ import annotations

from smmkit.analyses.texts.unseen import unseen, unseen_problem
from smmkit.qms import Qms
from smmkit.rules.base import Problems, rule


@rule("SMM111", "unseen-sign", source="ISO 9001, 7.5.3.1", clause="7.5.3.1")
def unseen_sign(qms: Qms) -> Problems:
    """Titles and ids hold no sign that no eye can see; no text holds one that turns it round or commands.

    Why: two titles that look the same are not, a text that runs backwards reads as its opposite, and
    what a terminal takes for a command hides what stands beside it.
    """
    yield from (unseen_problem(found) for found in qms.fact(unseen) if found.is_grave)
