"""A signed copy that comes back: taken only if it is one of the text that is being approved."""

from __future__ import annotations

import re
from pathlib import Path

from smmkit.analyses.lifecycle.fingerprint import fingerprint
from smmkit.analyses.lifecycle.signed_copy import DIGITS, Compared, Verdict, compared
from smmkit.approval.sealing import SignedCopy
from smmkit.documents import Document
from smmkit.errors import SmmError, reason
from smmkit.files.plain_file import plain_bytes
from smmkit.office.apart import SLOW
from smmkit.office.genuine import refuse_false
from smmkit.office.sorts import PICTURES
from smmkit.qms import Qms
from smmkit.seals import fingerprints_in
from smmkit.words import Message, say

MAX_BYTES = 100 * 2**20
"""A signed copy is not larger than this."""


def taken_in(file: Path, compared_by: str | None) -> SignedCopy:
    """A file that a person names as the signed copy.

    Raises:
        SmmError: it cannot be read, or is not what its name says.
    """
    if file.suffix.lower() not in {".pdf", *PICTURES}:
        raise SmmError(
            say("{file}: a signed copy is a PDF, or a picture of the paper", file=str(file))
        )
    try:
        if file.stat().st_size > MAX_BYTES:
            raise SmmError(
                say(
                    "{file} is larger than {n} MB; scan it with fewer dots",
                    file=str(file),
                    n=MAX_BYTES // 2**20,
                )
            )
        data = plain_bytes(file)
    except OSError as error:
        raise SmmError(
            say("{file} cannot be opened: {reason}", file=str(file), reason=reason(error))
        ) from error
    refuse_false(file, data)
    return SignedCopy(plain_name(file.name), data, compared_by)


def plain_name(name: str) -> str:
    """The name of a file as it can be kept in any folder: without signs that a disk or YAML refuses."""
    return re.sub(r"[^\w. ()-]+", "-", name).strip(" .") or "signed.pdf"


def check_signed(document: Document, qms: Qms, signed: SignedCopy) -> Message | None:
    """See that a signed copy is one of the text as it is now; what a person should know of it.

    Raises:
        SmmError: it is that of another text, or nobody can tell and nobody has compared it.
    """
    hashes = fingerprints_in(qms.tree, document)
    found = compared(signed.name, signed.data, hashes)
    match found.verdict:
        case Verdict.SAME if found.bare:
            return say(
                "These pages of {file} do not carry the fingerprint; see that they belong to it: {pages}",
                file=signed.name,
                pages=[str(number) for number in found.bare],
            )
        case Verdict.SAME:
            return None
        case Verdict.UNSIGNED:
            raise SmmError(
                say(
                    "{file} is the sheet as it was printed, and nobody has signed it. Name the scan of the "
                    "paper that was signed, or the file after it was signed; without one, leave --signed "
                    "out",
                    file=signed.name,
                )
            )
        case Verdict.OTHER:
            raise SmmError(of_another_text(document, qms, signed, found))
        case Verdict.UNREAD if found.why and found.why != SLOW:
            raise SmmError(
                say(
                    "{file} cannot be kept as the signed copy: {why}. Save it without a password, or scan "
                    "the paper anew, and open it once to see",
                    file=signed.name,
                    why=found.why,
                )
            )
        case _ if signed.compared_by:
            return None
    raise SmmError(
        say(
            "{why}, so nobody can tell whether {file} is {id} as it is now. Compare the two page by page, "
            "then say who did: --compared-by PERSON",
            why=why(found),
            file=signed.name,
            id=document.id,
        )
    )


def why(found: Compared) -> Message:
    """Why a file does not say of which text it is."""
    if found.verdict is Verdict.SCAN:
        return say("no text can be read on a picture")
    if found.verdict is Verdict.UNREAD and found.why:
        return found.why
    return say("no fingerprint stands on its pages")


def of_another_text(document: Document, qms: Qms, signed: SignedCopy, found: Compared) -> Message:
    """That a signed copy is one of another text, and of which, if that is known."""
    known = next(
        (
            say("{id}, version {version}", id=one.id, version=given.version)
            for one in (document, *qms.of(Document))
            for given in one.approvals
            if given.hash.removeprefix("sha256:").startswith(found.other)
        ),
        say("of another text"),
    )
    now = fingerprint(document, qms).removeprefix("sha256:")[:DIGITS]
    return say(
        "{file} carries the fingerprint {other} ({version}), and {id} has {now} now: what was signed is "
        "not this text. Bring back the text that was signed, or print it anew (smm print {id}) and have "
        "that signed",
        file=signed.name,
        other=found.other,
        version=known,
        id=document.id,
        now=now,
    )
