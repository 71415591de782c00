"""A service standard: its 14 components in their two groups, and the proclamation as a poster."""

from __future__ import annotations

from typing import Any, cast

from smmkit.arranging.content import arranged, drawn
from smmkit.document_view import EMPTY, DocumentView, joined, listed
from smmkit.documents import Information
from smmkit.documents.services import ServiceStandard
from smmkit.model.fields import Field, fields_of
from smmkit.page import Block, Cell, Column, Fields, Heading, Page, Shape, Table
from smmkit.qms import Qms
from smmkit.words import label_message, say

DELIVERY = ("requirements", "procedure", "time_limit", "fee", "product", "complaint_channels")
"""What concerns handing the service out (components 1 to 6)."""

MAKING = (
    *("legal_basis", "facilities", "competence", "supervision"),
    *("staff", "guarantee", "safety", "evaluation"),
)
"""What concerns how it is made inside (components 7 to 14)."""


def service_standard(document: Information, qms: Qms) -> dict[str, Any]:
    """The service, its components by number, the proclamation on a page of its own."""
    standard = cast("ServiceStandard", document)
    view = DocumentView(qms, standard)
    head = Fields(
        ((fields_of(ServiceStandard)["service"].label, Cell(view.title_of(standard.service))),)
    )
    blocks: tuple[Block, ...] = (
        head,
        Heading(say("Service delivery")),
        components(view, standard, DELIVERY, 1),
        Heading(say("Management of the service")),
        components(view, standard, MAKING, 1 + len(DELIVERY)),
    )
    title = fields_of(ServiceStandard)["proclamation"].label
    about = view.title_of(standard.service)
    posters = (
        (drawn("poster", title=title, about=about, said=standard.proclamation),)
        if standard.proclamation
        else ()
    )
    apart = " ".join((*DELIVERY, *MAKING, "service", "proclamation", "promised_days"))
    return arranged(view, Page("", "", blocks), apart=apart, posters=list(posters))


def components(
    view: DocumentView, standard: ServiceStandard, names: tuple[str, ...], first: int
) -> Table:
    """A row for each component; one that says nothing shows that."""
    fields = fields_of(ServiceStandard)
    rows = [
        (Cell(first + n), Cell(fields[name].label), Cell(component(view, standard, fields[name])))
        for n, name in enumerate(names)
    ]
    columns = (
        Column(say("No."), Shape.CODE),
        Column(say("Component"), width=3),
        Column(label_message("Description"), width=9),
    )
    return Table("", columns, tuple(rows))


def component(view: DocumentView, standard: ServiceStandard, field: Field) -> Any:
    """What a component says: a list in its order, one sentence as it is."""
    value = getattr(standard, field.name)
    if value in EMPTY:
        return "-"
    if isinstance(value, tuple):
        said = [view.spoken(field, (one,), (field.name,)) for one in value]
        if field.name == "legal_basis":
            said = [view.title_of(id_) for id_ in value]
        return listed([one[0] if isinstance(one, list) else one for one in said])
    if field.name == "time_limit" and standard.promised_days is not None:
        days = fields_of(ServiceStandard)["promised_days"].label
        promised = say("{name}: {value}", name=days, value=standard.promised_days)
        return joined("\n", [value, promised])
    return value
