"""The sheet of any kind of document: its content in the order of its form, then its prose."""

from __future__ import annotations

from typing import Any

from smmkit.arranging.content import arranged
from smmkit.document_view import DocumentView
from smmkit.documents import Information
from smmkit.qms import Qms


def general(document: Information, qms: Qms) -> dict[str, Any]:
    """What it says, and apart from it what every document says of itself."""
    return arranged(DocumentView(qms, document))
