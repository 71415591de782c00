"""Whose paper it is, which one, and what goes along: the head of every sheet, and its last line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from smmkit.analyses.lifecycle.state import HOLDS, Standing
from smmkit.analyses.references.files import resolve
from smmkit.arranging.pictures import read
from smmkit.documents import Document, Information, Record
from smmkit.documents.organization import Paper
from smmkit.documents.references import references
from smmkit.model.marks import FILE
from smmkit.qms import Qms
from smmkit.seals import beside
from smmkit.words import Message, say


class Logo(NamedTuple):
    """The picture of the letterhead, and the name under which a template reads it; both may be empty."""

    name: str = ""
    content: bytes = b""


def logo(qms: Qms) -> Logo:
    """The logo that qms.yaml names, if it can be shown."""
    settings = qms.settings
    named = settings.organization.logo if settings else None
    made = read(qms, beside(settings, named)) if settings and named else None
    return Logo("logo.json", made[0]) if made else Logo()


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
    lines: list[Message | str] = [*filter(None, (organization.address, *organization.letterhead))]
    if organization.logo and not name:
        lines.append(
            say("{path} cannot be shown as a logo: PNG and JPEG can", path=organization.logo)
        )
    return {
        "organization": organization.name,
        "parent": organization.parent or "",
        "lines": lines,
        "logo": f"/files/{name}" if name else "",
        "logo_says": say("Logo of {name}", name=organization.short_name),
        "paper": organization.paper.value,
    }


def dated(document: Information, standing: Standing | None) -> Iterator[Message]:
    """Which one it is: a text by its version and since when it holds, a record by its day."""
    if isinstance(document, Document):
        yield say("Version {version}", version=document.version)
        if standing and standing.since and standing.state in HOLDS:
            yield say("effective from {day}", day=standing.since)
    if isinstance(document, Record):
        yield say("Dated {day}", day=document.date)


def attachments(document: Information, files: Mapping[str, str]) -> list[dict[str, str]]:
    """The files that a document names and that go along: where each lies, as seen from the sheets."""
    named = (resolve(document, file) for _, file, mark in references(document) if mark is FILE)
    return [
        {"path": files[path], "href": f"../{files[path]}"}
        for path in dict.fromkeys(named)
        if path in files
    ]
