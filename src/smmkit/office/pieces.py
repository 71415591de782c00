"""All the text in a file, piece by piece, each with its place: also what a reader of it does not see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from time import process_time
from typing import Any, Final

from smmkit.cells import DELIMITERS
from smmkit.files.archives import ArchiveError
from smmkit.office import apart
from smmkit.office.envelopes import DEEPEST, in_letter, in_zip, makers_of_rtf, of_markup, of_rtf
from smmkit.office.reading import PICTURES, suffix
from smmkit.office.zipped import OfficeError, is_large
from smmkit.words import Message, say
from smmkit.yaml_text.decoding import MAX_TEXT, said_encoding

MARKUP: Final = frozenset(
    {
        *(".docx", ".docm", ".dotx", ".xlsx", ".xlsm", ".pptx", ".pptm", ".ppsx"),
        *(".odt", ".ods", ".odp", ".vsdx"),
    }
)
TEXTS: Final = frozenset(
    {
        *(".txt", ".csv", ".tsv", ".md", ".html", ".htm", ".json", ".xml", ".yaml", ".yml", ".log"),
        *(".rtf", ".ics", ".vcf", ".svg", ".drawio", ".tex", ".typ", ".sql"),
    }
)
MARKED: Final = frozenset({".html", ".htm", ".xml", ".svg", ".drawio"})
HOLDERS: Final = frozenset({".zip", ".eml"})
SHOWN: Final = frozenset({*PICTURES, ".gif", ".webp", ".bmp", ".heic"}) - {".vsdx", ".drawio"}
TITLES: Final = 5
"""In so many lines the headings of a table come, below what stands over it."""

MAX_PIECES: Final = 200_000
"""Cells of a text that are read, as bytes only so many as of a document; that there are more is told."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text: where it stands (a word for the sort of place, then what names it)."""

    place: tuple[str, ...]
    text: str
    context: str = ""
    """The heading of its column, or the label before it."""


@dataclass(slots=True)
class Pieces:
    """What a file holds, and why something in it could not be read as text."""

    found: list[Piece] = field(default_factory=list)
    unread: list[Message] = field(default_factory=list)


def pieces(name: str, data: bytes, depth: int = 0) -> Pieces:
    """All the text in a file; what no text can be read from says why, and never raises."""
    try:
        return _pieces(name, data, depth)
    except (OfficeError, ArchiveError) as error:
        return Pieces(unread=[error.message])
    except Exception:  # noqa: BLE001 - a reader may stumble in any way over bytes
        return Pieces(unread=[say("it is damaged, or no file of this sort")])


def _pieces(name: str, data: bytes, depth: int) -> Pieces:
    end = suffix(name)
    if not data:
        return Pieces()
    if end in MARKUP:
        return answer(apart.ask("all office", data) if is_large(data) else everything(data))
    if end == ".pdf":
        return answer(apart.ask("all pdf", data))
    if end in SHOWN:
        from smmkit.office.pictures import said_by

        found = [Piece(("property", key), text) for key, text in said_by(data)]
        return Pieces(found, [say("it is a picture")])
    if end in TEXTS:
        texts = lines(data, end)
        found = list(islice(texts, MAX_PIECES))
        is_cut = len(data) > MAX_TEXT or next(texts, None)
        drawn = [PICTURED] if end in MARKED and WITHIN.search(data) else []
        return Pieces(found, [CUT, *drawn] if is_cut else drawn)
    if end in HOLDERS and depth < DEEPEST:
        return within(data, end, depth) if depth else of_json(apart.ask(f"all {end[1:]}", data))
    return Pieces(
        unread=[say("smmkit reads no {format}", format=end or say("file without an ending"))]
    )


def within(data: bytes, end: str, depth: int = 0) -> Pieces:
    """All the text in the files that a file holds, as far as the time goes that there is for one."""
    found, is_slow, until = Pieces(), False, process_time() + apart.CPU / 2
    for name, inner in in_zip(data) if end == ".zip" else in_letter(data):
        below = UNREAD if is_slow or inner is None else pieces(name, inner, depth + 1)
        is_slow = is_slow or process_time() > until
        found.found.append(Piece(("inside", name), name.replace("_", " ")))
        found.found += [replace(one, place=("inside", name)) for one in below.found]
        if below.unread:
            found.unread.append(say("{part} in it cannot be read as text", part=name))
    return found


def as_json(found: Pieces) -> Any:
    """Pieces as JSON knows them."""
    told = [[one.text, one.values] for one in found.unread]
    return [[one.place, one.text, one.context] for one in found.found], told


def of_json(said: Any) -> Pieces:
    """The same the other way round."""
    texts, unread = said
    found = [Piece(tuple(place), text, context) for place, text, context in texts]
    return Pieces(found, [Message(text, values) for text, values in unread])


UNREAD: Final = Pieces(unread=[say("a password protects it")])


PICTURED: Final = say("a picture stands in it")
WITHIN: Final = re.compile(rb"data:\s{0,9}image/", re.IGNORECASE)
"""How a picture begins that is written down in a text."""
CUT: Final = say("it is longer than what is read; the rest is not known")


def everything(data: bytes) -> tuple[list[tuple[tuple[str, ...], str, str]], list[tuple[str, str]]]:
    """The same of a file of an office program, as JSON knows it."""
    from smmkit.office.parts import office_texts

    return office_texts(data)


def answer(found: tuple[list[tuple[tuple[str, ...], str, str]], list[tuple[str, str]]]) -> Pieces:
    """Pieces of what a reader apart has found."""
    texts, unread = found
    return Pieces(
        [Piece(tuple(place), text, context) for place, text, context in texts],
        [why_unread(why, at) for why, at in unread],
    )


def why_unread(why: str, at: str) -> Message:
    """Why a part of a file could not be read as text."""
    match why:
        case "page":
            return say("page {n} is a picture", n=at)
        case "letters":
            return say("page {n} cannot be read as text", n=at)
        case "picture":
            return say("{part} in it is a picture", part=at)
        case "long":
            return CUT
    return say("{part} in it cannot be read as text", part=at)


def lines(data: bytes, end: str) -> Iterator[Piece]:
    """The lines of a text; of a table its cells, with their headings."""
    text = decoded(data[:MAX_TEXT])
    if end in {".csv", ".tsv"}:
        yield from cells(text)
        return
    if end in MARKED:
        text = of_markup(text)
    elif end == ".rtf":
        yield from (Piece(("author", name), who) for name, who in makers_of_rtf(text))
        text = of_rtf(text)
    yield Piece(("text",), text)


def decoded(data: bytes) -> str:
    """Bytes as text, in the encoding that they look like; no byte is left out."""
    if encoding := said_encoding(data):
        return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def cells(text: str) -> Iterator[Piece]:
    """The cells of a table in text, with their headings; quotes are left where they are, and hold together
    what stands between them.
    """
    from smmkit.office.columns import Columns

    lines = (line for line in text.splitlines() if line.strip())
    sign = max(DELIMITERS, key="\n".join(islice(lines, TITLES)).count)
    cell_of = re.compile(rf'"(?:[^"]|"")*+"(?={re.escape(sign)}|\Z)|[^{re.escape(sign)}]*+')
    columns = Columns()
    for number, line in enumerate(text.splitlines(), 1):
        columns.row()
        start = 0
        while start <= len(line) and (cell := cell_of.match(line, start)):
            context = columns.next(cell[0].strip(' "'))
            if cell[0].strip():
                yield Piece(("line", str(number), str(start + 1)), cell[0], context)
            start = cell.end() + 1
