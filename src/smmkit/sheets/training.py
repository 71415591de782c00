"""A training: what was taught to whom; until it is closed, with a list to be signed."""

from __future__ import annotations

from typing import Any, cast

from smmkit.arranging.content import arranged, drawn
from smmkit.document_view import DocumentView, person
from smmkit.documents import Information
from smmkit.documents.training import Training
from smmkit.qms import Qms
from smmkit.words import say


def training(document: Information, qms: Qms) -> dict[str, Any]:
    """What every record says, and who signs that they were there."""
    own = cast("Training", document)
    people = [one.person for one in own.attendance if one.person]
    to_sign = drawn(
        "attendance",
        title=say("Attendance"),
        heads=[say("No."), say("Present"), say("Signature")],
        rows=[person(qms, id_, own.date) for id_ in people],
    )
    is_open = bool(people) and not own.is_closed_on(qms.as_of)
    return arranged(DocumentView(qms, own), after=(to_sign,) if is_open else ())
