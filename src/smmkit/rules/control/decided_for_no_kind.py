"""SMM396 decided-for-no-kind."""

from __future__ import annotations

from smmkit.corrections.near_words import near_kind
from smmkit.documents import KINDS
from smmkit.documents.settings import Settings
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM396", "decided-for-no-kind", of=Settings, source="ISO 9001, 7.5.2", clause="7.5.2")
def decided_for_no_kind(settings: Settings, qms: Qms) -> Problems:  # noqa: ARG001
    """What qms.yaml decides about the approval of some kinds names kinds that there are.

    Why: a decision about a misspelt kind is one about nothing, and its documents are approved as before.
    """
    for name in ("signatories", "approval_needs"):
        for index, decided in enumerate(getattr(settings, name)):
            for at, kind in enumerate(decided.kinds):
                if kind not in KINDS:
                    yield problem(
                        settings,
                        name,
                        index,
                        "kinds",
                        at,
                        message=say("there is no kind {kind} of documents", kind=kind),
                        hint=near_kind(kind, KINDS),
                    )
