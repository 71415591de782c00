"""SMM308 name-not-portable."""

from __future__ import annotations

from unicodedata import normalize

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
    """Every file has a name that Windows can have, none differs only in case or in how accents are written.

    Why: a colleague on Windows or macOS cannot even fetch the folder from git.
    """
    seen: dict[str, str] = {}
    for path in qms.tree.paths():
        message = trouble(path)
        plain = path if path.isascii() else normalize("NFC", path)
        other = seen.setdefault(plain.lower(), path)
        if message is None and other != path:
            differ = say("{path} and {other} are one file on Windows", path=path, other=other)
            alike = say(
                "{path} and another file are one on macOS: the name is written twice, with its accents "
                "apart and joined",
                path=path,
            )
            is_alike = plain == normalize("NFC", other)
            message = alike if is_alike else differ
        if message:
            yield Problem(path, (), message, say("rename it"))
