"""The quality policy as it hangs on a wall: one sentence, its points, who stands for it."""

from __future__ import annotations

from typing import Any, cast

from smmkit.document_view import ELSEWHERE, DocumentView, joined, prose
from smmkit.documents import Information
from smmkit.documents.policy import QualityPolicy
from smmkit.page import Page
from smmkit.qms import Qms
from smmkit.words import say

APART = ELSEWHERE | {"owner", "version", "classification", "sentence", "points"}
"""What the page and the frame say already."""


def quality_policy(document: Information, qms: Qms) -> dict[str, Any]:
    """The sentence, the points with their themes, the prose, and what is left to say."""
    said = cast("QualityPolicy", document)
    return {
        "sentence": said.sentence,
        "points": [
            [point.id, point.title, joined(", ", (theme.label for theme in point.themes))]
            for point in said.points
        ],
        "prose": Page("", "", tuple(prose(said))),
        "rest": Page("", "", tuple(DocumentView(qms, said).content(said, apart=APART))),
        "words": {
            "points": say("We commit ourselves"),
            "approved": say("Approved on {day}", day="{day}"),
            "unsigned": say("Not approved yet"),
        },
    }
