"""The fingerprint of a document of a QMS."""

from __future__ import annotations

from smmkit.documents import Information
from smmkit.qms import Qms
from smmkit.seals import fingerprint_in


def fingerprint(document: Information, qms: Qms, kept: str = "", without: str = "") -> str:
    """The hash that an approval seals; of the files that are attached, as they lie in the folder."""
    return fingerprint_in(qms.tree, document, kept, without)
