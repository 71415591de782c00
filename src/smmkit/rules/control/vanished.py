"""SMM305 vanished."""

from __future__ import annotations

from smmkit.layout import HOME
from smmkit.problem import Problem
from smmkit.qms import Qms
from smmkit.rules.base import Problems, rule
from smmkit.words import say


@rule("SMM305", "vanished", source="ISO 9001, 7.5.3.2", clause="7.5.3.2", compares=True)
def vanished(qms: Qms) -> Problems:
    """What once had an id does not vanish. Seen only against an earlier revision (`--since`).

    Why: a withdrawn document is marked so and kept; a record is kept as long as its retention says.
    """
    if qms.before is None:
        return
    for id_ in sorted(set(qms.before.things) - set(qms.things) - set(qms.stub_of)):
        home, _ = qms.before.homes[id_]
        path = home.path if home.path in qms.sources else HOME
        yield Problem(
            path,
            (),
            say("{id} was in {path} and is gone", id=id_, path=home.path),
            say("bring it back; write `withdrawn:` with a day if it no longer holds"),
        )
