"""SMM208 file-broken."""

from __future__ import annotations

from smmkit.analyses.references.files import resolve
from smmkit.analyses.references.genuine import broken_files
from smmkit.analyses.references.links import links
from smmkit.model.marks import FILE
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule


@rule("SMM208", "file-broken", source="ISO 9001, 7.5.3", clause="7.5.3.1")
def file_broken(qms: Qms) -> Problems:
    """A file that a document names is what its name says, whole, and opens without a password.

    Why: an empty file, a web page saved as `.pdf` or half a download is found out by the auditor, when
    the real one can no longer be had. The first and last bytes are looked at, not what is between.
    """
    broken = qms.fact(broken_files)
    told: set[tuple[str, str]] = set()
    for link in qms.fact(links) if broken else ():
        path = resolve(link.document, link.target)
        if link.mark is FILE and path in broken and (link.document.path, path) not in told:
            told.add((link.document.path, path))
            message, hint = broken[path]
            yield problem(link.document, *link.steps, message=message, hint=hint)
