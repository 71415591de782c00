"""SMM379 outsourced-uncontrolled."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.settings import Settings
from smmkit.model.fields import named
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM379",
    "outsourced-uncontrolled",
    of=Settings,
    severity=Severity.WARNING,
    source="ISO 9001, 8.4.1",
    clause="8.4.1",
)
def outsourced_uncontrolled(home: Settings, qms: Qms) -> Problems:
    """A process that somebody outside carries out has a provider who is known, and is controlled.

    Why: the work can be given away, what it has to be like cannot.
    """
    for index, one in enumerate(home.outsourced if is_live(home, qms) else ()):
        missing = [
            named(type(one), name) for name in ("provider", "controls") if not getattr(one, name)
        ]
        if missing:
            yield problem(
                home,
                "outsourced",
                index,
                "what",
                message=say("this process has no {missing}", missing=missing),
                hint=say("name the provider by its id, and write how it is kept under control"),
            )
