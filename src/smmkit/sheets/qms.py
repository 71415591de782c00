"""The QMS itself, and its processes: which gives to which, sort by sort."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from smmkit.analyses.privacy.confidentiality import may_leave
from smmkit.arranging.content import arranged
from smmkit.document_view import DocumentView, listed
from smmkit.documents import Information
from smmkit.documents.process import Flow, Process, ProcessType
from smmkit.model.fields import label
from smmkit.page import Block, Heading, Page, Shape
from smmkit.page.readings import Reading, table_of
from smmkit.qms import Qms
from smmkit.words import say


def qms(document: Information, qms: Qms) -> dict[str, Any]:
    """What qms.yaml says, and the map of the processes; no paper that leaves names those that stay."""
    view = DocumentView(qms, document)
    readings: list[Reading[Process]] = [
        Reading(label(Process, "id"), lambda one: one.id, Shape.CODE),
        Reading(label(Process, "title"), lambda one: one.title, width=3),
        Reading(label(Process, "owner"), lambda one: one.owner, Shape.CODE),
        Reading(say("Gets from"), lambda one: others(view, one.inputs), width=3),
        Reading(say("Gives to"), lambda one: others(view, one.outputs), width=3),
    ]
    leaves = may_leave(document, qms)

    def shared(one: Process) -> bool:
        return may_leave(one, qms) or not leaves

    blocks: list[Block] = []
    for sort in ProcessType:
        own = [one for one in qms.of(Process) if one.process_type is sort and shared(one)]
        if own:
            blocks += [Heading(sort.label, 2), table_of("", readings, own)]
    shown = [Heading(say("Processes and how they work together")), *blocks] if blocks else []
    return arranged(view, after=(Page("", "", tuple(shown)),))


def others(view: DocumentView, flows: Iterable[Flow]) -> Any:
    """The processes and parties at the other end, each once."""
    ends = dict.fromkeys(id_ for one in flows for id_ in (one.process, one.party) if id_)
    return listed([view.title_of(id_) for id_ in ends]) if ends else "-"
