"""SMM336 not-handed-to-all."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.organization.units import unreached
from smmkit.documents import Document
from smmkit.documents.document import Origin, OtherDocument
from smmkit.documents.policy import QualityPolicy
from smmkit.documents.settings import Settings
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM336",
    "not-handed-to-all",
    of=Document,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.1; juknis, foreword",
    clause="7.5.3.1",
    filled=True,
)
def not_handed_to_all(document: Document, qms: Qms) -> Problems:
    """The policy and the guide of the system reach every unit.

    Why: what holds for all has to be at hand for all; a unit that never got it works by what it remembers.
    """
    if not holds_for_all(document) or not document.distribution or not is_live(document, qms):
        return
    if missing := [unit.id for unit in unreached(qms, document.distribution, by_top=False)]:
        yield problem(
            document,
            "distribution",
            message=say("{id} is not handed to {units}", id=document.id, units=missing),
            hint=say("add them to `distribution:`, and hand it to them"),
        )


def holds_for_all(document: Document) -> bool:
    """Whether it is the policy, the system itself, or a guide of one's own for everybody."""
    if isinstance(document, OtherDocument):
        words = (document.document_type or "").casefold().split()
        return document.origin is not Origin.EXTERNAL and bool(words) and words[0] in GUIDES
    return isinstance(document, QualityPolicy | Settings)


GUIDES = frozenset({"pedoman", "juknis", "petunjuk", "panduan", "manual", "guide", "guideline"})
"""What a guide is called."""
