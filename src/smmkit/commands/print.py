"""smm print: the paper that is to be signed, one PDF for each document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from typer import Argument, Option

from smmkit.console.language import reader
from smmkit.console.lookup import names_and_folder
from smmkit.console.opening import Opened, is_folder, opened
from smmkit.console.options import AsOf, Lang
from smmkit.console.output import show_lines, suffix_of, write_output
from smmkit.console.verb import Purpose, verb
from smmkit.dialogue.meant import things_meant
from smmkit.errors import SmmError
from smmkit.layout import has_home
from smmkit.words import Language, Message, say

if TYPE_CHECKING:
    from smmkit.analyses.lifecycle.signing import Place, Signing
    from smmkit.documents import Document, Record
    from smmkit.qms import Qms


@verb("print", Purpose.DOCUMENTS, order=5)
def command(
    names: Annotated[list[str], Argument(metavar="ID... [FOLDER]")],
    output: Annotated[
        Path | None,
        Option(
            "--output",
            "-o",
            help="The PDF to write, or of several documents the folder; without it, one is named.",
        ),
    ] = None,
    paper: Annotated[
        Literal["a4", "f4"] | None,
        Option(help="A4, or F4 (215 x 330 mm); without it, the paper that qms.yaml names."),
    ] = None,
    role: Annotated[
        list[str] | None,
        Option(
            metavar="ROLE",
            help="A post that signs; may be given several times. Without it, those that approve.",
        ),
    ] = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Make the paper that is to be signed, of a document or a record (an audit, a finding, minutes): text,
    changes, places for signatures, fingerprint.
    """
    from smmkit.analyses.lifecycle.signing import Signing
    from smmkit.approval.checks import first_errors, printable
    from smmkit.approval.paper import still_asked
    from smmkit.documents import Record
    from smmkit.writing import folder_made

    words, folder = names_and_folder(names)
    found = opened(folder, as_of=as_of)
    qms, speech = found.qms, reader(lang, found.qms)
    bad = first_errors(qms)
    documents = [printable(id_, qms, bad) for id_ in things_meant(words, qms, speech)]
    lacking = still_asked([one for one in documents if isinstance(one, Record)], qms)
    files = files_for(documents, output, found)
    for document, file in files:
        folder_made(file.parent)
        signing = Signing(hands(document, qms, role or []), paper)
        write_output(file, drawn(document, found, signing, speech))
        missing = look_at(lacking.get(document.path, []), speech)
        show_lines([written(document, file), *missing], speech)
    return 0


def hands(document: Document | Record, qms: Qms, roles: list[str]) -> tuple[Place, ...]:
    """Whose hands a document asks for; the sheet of a record has places of its own."""
    from smmkit.analyses.lifecycle.signing import places
    from smmkit.documents import Document

    if not isinstance(document, Document):
        return ()
    return tuple(places(qms, document, qms.as_of, tuple(roles)))


def drawn(document: Document | Record, found: Opened, signing: Signing, speech: Language) -> bytes:
    """The PDF of a document that is to be signed: people by their names, whose hands are asked for."""
    from dataclasses import replace

    from smmkit.analyses.lifecycle.state import standings
    from smmkit.documents.submission import Shown
    from smmkit.git import origin_of
    from smmkit.sheets import Seal, sheet

    qms = replace(found.qms, people=Shown.NAMES)
    standing = qms.fact(standings).get(document.id)
    seal = Seal(qms.as_of, standing, origin_of(found.root), signing)
    return sheet(document, qms, speech, seal=seal)


def written(document: Document | Record, file: Path) -> object:
    """What was written, and what comes next."""
    from smmkit.approval.paper import field_of_scan
    from smmkit.documents import Document

    if not isinstance(document, Document):
        return say(
            "{id}: {path}. Once it is signed, name the scan of it in {file}: `{field}:`",
            id=document.id,
            path=str(file),
            file=document.path,
            field=field_of_scan(document),
        )
    given = next((one for one in document.approvals if one.version == document.version), None)
    if given:
        return say(
            "{id}, version {version}: {path}. This version was approved on {day} already; a paper of it is "
            "a copy: smm copies give {id} --to UNIT",
            id=document.id,
            version=document.version,
            path=str(file),
            day=given.on,
        )
    return say(
        "{id}, version {version}: {path}. Once it is signed: smm approve {id} --by PERSON --on DAY "
        "--signed FILE",
        id=document.id,
        version=document.version,
        path=str(file),
    )


def look_at(lacking: list[Message], speech: Language) -> list[str]:
    """The lines that tell what a record still lacks."""
    head = say("Look at this before it is signed:")
    return [speech.say(head), *(f"  {speech.say(one)}" for one in lacking)] if lacking else []


def files_for(
    documents: list[Document | Record], output: Path | None, found: Opened
) -> list[tuple[Document | Record, Path]]:
    """The file of each document.

    Raises:
        SmmError: several would go into one file, or its name is not that of a PDF.
    """
    if output is None:
        folder = folder_for(found)
        return [(one, folder / name_of(one, found)) for one in documents]
    if is_folder(output) or (len(documents) > 1 and not suffix_of(output)):
        return [(one, output / name_of(one, found)) for one in documents]
    if len(documents) > 1:
        raise SmmError(
            say("{path} is one file; for several documents name a folder", path=str(output))
        )
    if suffix_of(output) != "pdf":
        raise SmmError(say("{path}: name a file that ends in .pdf, or a folder", path=str(output)))
    return [(documents[0], output)]


def folder_for(found: Opened) -> Path:
    """Where papers go that nobody has named a place for: here, or beside the documents of a QMS."""
    here = Path.cwd()
    if not any(has_home(folder) for folder in (here, *here.parents)):
        return Path()
    settings = found.qms.settings
    is_english = settings is not None and settings.organization.language == "en"
    return found.root / ("print" if is_english else "cetak")


def name_of(document: Document | Record, found: Opened) -> str:
    """The name of the PDF: the id, the version (a record has none), the first digits of the fingerprint.

    Why: a paper of another text is another file, so that none takes the place of one that was signed.
    """
    from smmkit.analyses.lifecycle.fingerprint import fingerprint
    from smmkit.approval.signed import plain_name

    digits = fingerprint(document, found.qms).removeprefix("sha256:")[:8]
    version = getattr(document, "version", None)
    parts = [plain_name(document.id), *([f"v{plain_name(version)}"] if version else []), digits]
    return "-".join(parts) + ".pdf"
