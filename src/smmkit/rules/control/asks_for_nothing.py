"""SMM382 asks-for-nothing."""

from __future__ import annotations

from smmkit.analyses.proof.wanting import NATURES, is_known
from smmkit.documents import KINDS
from smmkit.problem import Problem, Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, rule
from smmkit.words import say


@rule("SMM382", "asks-for-nothing", severity=Severity.WARNING, source="docs/decisions/0023")
def asks_for_nothing(qms: Qms) -> Problems:
    """What a folder asks of its kinds in standards/ is asked of kinds and fields that there are.

    Why: a word that nothing has asks for nothing, and whoever wrote it trusts that it is watched.
    """
    for path, source in qms.sources.items():
        contents = qms.contents.get(str(source.values.get("id")))
        if source.values.get("kind") != "contents" or contents is None:
            continue
        for number, asked in enumerate(contents.groups):
            for place, word in enumerate(asked.of):
                if not is_known(asked, word):
                    is_kind = word in KINDS or word in NATURES
                    message = (
                        say("{kind} has not all of these fields", kind=word)
                        if is_kind
                        else say("there is no kind {kind}", kind=word)
                    )
                    yield Problem(
                        path,
                        ("groups", number, "fields")
                        if is_kind
                        else ("groups", number, "of", place),
                        message,
                        say("docs/kinds.md lists every kind with its fields"),
                    )
