"""What is bound in a binder, and in which order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from smmkit.analyses.leaving.clause_answers import ClauseAnswer
from smmkit.analyses.leaving.selection import Chosen, Selection
from smmkit.binding import Heading, Paper
from smmkit.documents import kind_label
from smmkit.page import Prose
from smmkit.qms import Qms
from smmkit.standards import Standard
from smmkit.words import Language


@dataclass(frozen=True, slots=True)
class Bound:
    """What is bound: a selection with its answers, in the language of the submission."""

    qms: Qms
    selection: Selection
    standard: Standard
    answers: Mapping[str, ClauseAnswer]
    speech: Language
    notes: Sequence[Prose] = ()
    """What the cover says besides: findings that are open, what is not as it should be."""


@dataclass(frozen=True, slots=True)
class Leaves:
    """What must be known of a PDF before it is sewn: how many pages it has, and its headings."""

    pages: int
    outline: tuple[Heading, ...]

    @classmethod
    def of(cls, paper: Paper) -> Leaves:
        """Of a PDF, which need not be kept for it."""
        return cls(len(paper), paper.outline())

    def __len__(self) -> int:
        return self.pages


def by_kind(bound: Bound) -> Iterator[tuple[str, list[Chosen]]]:
    """The documents under the name of their kind, in the order of the bundle."""
    for kind, group in groupby(bound.selection.chosen, key=lambda one: one.document.kind):
        name = bound.speech.say(kind_label(kind))
        yield name[:1].upper() + name[1:], list(group)


def answering(answer: ClauseAnswer) -> list[Chosen]:
    """What is sent for a clause, evidence before findings; what answers its group only is not listed."""
    return [*(one.chosen for one in answer.evidence if not one.indirect), *answer.findings]
