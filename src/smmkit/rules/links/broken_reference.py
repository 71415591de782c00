"""SMM201 broken-reference."""

from __future__ import annotations

from smmkit.analyses.kpis.scales import scale_of
from smmkit.analyses.references.links import Link, every_link
from smmkit.analyses.references.nearest import nearest_id
from smmkit.corrections.nothing_yet import instead_of_no_thing, is_nothing
from smmkit.documents import Entry
from smmkit.documents.settings import Settings
from smmkit.layout import HOME
from smmkit.model.fields import fields_of
from smmkit.model.marks import RefersTo
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM201", "broken-reference", source="ISO 9001, 7.5.3", clause="7.5.3.1")
def broken_reference(qms: Qms) -> Problems:
    """What a document refers to is in the folder.

    Why: an auditor follows the thread from document to document; here it ends.
    """
    for link in qms.fact(every_link):
        if isinstance(link.mark, RefersTo) and not (
            qms.may_be_there(link.target) or is_known(qms, link) or is_unseen(qms, link.mark)
        ):
            message = say("there is no {id}", id=link.target)
            in_list = isinstance(link.steps[-1], int)
            hint = nearest_id(qms, link.target, link.mark.kinds, in_list=in_list)
            if is_nothing(link.target):
                source = link.document.source
                here = source.in_file(link.steps)
                message = say("the code of something is asked for here: {text}", text=link.target)
                hint = instead_of_no_thing(type(link.document), source.values, here)
            yield problem(link.document, *link.steps, message=message, hint=hint)


def is_unseen(qms: Qms, mark: RefersTo) -> bool:
    """Whether a unit or a class is meant and qms.yaml has one that cannot be read, which is told there."""
    return not qms.fact(unseen_kinds).isdisjoint(mark.kinds)


def unseen_kinds(qms: Qms) -> frozenset[str]:
    """The kinds of entries of qms.yaml that could not all be read."""
    home = qms.sources.get(HOME)
    lost = set[str]()
    for field in fields_of(Settings).values():
        if field.part is None or not field.many or not issubclass(field.part, Entry):
            continue
        read = getattr(qms.settings, field.name, ())
        written = home.values.get(field.name) if home else None
        is_whole = written is None or (isinstance(written, list) and len(written) == len(read))
        if qms.settings is None or not is_whole:
            lost.add(field.part.kind_of_entry)
    return frozenset(lost)


def is_known(qms: Qms, link: Link) -> bool:
    """Whether a scale is meant that need not stand in the folder."""
    kinds = link.mark.kinds if isinstance(link.mark, RefersTo) else ()
    return "scale" in kinds and scale_of(qms, link.target) is not None
