"""The sheet of any kind of document: its content in the order of its form, then its prose."""

from __future__ import annotations

from typing import Any

from smmkit.arranging.content import content, kept
from smmkit.document_view import DocumentView, prose
from smmkit.documents import Information
from smmkit.page import Page
from smmkit.print_layout import lying
from smmkit.qms import Qms


def general(document: Information, qms: Qms) -> dict[str, Any]:
    """What it says, and apart from it what every document says of itself."""
    view = DocumentView(qms, document)
    blocks = (*content(view), *prose(document))
    return {
        "parts": [Page("", "", blocks)],
        "landscape": lying(blocks),
        "rest": Page("", "", tuple(kept(view))),
    }
