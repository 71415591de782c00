"""SMM624 party-type-missing."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.organization.wishes import is_wished
from smmkit.documents.context import InterestedParties, PartyType
from smmkit.model.part import Part
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Parties(Part):
    """Who is always interested."""

    parties: tuple[PartyType, ...] = (
        PartyType.CUSTOMER,
        PartyType.STAFF,
        PartyType.PARENT_GOVERNMENT,
    )
    """The sorts of parties that the register has."""


@rule(
    "SMM624",
    "party-type-missing",
    of=InterestedParties,
    severity=Severity.WARNING,
    source="ISO 9001, 4.2; juknis II.A7",
    clause="4.2",
    settings=Parties,
)
def party_type_missing(register: InterestedParties, qms: Qms, settings: Parties) -> Problems:
    """Customers, staff and the parent government are among the interested parties.

    Why: these three every agency has; a list without them was copied. What is of a sort of one's own, such
    as students, may be one of them.
    """
    found = {party.party_type for party in register.entries}
    asked = [
        one
        for one in settings.parties
        if one is not PartyType.PARENT_GOVERNMENT or is_wished(qms, "parent-government")
    ]
    missing = [one.label for one in asked if one not in found]
    own = [party for party in register.entries if party.party_type not in {*PartyType}]
    if register.entries and len(missing) > len(own) and is_live(register, qms):
        yield problem(
            register,
            "entries",
            message=say("{id} has none of these: {missing}", id=register.id, missing=missing),
            hint=say("write them with what they need and expect"),
        )
