"""The sheet of any kind of document: its boxes or its content in the order of its form, then its prose."""

from __future__ import annotations

from typing import Any

from smmkit.arranging.content import arranged, boxed, names_in
from smmkit.arranging.forms import BOXES
from smmkit.document_view import DocumentView
from smmkit.documents import Information
from smmkit.qms import Qms


def general(document: Information, qms: Qms) -> dict[str, Any]:
    """What it says, and apart from it what every document says of itself."""
    view = DocumentView(qms, document)
    form = BOXES.get(document.kind)
    return arranged(view, boxed(view, form), apart=names_in(form)) if form else arranged(view)
