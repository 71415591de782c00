"""Files that hold others (a zip, a letter with its attachments), and texts whose signs hide in markup."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator
from typing import Final

from smmkit.files import archives

MOST, DEEPEST, LARGEST = 200, 2, 32 * 2**20
"""Files in one, files within files, and bytes of all of them that are looked through."""

WITHIN_WORDS: Final = re.compile(
    r"</?(?:a|b|i|u|em|strong|span|font|sub|sup|small|mark|tspan|bdi|wbr|code|s|del|ins)\b[^<>]{0,2000}>",
    re.I,
)
CONTROL: Final = re.compile(
    r"\\'([0-9a-fA-F]{2})|\\(par|line|tab|cell|row)\b ?|\\([~_\-])|\\[a-z]{1,32}-?\d{0,10} ?|[{}\r\n]"
)
MAKER: Final = re.compile(r"\{\\(author|operator|manager) ([^{}]{1,200})\}")
LETTERS: Final = ("text/plain", "text/html", "text/csv", "text/calendar", "text/vcard")
HEAD: Final = ("From", "To", "Cc", "Bcc", "Reply-To", "Subject")


def of_markup(text: str) -> str:
    """A text without the marks that part its letters; what stands in these comes behind it."""
    marks = WITHIN_WORDS.findall(text)
    return html.unescape("\n".join((WITHIN_WORDS.sub("", text), *marks)))


def of_rtf(text: str) -> str:
    """What an RTF file says."""
    return CONTROL.sub(sign_of, text)


def makers_of_rtf(text: str) -> Iterator[tuple[str, str]]:
    """Who made an RTF file, by what it says of itself."""
    for maker in MAKER.finditer(text):
        yield maker[1], of_rtf(maker[2]).strip()


def sign_of(control: re.Match[str]) -> str:
    """What a control word stands for."""
    if control[1]:
        return bytes.fromhex(control[1]).decode("cp1252", "replace")
    if control[3]:
        return {"~": " ", "_": "-", "-": ""}[control[3]]
    return "\n" if control[2] else ""


def in_zip(data: bytes) -> Iterator[tuple[str, bytes | None]]:
    """The files in an archive; None for one that cannot be read.

    Raises:
        ArchiveError: it is dangerous, or holds too much.
    """
    with archives.opened(io.BytesIO(data)) as archive:
        parts = [part for part in archive.infolist() if not part.is_dir()]
        is_much = len(parts) > MOST or sum(part.file_size for part in parts) > LARGEST
        for part in parts:
            is_closed = part.flag_bits & 1 or part.compress_type not in archives.METHODS
            yield part.filename, None if is_much or is_closed else archive.read(part)


def in_letter(data: bytes) -> Iterator[tuple[str, bytes | None]]:
    """The head, the texts and the attachments of an e-mail."""
    import email
    from email.policy import default

    if len(data) > LARGEST:
        yield "-", None
        return
    letter = email.message_from_bytes(data, policy=default)
    head = "\n".join(f"{name}: {value}" for name in HEAD for value in letter.get_all(name, []))
    yield "head.txt", head.encode("utf-8", "replace")
    for number, part in enumerate(letter.walk()):
        if part.is_multipart():
            continue
        kind, name = part.get_content_type(), part.get_filename()
        body = part.get_payload(decode=True)
        end = ".html" if kind == "text/html" else ".txt"
        given = name or (f"text {number}{end}" if kind in LETTERS else kind)
        yield given, body if isinstance(body, bytes) else None
