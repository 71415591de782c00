"""The files beside the payload of a bag: lists of checksums, and bag-info.txt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from smmkit.bundle.faults import Fault, Kind, fault
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


@dataclass(frozen=True, slots=True)
class Manifest:
    """One list of checksums: the algorithm, and the checksum of each path as written."""

    name: str
    algorithm: str
    of_tags: bool
    sums: Mapping[str, str]
    faults: tuple[Fault, ...]

    @classmethod
    def parse(cls, name: str, text: str, match: re.Match[str], *, strict: bool) -> Manifest:
        """Read a list; what cannot be read becomes a fault. `strict` reads as BagIt 1.0 does."""
        algorithm = match[2].lower().replace("-", "")
        digits = DIGESTS.get(algorithm)
        faults = []
        if digits is None:
            message = say(
                "lists checksums of a kind that is not known: {name}", name=harmless(match[2])
            )
            faults.append(fault(name, Kind.UNKNOWN, message))
        sums: dict[str, str] = {}
        for number, line in enumerate(re.split(r"\r\n|\n|\r", text), 1):
            if not line.strip():
                continue
            parsed = LINE.fullmatch(line)
            if not parsed or digits not in {None, len(parsed[1])}:
                message = say("line {n} is not a checksum and a path", n=number)
                faults.append(fault(name, Kind.UNREADABLE, message))
                continue
            digest, path = parsed[1].lower(), parsed[2]
            if is_outside(path) or bool(match[1]) == path.startswith("data/"):
                message = say("line {n} names a place that this list is not about", n=number)
                faults.append(fault(name, Kind.UNSAFE, message))
            elif path in sums and (strict or sums[path] != digest):
                message = say("line {n} lists a file that stands there already", n=number)
                faults.append(fault(name, Kind.TWICE, message))
            else:
                sums[path] = digest
        return cls(name, algorithm, bool(match[1]), sums, tuple(faults))


def parse_info(text: str) -> tuple[list[tuple[str, str]], list[Fault]]:
    """The labels and values of bag-info.txt, lines that go on joined, and what cannot be read."""
    pairs: list[tuple[str, str]] = []
    faults = []
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        label, colon, value = line.partition(":")
        if line[:1].isspace() and pairs:
            pairs[-1] = (pairs[-1][0], f"{pairs[-1][1]} {line.strip()}".strip())
        elif colon and label.strip():
            pairs.append((label.strip(), value.strip()))
        elif line.strip():
            message = say("line {n} is not a label, a colon and a value", n=number)
            faults.append(fault("bag-info.txt", Kind.UNREADABLE, message))
    return pairs, faults


def is_outside(path: str) -> bool:
    """Whether a path may lead out of the bag on some system."""
    steps = path.replace("\\", "/").split("/")
    return path.startswith(("/", "\\", "~")) or ".." in steps or bool(DRIVE.match(path))


def decoded(data: bytes, encoding: str) -> str:
    """The text of a tag file; a byte order mark is dropped, what is no text is replaced."""
    known = encoding if encoding in ENCODINGS else "utf-8"
    return data.decode(known, "replace").removeprefix("\ufeff")


def unescaped(path: str) -> str:
    """A path of a list with the three characters that RFC 8493 escapes."""
    return re.sub("%(0[AaDd]|25)", lambda found: chr(int(found[1], 16)), path)


def folded(path: str) -> str:
    """A path without what disks may change: case, and how accents are stored."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
