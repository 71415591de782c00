"""SMM205 missing-file."""

from __future__ import annotations

import re
from typing import Final

from smmkit.analyses.references.files import exists, file_meant, is_folder, refused, resolve
from smmkit.analyses.references.links import Link, every_link
from smmkit.model.marks import FILE
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.seals import normal
from smmkit.words import Message, say

ADDRESS: Final = re.compile(r"(?!file:)[a-z][a-z0-9+.-]{1,20}://|mailto:|www\.", re.IGNORECASE)
"""How an address of the web begins."""

ON_A_DISK: Final = re.compile(r"[A-Za-z]:[\\/]|\\\\|~[\\/]|file:", re.IGNORECASE)
"""How a path begins that holds on one computer only."""


@rule("SMM205", "missing-file", source="ISO 9001, 7.5.3", clause="7.5.3.1")
def missing_file(qms: Qms) -> Problems:
    """A file that a document names lies in the folder, spelled just so.

    Why: what opens on Windows in spite of a capital letter does not open for the auditor; what lies on
    the web or on the disk of one person may be another thing tomorrow.
    """
    for link in qms.fact(every_link):
        if link.mark is FILE and not exists(qms, resolve(link.document, link.target)):
            message, hint = why_missing(qms, link)
            yield problem(link.document, *link.steps, message=message, hint=hint)


def why_missing(qms: Qms, link: Link) -> tuple[Message, Message | None]:
    """Why there is no such file, and what to write or to do."""
    file, path = link.target, resolve(link.document, link.target)
    if ADDRESS.match(file):
        return (
            say("{file} is an address of the web, no file of the folder", file=file),
            say("save what is there as a PDF in the folder, and name the PDF"),
        )
    word = file_meant(qms, link.document, file)
    meant = say("did you mean {word}?", word=word) if word else None
    if ON_A_DISK.match(file):
        return (
            say("{file} is a path on one computer; nobody else has it", file=file),
            meant or say("copy the file into the folder, and write its path from this document"),
        )
    if "\\" in file:
        return (
            say("{file}: folders are parted by `/`, not by a back slash", file=file),
            meant or say("write {word}", word=file.replace("\\", "/")),
        )
    if path.startswith(("../", "/")) or path == "..":
        return (
            say("{file} lies outside the folder of the QMS", file=file),
            say("copy it into the folder"),
        )
    if why := refused(qms, path):
        return say("{path} {reason}", path=why[0], reason=why[1]), None
    if is_folder(qms, path):
        return say("{file} is a folder", file=path), say("name the file in it that is meant")
    if word and normal(resolve(link.document, word)) == normal(path):
        return (
            say(
                "there is no file {file}; one looks the same, its letters and accents are stored "
                "in another way",
                file=path,
            ),
            say("rename the file: type its name anew, not on a Mac; type it here anew, too"),
        )
    return say("there is no file {file}", file=path), meant or say(
        "put the file into the folder, or write the path of one that is there"
    )
