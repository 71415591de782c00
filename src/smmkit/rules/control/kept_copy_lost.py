"""SMM328 kept-copy-lost."""

from __future__ import annotations

from smmkit.analyses.references.files import refused
from smmkit.git.revision import Revision
from smmkit.layout import HOME, ISSUED
from smmkit.problem import Problem
from smmkit.qms import Qms
from smmkit.rules.base import Problems, rule
from smmkit.words import say


@rule("SMM328", "kept-copy-lost", source="ISO 9001, 7.5.3.2", clause="7.5.3.2", compares=True)
def kept_copy_lost(qms: Qms) -> Problems:
    """What was kept under `issued/` stays there, byte for byte (seen with `--since`).

    Why: these are the texts that were approved, and the papers that were signed. Nothing can bring them
    back from the text of today.
    """
    if qms.before is None:
        return
    here = qms.tree.paths()
    for path in qms.before.tree.paths():
        if not path.startswith(ISSUED):
            continue
        if refused(qms, path):
            continue
        if path not in here:
            yield Problem(
                HOME,
                (),
                say("{path} was kept and has been deleted", path=path),
                say("bring it back from git or from the backup"),
            )
        elif not is_same(qms, qms.before, path):
            yield Problem(
                path,
                (),
                say("{path} was kept and has been changed", path=path),
                say("bring it back from git or from the backup"),
            )


def is_same(qms: Qms, before: Qms, path: str) -> bool:
    """Whether a file has the bytes that it had."""
    data = qms.tree.read(path)
    if isinstance(before.tree, Revision):
        return before.tree.has(path, data)
    return before.tree.read(path) == data
