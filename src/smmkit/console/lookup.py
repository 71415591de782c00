"""What a person named: found, or why not, with what was probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smmkit.errors import SmmError
from smmkit.words import Message, say

if TYPE_CHECKING:
    from smmkit.documents.settings import Settings
    from smmkit.qms import Qms


def why_missing(id: str, qms: Qms) -> Message:
    """Why a thing of this id cannot be shown."""
    from smmkit.analyses.nearest import closest

    if stub := qms.stub_of.get(id):
        return say(
            "{id} stands in {path}, which has faults; run `smm validate`", id=id, path=stub.path
        )
    near = closest(id, list(qms.things))
    if near:
        return say("there is no {id}; did you mean {word}?", id=id, word=near)
    return say("there is no {id} in this folder", id=id)


def check_unit_and_class(unit: str | None, class_: str | None, settings: Settings) -> None:
    """See that a unit and a class, where they are named, stand in qms.yaml.

    Raises:
        SmmError: one does not.
    """
    units = [known.id for known in settings.units]
    if unit is not None and unit not in units:
        raise SmmError(say("there is no unit {id}; there are: {words}", id=unit, words=units))
    classes = [known.id for known in settings.classes]
    if class_ is not None and class_ not in classes:
        raise SmmError(say("there is no class {id}; there are: {words}", id=class_, words=classes))


def check_unit(id: str, qms: Qms) -> None:
    """See that a unit is there.

    Raises:
        SmmError: there is none of this id.
    """
    units = [name for name, thing in qms.things.items() if thing.is_a == "unit"]
    if id not in units and id not in qms.stub_of:
        raise SmmError(say("there is no unit {id}; there are: {words}", id=id, words=units))
