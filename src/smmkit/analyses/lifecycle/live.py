"""Which documents are meant: approved once, and neither withdrawn nor superseded since."""

from __future__ import annotations

from typing import TypeVar

from smmkit.analyses.lifecycle.state import GONE, State, standings
from smmkit.documents import Document
from smmkit.qms import Qms

D = TypeVar("D", bound=Document)


def is_live(document: Document, qms: Qms) -> bool:
    """Whether it was approved, and is not gone: a draft promises nothing yet."""
    state = qms.fact(standings)[document.id].state
    return state is not State.DRAFT and state not in GONE


def is_gone(document: Document, qms: Qms) -> bool:
    """Whether it held once, and does not any longer."""
    return qms.fact(standings)[document.id].state in GONE


def live(qms: Qms, kind: type[D]) -> list[D]:
    """All live documents of one type, in the order of their paths."""
    return [document for document in qms.of(kind) if is_live(document, qms)]
