"""What the standards of a QMS wish for beside what everybody needs: perspectives, a decree."""

from __future__ import annotations

from smmkit.documents.types import Spoken
from smmkit.qms import Qms
from smmkit.standards import shipped
from smmkit.standards.heads import shipped_wishes

GUIDE = "juknis"
"""The guide that agencies of Indonesia apply."""


def wishes(qms: Qms) -> frozenset[str]:
    """The wishes of all standards that it answers to.

    Where no standard is named, documents in Indonesian are those of an agency that applies the guide;
    who names others has said that this one is not meant: a hospital, a school, a water company.
    """
    names = {*qms.standard_ids}
    home = qms.settings
    if home is None or (
        home.organization.language is Spoken.ID and "standards" not in home.model_fields_set
    ):
        names.add(GUIDE)
    return frozenset(wish for name in names for wish in wishes_of(qms, name))


def wishes_of(qms: Qms, name: str) -> tuple[str, ...]:
    """The wishes of one standard: of the folder's own copy, or of the one that comes with smmkit."""
    if name in qms.packs:
        return qms.packs[name].wishes
    return shipped_wishes(name) if name in shipped() else ()


def is_asked_for(qms: Qms, kind: str) -> bool:
    """Whether a kind of documents is everybody's, or one that a standard of the QMS wishes for."""
    return kind not in shipped_wishes(GUIDE) or is_wished(qms, kind)


def is_wished(qms: Qms, wish: str) -> bool:
    """Whether a standard that it answers to has this wish; what is no wish is everybody's."""
    return not wish or wish in qms.fact(wishes)
