"""SMM909 signatory-unheld."""

from __future__ import annotations

from smmkit.corrections.near_words import nearest_hint
from smmkit.documents.people import People, PersonEntry
from smmkit.documents.settings import Settings
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM909",
    "signatory-unheld",
    of=Settings,
    severity=Severity.WARNING,
    source="own rule",
    clause="7.5.2",
    whole=(People,),
)
def signatory_unheld(settings: Settings, qms: Qms) -> Problems:
    """Who has to approve is somebody: each role under `signatories:` is held.

    Why: a text that waits for a role that nobody holds, or whose name is mistyped, is never in force.
    """
    people = (one for one in qms.things.values() if isinstance(one, PersonEntry))
    known = {held.role for one in people for held in one.held_on(qms.as_of)}
    for index, one in enumerate(settings.signatories if known else ()):
        for place, role in enumerate(one.roles):
            if role not in known:
                yield problem(
                    settings,
                    "signatories",
                    index,
                    "roles",
                    place,
                    message=say(
                        "nobody in the register of people holds the role {role}", role=role
                    ),
                    hint=nearest_hint(
                        role,
                        sorted(known),
                        say("write the person and the role there, or a role that is held"),
                    ),
                )
