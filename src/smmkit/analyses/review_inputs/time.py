"""The time that a management review looks back on."""

from __future__ import annotations

from datetime import date

from smmkit.documents.review import ManagementReview


def looked_back(review: ManagementReview) -> date:
    """The day from which a review looks back: its own word, or a year before."""
    return review.since or date(max(review.date.year - 1, date.min.year), review.date.month, 1)
