"""SMM205 missing-file."""

from __future__ import annotations

from posixpath import dirname, relpath

from smmkit.analyses.files import exists, nearest, resolve
from smmkit.analyses.links import links
from smmkit.marks import FILE
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, say


@rule("SMM205", "missing-file", source="ISO 9001, 7.5.3", clause="7.5.3.1")
def missing_file(qms: Qms) -> Problems:
    """A file that a document names lies in the folder, spelled just so.

    Why: what opens on Windows in spite of a capital letter does not open for the auditor.
    """
    for link in qms.fact(links):
        if link.mark is not FILE:
            continue
        hint: Message | None = None
        path = resolve(link.document, link.target)
        if exists(qms, path):
            continue
        if path.startswith(("../", "/")) or path == "..":
            message = say("{file} lies outside the folder of the QMS", file=link.target)
            hint = say("copy it into the folder")
        else:
            message = say("there is no file {file}", file=path)
            found = nearest(qms, path)
            found = relpath(found, dirname(link.document.path) or ".") if found else None
            hint = say("did you mean {word}?", word=found) if found else None
        yield problem(link.document, *link.steps, message=message, hint=hint)
