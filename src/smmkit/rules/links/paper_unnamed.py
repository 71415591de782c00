"""SMM209 paper-unnamed."""

from __future__ import annotations

from posixpath import dirname

from smmkit.analyses.references.files import resolve
from smmkit.analyses.references.links import links
from smmkit.loading.recognizing import is_looked_at
from smmkit.model.marks import FILE
from smmkit.problem import Problem, Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, rule
from smmkit.words import say

PAPERS = (".doc", ".docx", ".docm", ".odt", ".rtf", ".xls", ".xlsx", ".xlsm", ".ods", ".pdf")
"""How the name of a paper ends."""


@rule(
    "SMM209",
    "paper-unnamed",
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3",
    clause="7.5.3.1",
)
def paper_unnamed(qms: Qms) -> Problems:
    """A Word, Excel or PDF file that lies among the documents is named by one of them.

    Why: who has put a procedure there as a Word file takes it for a part of the system; it is none.
    """
    ignored = qms.settings.ignore if qms.settings else ()
    places = {dirname(document.path) for document in qms.documents}
    lying = [
        path
        for path in qms.tree.paths()
        if path.lower().endswith(PAPERS) and dirname(path) in places and is_looked_at(path, ignored)
    ]
    told = {stub.path for stub in qms.stubs} | {problem.path for _, problem in qms.found}
    named = {
        resolve(link.document, link.target)
        for link in (qms.fact(links) if lying else ())
        if link.mark is FILE
    }
    for path in lying:
        if path not in named and path not in told:
            yield Problem(
                path,
                (),
                say("{path} is no part of the system: no document names it", path=path),
                say("take it in with `smm import` or `smm adopt`, or name it where it belongs"),
            )
