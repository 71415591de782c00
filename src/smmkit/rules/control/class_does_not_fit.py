"""SMM913 class-does-not-fit."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.privacy.confidentiality import class_of_document
from smmkit.documents import Document
from smmkit.documents.settings import Settings
from smmkit.model.part import Part, Text
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Classes(Part):
    """Which kinds of documents everybody may read, and which stay in the house."""

    open: tuple[Text, ...] = ("quality-policy", "service-standard", "services")
    """Kinds that are for those outside: their class lets them leave the organization."""
    kept: tuple[Text, ...] = ("competences", "people")
    """Kinds that tell of persons: their class does not, where there is one that keeps them."""


@rule(
    "SMM913",
    "class-does-not-fit",
    of=Document,
    severity=Severity.WARNING,
    source="ISO 9001, 5.2.2 c, 7.5.3.1 b and 8.2.1; Indonesia: UU 25/2009, UU 27/2022",
    clause="7.5.3.1",
    settings=Classes,
    filled=True,
    whole=(Settings,),
)
def class_does_not_fit(document: Document, qms: Qms, settings: Classes) -> Problems:
    """What is for users may be shown to them, and what tells of persons is not open to everybody.

    Why: a promise that is confidential promises nothing, and a register of persons that everybody may have
    is a breach of their privacy.
    """
    held = class_of_document(document, qms)
    if held is None or not is_live(document, qms):
        return
    if document.kind in settings.open and not held.outside:
        yield problem(
            document,
            "classification",
            message=say(
                "{id} is for those outside, and its class {name} keeps it in the house",
                id=document.id,
                name=held.id,
            ),
            hint=say("give it a class that may leave, or put the class right in qms.yaml"),
        )
    classes = qms.settings.classes if qms.settings else ()
    if document.kind in settings.kept and held.outside and not all(c.outside for c in classes):
        yield problem(
            document,
            "classification",
            message=say(
                "{id} tells of persons, and its class {name} lets it leave the house",
                id=document.id,
                name=held.id,
            ),
            hint=say("give it a class that stays, or put the class right in qms.yaml"),
        )
