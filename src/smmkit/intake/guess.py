"""What a document is, as far as its name, its properties and its first page say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import PurePosixPath

from smmkit.intake import days
from smmkit.intake.decrees import decree_of
from smmkit.intake.words import any_of, data, holds, meaning
from smmkit.office.reading import Paper


class Found(StrEnum):
    """Where a value was found."""

    NAME = "name"
    PROPERTIES = "properties"
    TEXT = "text"
    LIST = "list"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Guess:
    """A value, and where it was found."""

    value: str = ""
    found: Found = Found.NOWHERE


@dataclass(frozen=True, slots=True)
class Guesses:
    """What one document is taken for; nothing of it is certain."""

    title: Guess
    number: Guess = Guess()
    version: Guess = Guess("1")
    issued: Guess = Guess()
    document_type: Guess = Guess()
    external: bool = False
    issued_by: str = ""
    owner: str = ""
    """As the list of documents calls it."""


MAX_TITLE, MAX_NUMBER = 160, 60

VERSION = re.compile(
    r"(?<![^\W_])(?:no(?:mor|\.)?[ ._]*)?(?:rev(?:isi|ision)?|ver(?:si|sion)?|v|edisi)"
    r"[ ._-]*(?:ke[ ._-]*)?(\d{1,3}(?:\.\d{1,3}){0,2})(?![\d])",
    re.I,
)
NUMBER = re.compile(
    r"^(?!(?:IMG|SCAN|DOC|DOK|WA|DSC|FILE|REV|V)[\d._ -])"
    r"((?:[A-Z][-._/](?=[A-Z]{2}))?(?:[A-Z]{2,6}[-._/]){1,4}"
    r"(?:[A-Z0-9]{1,6}[-._/])*\d{1,4}|SOP \d{1,4})(?![\dA-Za-z])"
)
YEAR_ONLY = re.compile(r"^[A-Z]+[-._ ](19|20)\d\d$")
NOISE = re.compile(rf"\b({any_of('noise_in_names')})\b", re.I)
JUNK = re.compile(
    r"^(microsoft (word|excel|powerpoint)\b.*|.*\.(docx?|xlsx?|pdf|pptx?)|untitled.*|document ?\d*"
    r"|dokumen ?\d*|book ?\d*|buku ?\d*|powerpoint presentation|presentation ?\d*|slide \d+|title|judul)$",
    re.I,
)
MACHINE = re.compile(r"^(img|scan|dsc|wa|doc|dok|file|pindai)?[-_ ]?[\d_ -]*$", re.I)
"""Names that machines give."""

LABELS = {
    "title": r"nama(?=\s*:)|judul(?:\s+(?:sop|dokumen|prosedur))?|nama\s+(?:sop|dokumen|prosedur)",
    "named": r"judul(?:\s+(?:sop|dokumen|prosedur))?|nama\s+(?:sop|dokumen|prosedur)",
    "about": r"(?:nama )?rapat|(?:agenda|acara|hal|perihal|kegiatan)(?: rapat)?(?=\s*[:|])",
    "number": r"(?:nomor|no\.?)\s*(?:sop|dokumen|dok\.?|surat)|(?:kode|nomor)(?:\s+dokumen)?",
    "version": r"(?:no\.?|nomor|status)?\s*(?:edisi\s*/\s*)?"
    r"(?:revisi|versi|rev\.?|revision|version)(?:\s+ke)?",
    "issued": r"(?:tanggal|tgl\.?)\s*(?:terbit|pengesahan|ditetapkan|penetapan|efektif|berlaku|diterbitkan)"
    r"|(?:hari ?(?:[/,]|dan)? ?)?(?:tanggal|tgl)(?:\s+(?:rapat|pelaksanaan))?(?=\s*[:|])"
    r"|(?:ditetapkan|disahkan|diterbitkan)\s+(?:di\s+\w+,?\s+)?(?:pada\s+)?(?:tanggal|(?=\d))"
    r"|date of issue|issue date|effective date",
}
"""What stands before a value on a first page: `Nomor SOP : 01/BKD`."""

OF_SOMEBODY = re.compile(rf"(?:{any_of('lines_of_somebody')})\b[^:]{{0,30}}:", re.I)
"""A line that says more of somebody: what stands at `Nama` beside it is no title."""

HEADINGS = re.compile(r"^no(?:mor|\.)?\s*\|", re.I)
"""How the headings of a table begin: what stands beside a word there is the next heading, no value."""

A_HEADING = re.compile(
    rf"^({any_of('headings_of_columns')}|no\.? ?(hp|telp?)|pangkat ?/ ?gol.*|tmt.*)\.?$",
    re.I,
)
"""What is the heading of a column, and never a title."""

PLACE_AND_DAY = re.compile(r"^[A-Z][A-Za-z. ]{2,30},\s*(?:tanggal\s*)?(\d{1,2}[ ./-].*)$")


def guesses(path: str, paper: Paper, today: date, lang: str) -> Guesses:
    """What a file is taken for."""
    stem = " ".join(PurePosixPath(path).stem.replace("_", " ").split())
    number, version, issued, rest = parted(stem, today)
    named, numbered = decree_of(paper.lines)
    title = Guess(named, Found.TEXT) if is_title(named) else title_of(rest, paper, stem)
    number = Guess(numbered, Found.TEXT) if numbered else number
    titles = (title.value.partition(":")[0], title.value, stem)
    name, external = type_of(titles, lang)
    if not name:
        name, external = type_of(paper.lines[:12], lang)
        where = Found.TEXT
    else:
        where = title.found if type_of((title.value,), lang)[0] else Found.NAME
    return Guesses(
        title,
        number if number.value else number_of(paper),
        version if version.value else version_of(paper),
        in_text(paper, today) or issued or Guess(),
        Guess(name, where) if name else Guess(),
        external,
    )


def parted(stem: str, today: date) -> tuple[Guess, Guess, Guess | None, str]:
    """What a file name says: number, version, day, and the rest of it."""
    rest = re.sub(r"(?<!\s)\s*+\(\d{1,2}\)$", "", stem)
    number = Guess()
    if (known := NUMBER.match(rest)) and not YEAR_ONLY.match(known[1]):
        number, rest = Guess(known[1], Found.NAME), rest[known.end() :]
    version = Guess()
    if known := VERSION.search(rest):
        version = Guess(known[1], Found.NAME)
        rest = rest[: known.start()] + " " + rest[known.end() :]
    issued = None
    for start, end, day in sorted(days.in_name(rest)):
        if day <= today:
            issued = Guess(day.isoformat(), Found.NAME)
            rest = f"{rest[:start]} {rest[end:]}"
            break
    rest = re.sub(r"^\d{1,3}[.)\s_-]+", "", rest.strip(" -_."))
    return number, version, issued, tidy(NOISE.sub(" ", rest)) or tidy(rest)


def tidy(text: str) -> str:
    """A piece of a name as a title."""
    text = re.sub(r"\((isi|fill in|\s*)\)|\[\s*\]", " ", text.strip())
    text = text[:1].upper() + text[1:]
    if " " not in text:
        text = re.sub(r"[-.+]", " ", text)
    return " ".join(text.strip(" -_.,+").split())


def title_of(rest: str, paper: Paper, stem: str) -> Guess:
    """The title: as the page names it, as its name says, as the file says of itself."""
    is_of_somebody = any(map(OF_SOMEBODY.match, paper.lines))
    said = labelled("named" if is_of_somebody else "title", paper.lines)
    if is_title(said):
        return Guess(said, Found.TEXT)
    words = len(re.findall(r"[^\W\d_]{3,}", rest))
    typed = next((ln for ln in paper.lines[:12] if is_title(ln) and type_of((ln,), "id")[0]), "")
    if words == 1 and " " in typed and holds(typed, [rest]):
        return Guess(typed, Found.TEXT)
    if words == 1 and type_of((rest,), "id")[0] and (about := labelled("about", paper.lines)):
        return Guess(f"{rest}: {about}", Found.TEXT)
    if is_title(rest) and (words > 1 or type_of((rest,), "id")[0]):
        return Guess(rest, Found.NAME)
    if is_title(paper.heading):
        return Guess(paper.heading, Found.TEXT)
    own = " ".join((paper.properties.get("title") or "").split())
    if is_title(own):
        return Guess(own, Found.PROPERTIES)
    if is_title(rest) and not MACHINE.match(rest):
        return Guess(rest, Found.NAME)
    return Guess(typed, Found.TEXT) if typed else Guess(stem or "?", Found.NAME)


def is_title(text: str) -> bool:
    """Whether a text can be a title: a word of letters, not too long, not what programs write."""
    short = len(text) <= MAX_TITLE and "|" not in text and not A_HEADING.match(text)
    return bool(short and re.search(r"[^\W\d_]{3,}", text) and not JUNK.match(text))


def labelled(what: str, lines: tuple[str, ...]) -> str:
    """The value behind a label: in the same line, or in the next cell."""
    sign = r"\s*[:|]?\s*(?:[A-Za-z]{4,6},?\s+)?(?=\d)" if what == "issued" else r"\s*(?:[:|]\s*)+"
    pattern = re.compile(rf"^(?:{LABELS[what]}){sign}(\S.*)$", re.I)
    for line in lines:
        if HEADINGS.match(line):
            continue
        for piece in pieces(line):
            found = pattern.match(piece)
            said = " ".join(found[1].split("|")[0].split()) if found else ""
            if said and not (meaning(said, "identity") or meaning(said, "register")):
                return said
    return ""


def pieces(line: str) -> Iterator[str]:
    """A line, and what it says from each of its cells on."""
    yield line
    cells = line.split("|")
    for n in range(1, len(cells)):
        yield "|".join(cells[n:]).strip()
    for part in line.split(" / ")[1:]:
        yield part.strip()


def number_of(paper: Paper) -> Guess:
    """The number that the first page names."""
    said = labelled("number", paper.lines).strip(" .;")
    fits = len(said) <= MAX_NUMBER and re.search(r"\d", said)
    return Guess(said, Found.TEXT) if fits else Guess()


def version_of(paper: Paper) -> Guess:
    """The version that the first page names, else the file itself; the first, where none does."""
    said = labelled("version", paper.lines)
    if known := re.match(r"^(?:ke[- ]*)?(\d{1,3}(?:[./]\d{1,3}){0,2})(?![\d/.-])", said):
        return Guess(known[1], Found.TEXT)
    own = (paper.properties.get("version") or "").strip()
    if re.fullmatch(r"\d{1,3}(\.\d{1,3}){0,2}", own):
        return Guess(own, Found.PROPERTIES)
    return Guess("1")


def in_text(paper: Paper, today: date) -> Guess | None:
    """The day that the first page names: behind a label, else behind a place: Kupang, 6 April 2020."""
    day = days.first(labelled("issued", paper.lines))
    if day is None:
        lines = (found[1] for ln in paper.lines if (found := PLACE_AND_DAY.match(ln)))
        day = next((known for line in lines if (known := days.first(line))), None)
    return Guess(day.isoformat(), Found.TEXT) if day and day <= today else None


def type_of(texts: tuple[str, ...], lang: str) -> tuple[str, bool]:
    """The sort of document that a title speaks of, and whether others wrote it."""
    for text in texts:
        for sort in data()["types"]:
            if holds(text, sort["words"]):
                return str(sort[lang]), sort.get("origin") == "external"
    return "", False
