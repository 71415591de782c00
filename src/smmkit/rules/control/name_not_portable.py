"""SMM308 name-not-portable."""

from __future__ import annotations

from smmkit.files.portable import trouble
from smmkit.problem import Problem, Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, rule
from smmkit.words import say


@rule(
    "SMM308",
    "name-not-portable",
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.1",
    clause="7.5.3.1",
)
def name_not_portable(qms: Qms) -> Problems:
    """Every file has a name that Windows can have, and none differs from another only in case.

    Why: a colleague on Windows cannot even fetch the folder from git.
    """
    seen: dict[str, str] = {}
    for path in qms.tree.paths():
        message = trouble(path)
        other = seen.setdefault(path.lower(), path)
        if message is None and other != path:
            message = say("{path} and {other} are one file on Windows", path=path, other=other)
        if message:
            yield Problem(path, (), message, say("rename it"))
