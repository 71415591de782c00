"""The files beside the payload of a bag: lists of checksums, and bag-info.txt."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from smmkit.bundle.faults import Faults, Kind, fault
from smmkit.words import harmless, say

DIGESTS = {"md5": 32, "sha1": 40, "sha224": 56, "sha256": 64, "sha384": 96, "sha512": 128}
"""The algorithms that are known, and the hexadecimal digits of their checksums."""

ENCODINGS = {
    *("utf-8", "utf8", "utf-16", "utf-16le", "utf-16be"),
    *("us-ascii", "ascii", "iso-8859-1", "latin-1", "windows-1252"),
}
MANIFEST = re.compile(r"(tag)?manifest-([^/]+)\.txt")
LINE = re.compile(r"([0-9A-Fa-f]+)[ \t]+\*?(?:\./)*(\S.*)", re.DOTALL)
DRIVE = re.compile(r"[A-Za-z]:")
HERE = re.compile(r"(?:\./)*+")
"""What says no more than: from here."""

JUNK = frozenset(
    {".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini", ".apdisk", ".directory", "icon\r"}
)
"""What the systems of computers leave in folders without being asked."""

JUNK_FOLDERS = frozenset(
    {
        *("__macosx", ".spotlight-v100", ".fseventsd", ".trashes", ".temporaryitems"),
        *("system volume information", "$recycle.bin"),
    }
)
"""Folders that they make of their own, on a stick and in a zip."""


MAX_LINES = 400_000
"""So many files can be listed."""

MAX_LINE = 8_192
"""Letters of a line; what is longer is read as several."""

MAX_USELESS = 1_000
"""Where more lines than this say nothing, the rest is not read."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """One list of checksums: the algorithm, and the checksum of each path as written."""

    algorithm: str
    of_tags: bool
    sums: Mapping[str, bytes]


class ManifestReader:
    """Reads one list; `strict` reads as BagIt 1.0 does. What cannot be read becomes a fault."""

    def __init__(self, name: str, faults: Faults, *, strict: bool) -> None:
        match = MANIFEST.fullmatch(name)
        kind = match[2] if match else ""
        self.name, self.faults, self.strict = name, faults, strict
        self.of_tags = bool(match and match[1])
        self.algorithm = kind.lower().replace("-", "")
        self.digits = DIGESTS.get(self.algorithm)
        self.sums: dict[str, bytes] = {}
        if self.digits is None:
            message = say(
                "lists checksums of a kind that is not known: {name}", name=harmless(kind)
            )
            faults.append(fault(name, Kind.UNKNOWN, message))

    def read(self, data: bytes, encoding: str, room: int = MAX_LINES) -> Manifest:
        """The list, as far as there is room for its lines."""
        useless = 0
        for number, line in enumerate(lines_of(data, encoding), 1):
            useless += not self.takes(line, number)
            if useless > MAX_USELESS or len(self.sums) > room:
                message = say("is no list that can be checked; line {n} is the last read", n=number)
                self.faults.append(fault(self.name, Kind.UNREADABLE, message))
                break
        return Manifest(self.algorithm, self.of_tags, self.sums)

    def takes(self, line: str, number: int) -> bool:
        """Whether a line names one more file with its checksum."""
        if not line.strip():
            return False
        parsed = LINE.fullmatch(line)
        if not parsed or self.digits not in {None, len(parsed[1])}:
            kind, message = (
                Kind.UNREADABLE,
                say("line {n} is not a checksum and a path", n=number),
            )
        elif is_outside(path := parsed[2]) or self.of_tags == path.startswith("data/"):
            message = say("line {n} names a place that this list is not about", n=number)
            kind = Kind.UNSAFE
        else:
            digest = bytes.fromhex(parsed[1]) if self.digits else b""
            if path not in self.sums or (not self.strict and self.sums[path] == digest):
                self.sums[path] = digest
                return True
            message = say("line {n} lists a file that stands there already", n=number)
            kind = Kind.TWICE
        self.faults.append(fault(self.name, kind, message))
        return False


def parse_info(data: bytes, encoding: str, faults: Faults) -> list[tuple[str, str]]:
    """The labels and values of bag-info.txt, lines that go on joined."""
    pairs: list[tuple[str, list[str]]] = []
    for number, line in enumerate(lines_of(data, encoding), 1):
        label, colon, value = line.partition(":")
        if line[:1].isspace() and pairs:
            pairs[-1][1].append(line.strip())
        elif colon and label.strip():
            pairs.append((label.strip(), [value.strip()]))
        elif line.strip():
            message = say("line {n} is not a label, a colon and a value", n=number)
            faults.append(fault("bag-info.txt", Kind.UNREADABLE, message))
        if number > MAX_USELESS:
            message = say("has more than {n} lines; the rest is not read", n=MAX_USELESS)
            faults.append(fault("bag-info.txt", Kind.UNREADABLE, message))
            break
    return [(label, " ".join(filter(None, texts))) for label, texts in pairs]


def lines_of(data: bytes, encoding: str) -> Iterator[str]:
    """The lines of a tag file, one after the other; what is no text is replaced."""
    known = encoding if encoding in ENCODINGS else "utf-8"
    if known == "utf-16" and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        known = "utf-16-le"
    stream = io.TextIOWrapper(io.BytesIO(data), known, "replace", newline=None)
    first = True
    while line := stream.readline(MAX_LINE):
        yield line.removeprefix("\ufeff").removesuffix("\n") if first else line.removesuffix("\n")
        first = False


def is_junk(path: str) -> bool:
    """Whether a file is what the system of a computer has left in a folder or a zip."""
    *folders, name = path.lower().split("/")
    return name in JUNK or name.startswith("._") or not JUNK_FOLDERS.isdisjoint(folders)


def is_outside(path: str) -> bool:
    """Whether a path may lead out of the bag on some system."""
    steps = path.replace("\\", "/").split("/")
    return path.startswith(("/", "\\", "~")) or ".." in steps or bool(DRIVE.match(path))


def unescaped(path: str) -> str:
    """A path of a list with the three characters that RFC 8493 escapes."""
    return re.sub("%(0[AaDd]|25)", lambda found: chr(int(found[1], 16)), path)


def folded(path: str) -> str:
    """A path without what disks may change: case, how accents are stored, and at the end of a name dots
    and blanks, which Windows drops.
    """
    path = "/".join(part.rstrip(". ") for part in path.split("/"))
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
