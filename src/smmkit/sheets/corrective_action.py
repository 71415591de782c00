"""The form of a corrective action: what is wrong, why, what is done about it, whether it helped."""

from __future__ import annotations

from typing import Any, cast

from smmkit.arranging.causes import searched
from smmkit.arranging.content import arranged, box, drawn
from smmkit.arranging.rows import is_late, task
from smmkit.document_view import DocumentView, listed
from smmkit.documents import Information
from smmkit.documents.finding import CorrectiveAction
from smmkit.model.fields import label
from smmkit.page import Cell, Tone
from smmkit.qms import Qms
from smmkit.words import say


def corrective_action(document: Information, qms: Qms) -> dict[str, Any]:
    """The boxes of the form; what has not been done yet is room to write."""
    action = cast("CorrectiveAction", document)
    view = DocumentView(qms, action)

    def titled(name: str, *said: Any, wide: int = 1) -> dict[str, Any]:
        return box(label(CorrectiveAction, name), *said, wide=wide)

    about = [view.title_of(id_) for id_ in action.about]
    seen = action.effectiveness
    helped = (
        [
            Cell(say("effective"), Tone.GOOD)
            if seen.effective
            else Cell(say("not effective"), Tone.BAD)
        ]
        if seen
        else []
    )
    rows = [
        [
            titled("about", *about, action.from_elsewhere),
            titled("unit", view.title_of(action.unit)),
        ],
        [titled("statement", action.statement)],
        [titled("correction", task(view, action.correction) if action.correction else "")],
        [
            titled("cause", action.cause, wide=2),
            titled("cause_type", action.cause_type, action.cause_method),
        ],
        [titled("elsewhere", action.elsewhere)],
        [
            titled(
                "actions",
                listed([task(view, one) for one in action.actions]) if action.actions else "",
            )
        ],
        [titled("effectiveness", *helped, *((seen.checked_on, seen.how) if seen else ()))],
    ]
    return arranged(
        view,
        drawn("stamp", **standing(action, view)),
        drawn("boxes", rows=rows),
        *searched(action),
        apart=" ".join(CorrectiveAction.model_fields),
    )


def standing(action: CorrectiveAction, view: DocumentView) -> dict[str, Any]:
    """What is stamped on it: closed, late, or open."""
    if action.is_closed_on(view.qms.as_of):
        return {"said": say("settled"), "tone": Tone.GOOD}
    tasks = (*action.actions, *((action.correction,) if action.correction else ()))
    if any(is_late(view, one) for one in tasks):
        return {"said": say("late"), "tone": Tone.BAD}
    return {"said": say("open"), "tone": Tone.WARN}
