"""The fingerprint of a document of a QMS."""

from __future__ import annotations

from smmkit.documents import Information
from smmkit.qms import Qms
from smmkit.seals import fingerprint_in
from smmkit.yaml_text.source import Source


def fingerprint(document: Information, qms: Qms, kept: str = "", without: str = "") -> str:
    """The hash that an approval seals; of the files that are attached, as they lie in the folder.

    Where none is attached it follows from the text alone, and is counted once.
    """
    if kept or without or document.attached:
        return fingerprint_in(qms.tree, document, kept, without)
    known = qms.fact(_of_texts)
    if document.source not in known:
        known[document.source] = fingerprint_in(qms.tree, document)
    return known[document.source]


def _of_texts(_: Qms) -> dict[Source, str]:
    """The fingerprints of the texts that were asked for already."""
    return {}
