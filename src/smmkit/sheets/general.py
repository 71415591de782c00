"""The sheet of any kind of document without a form of its own."""

from __future__ import annotations

from typing import Any

from smmkit.document_view import ELSEWHERE, DocumentView, prose
from smmkit.documents import Information
from smmkit.page import Page
from smmkit.qms import Qms

APART = ELSEWHERE | {"owner", "version", "date", "recorded_by", "closed", "classification"}
"""What the frame says already."""


def general(document: Information, qms: Qms) -> dict[str, Any]:
    """Its fields, its parts as tables, its prose."""
    blocks = DocumentView(qms, document).content(document, apart=APART)
    return {
        "content": Page("", "", tuple(blocks)),
        "prose": Page("", "", tuple(prose(document))),
    }
