"""SMM326 version-lowered."""

from __future__ import annotations

from smmkit.documents import Document
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.rules.control.version_goes_back import order
from smmkit.words import say


@rule("SMM326", "version-lowered", source="ISO 9001, 7.5.3.2", clause="7.5.3.2", compares=True)
def version_lowered(qms: Qms) -> Problems:
    """The version of a document only rises (seen with `--since`).

    Why: a number that comes back means two texts, and who reads `version 2` cannot tell which.
    """
    if qms.before is None:
        return
    for document in qms.of(Document):
        old = qms.before.get(document.id, Document)
        if old and order(document.version) < order(old.version):
            yield problem(
                document,
                "version",
                message=say(
                    "{id} was version {old} and is version {version} now",
                    id=document.id,
                    old=old.version,
                    version=document.version,
                ),
                hint=say(
                    "a text that comes back gets a version higher than {old}", old=old.version
                ),
            )
