"""SMM986 outsourced-unnamed."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import live
from smmkit.documents.process import Process
from smmkit.documents.resources import Delivered, ExternalProviders
from smmkit.documents.settings import Settings
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM986",
    "outsourced-unnamed",
    severity=Severity.WARNING,
    source="ISO 9001, 8.4.1 c",
    clause="8.4.1",
    filled=True,
    whole=(Settings,),
)
def outsourced_unnamed(qms: Qms) -> Problems:
    """A process of which somebody outside does a part is named among those that are outsourced.

    Why: what is handed to others is left out of the system where nobody says that it is part of it.
    """
    named = {one.provider for one in qms.settings.outsourced} if qms.settings else set()
    for register in live(qms, ExternalProviders):
        for index, entry in enumerate(register.entries):
            parts = [id_ for id_ in entry.about if qms.get(id_, Process)]
            over = entry.until is not None and entry.until < qms.as_of
            is_part = entry.delivers in {None, Delivered.PROCESS}
            if parts and is_part and entry.id not in named and not over:
                yield problem(
                    register,
                    "entries",
                    index,
                    "about",
                    message=say(
                        "{id} does a part of {processes}, and qms.yaml does not say so",
                        id=entry.id,
                        processes=parts,
                    ),
                    hint=say(
                        "write it under `outsourced:` in qms.yaml, with `provider: {id}` and its controls; "
                        "of goods write here `delivers: into-ours`",
                        id=entry.id,
                    ),
                )
