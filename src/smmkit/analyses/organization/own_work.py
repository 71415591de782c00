"""What the folder says of the organization, of its work and of those it serves, as one text."""

from __future__ import annotations

from smmkit.documents.context import InterestedParties
from smmkit.documents.direction import Direction
from smmkit.documents.procedure import Procedure
from smmkit.documents.process import Process
from smmkit.documents.services import Services, ServiceStandard
from smmkit.qms import Qms

AT_WORK = (Services, ServiceStandard, Process, Procedure, InterestedParties, Direction)
"""The kinds that tell what an organization does, and for whom."""


def own_work(qms: Qms) -> str:
    """The names of the organization and its units, and all that these kinds say; in small letters."""
    at_work = (one for one in qms.documents if isinstance(one, AT_WORK))
    texts = [text for one in at_work for text in one.source.strings]
    if qms.settings:
        own = qms.settings.organization.model_dump().values()
        texts += [text for text in own if isinstance(text, str)]
        texts += [unit.title for unit in qms.settings.units]
    return "\n".join(texts).casefold()
