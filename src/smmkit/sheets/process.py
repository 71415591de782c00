"""A process as a turtle: what comes in and goes out, by whom and with what, how, and how well."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from smmkit.arranging.content import arranged, drawn
from smmkit.document_view import DocumentView, joined
from smmkit.documents import Information
from smmkit.documents.process import Flow, Process
from smmkit.model.fields import label
from smmkit.page import Text
from smmkit.qms import Qms
from smmkit.words import say


def process(document: Information, qms: Qms) -> dict[str, Any]:
    """The turtle, and what does not stand in it."""
    own = cast("Process", document)
    view = DocumentView(qms, own)

    def side(name: str, items: Iterable[Any]) -> dict[str, Any]:
        return {"title": label(Process, name), "items": list(items)}

    def titles(name: str) -> dict[str, Any]:
        return side(name, (view.title_of(id_) for id_ in getattr(own, name)))

    shape = drawn(
        "turtle",
        name=own.title,
        owner=view.title_of(own.owner),
        inside=side("inputs", (flow(view, one, say("from")) for one in own.inputs)),
        outside=side("outputs", (flow(view, one, say("to")) for one in own.outputs)),
        above=filled(side("resources", own.resources), titles("procedures"), titles("services")),
        below=filled(titles("kpis"), side("controls", own.controls), titles("risks")),
    )
    said = "inputs outputs resources procedures kpis controls risks services"
    return arranged(view, shape, apart=said, head="process_type purpose", flat=True)


def filled(*sides: dict[str, Any]) -> list[dict[str, Any]]:
    """The sides that say something."""
    return [one for one in sides if one["items"]]


def flow(view: DocumentView, one: Flow, way: Text) -> Any:
    """What comes or goes, and from or to whom."""
    ends = [view.title_of(id_) for id_ in (one.process, one.party) if id_]
    return joined("", [one.what, " (", way, " ", joined("; ", ends), ")"]) if ends else one.what
