"""The quality policy as it hangs on a wall: one sentence, its points, who stands for it."""

from __future__ import annotations

from typing import Any, cast

from smmkit.arranging.content import arranged
from smmkit.document_view import DocumentView, joined
from smmkit.documents import Information
from smmkit.documents.policy import QualityPolicy
from smmkit.qms import Qms
from smmkit.words import say


def quality_policy(document: Information, qms: Qms) -> dict[str, Any]:
    """The sentence, the points with their themes, the prose, and what is left to say."""
    said = cast("QualityPolicy", document)
    return {
        "sentence": said.sentence,
        "points": [
            [point.id, point.title, joined(", ", (theme.label for theme in point.themes))]
            for point in said.points
        ],
        **arranged(DocumentView(qms, said), apart="sentence points"),
        "words": {"points": say("We commit ourselves")},
    }
