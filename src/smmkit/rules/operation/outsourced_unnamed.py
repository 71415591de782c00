"""SMM986 outsourced-unnamed."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import live
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.process import Process
from smmkit.documents.resources import Delivered, ExternalProviders, ProviderEntry
from smmkit.documents.settings import Settings
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of
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
    Where it is not said where what a provider gives goes, it does a part of a process if that begins by
    naming work and not goods.
    """
    named = {one.provider for one in qms.settings.outsourced} if qms.settings else set()
    for register in live(qms, ExternalProviders):
        for index, entry in enumerate(register.entries):
            parts = [id_ for id_ in entry.about if qms.get(id_, Process)]
            over = entry.until is not None and entry.until < qms.as_of
            if parts and does_a_part(entry, qms) and entry.id not in named and not over:
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


def does_a_part(entry: ProviderEntry, qms: Qms) -> bool:
    """Whether a provider does a part of a process, by what is said or else by what it provides."""
    if entry.delivers:
        return entry.delivers is Delivered.PROCESS
    words = qms.fact(vocabulary)
    deed, goods = (pattern_of(of).search(entry.provides) for of in (words.deeds, words.goods))
    return deed is not None and (goods is None or deed.start() < goods.start())
