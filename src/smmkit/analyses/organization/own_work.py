"""What the folder says of the organization, of its work and of those it serves, as one text."""

from __future__ import annotations

from smmkit.qms import Qms

AT_WORK = frozenset(
    {"services", "service-standard", "process", "procedure", "interested-parties", "direction"}
)
"""The kinds that tell what an organization does, and for whom."""


def own_work(qms: Qms) -> str:
    """The names of the organization and its units, and all that these kinds say; in small letters."""
    texts = [text for one in qms.documents if one.kind in AT_WORK for text in one.source.strings]
    if qms.settings:
        own = qms.settings.organization.model_dump().values()
        texts += [text for text in own if isinstance(text, str)]
        texts += [unit.title for unit in qms.settings.units]
    return "\n".join(texts).casefold()
