"""Whose paper it is: what qms.yaml says of the organization, as the head of every sheet has it."""

from __future__ import annotations

from typing import Any, NamedTuple

from smmkit.arranging.pictures import read
from smmkit.documents.settings import Paper
from smmkit.qms import Qms
from smmkit.seals import beside
from smmkit.words import say


class Logo(NamedTuple):
    """The picture of the letterhead, and the name under which a template reads it; both may be empty."""

    name: str = ""
    content: bytes = b""


def logo(qms: Qms) -> Logo:
    """The logo that qms.yaml names, if it can be shown."""
    settings = qms.settings
    named = settings.organization.logo if settings else None
    made = read(qms, beside(settings, named)) if settings and named else None
    return Logo("logo.jpg" if made[0].startswith(JPEG) else "logo.png", made[0]) if made else Logo()


JPEG = b"\xff\xd8"


def letterhead(qms: Qms) -> dict[str, Any]:
    """The values for `frame.typ`."""
    organization = qms.settings.organization if qms.settings else None
    if organization is None:
        return {
            **dict.fromkeys(("organization", "parent", "logo", "logo_says"), ""),
            "lines": [],
            "paper": Paper.A4.value,
        }
    name = qms.fact(logo).name
    address = [organization.address] if organization.address else []
    return {
        "organization": organization.name,
        "parent": organization.parent or "",
        "lines": [*address, *organization.letterhead],
        "logo": f"/files/{name}" if name else "",
        "logo_says": say("Logo of {name}", name=organization.short_name),
        "paper": organization.paper.value,
    }
