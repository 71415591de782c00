"""What a bag says of itself, held against what lies there: a folder or a zip, ours or another's."""

from __future__ import annotations

import hashlib
import re
import stat
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from enum import StrEnum
from os import scandir
from pathlib import Path
from typing import IO, Protocol

from smmkit.errors import SmmError
from smmkit.words import Message, say

VERSIONS = {"0.93", "0.94", "0.95", "0.96", "0.97", "1.0"}
DIGESTS = {"md5": 32, "sha1": 40, "sha224": 56, "sha256": 64, "sha384": 96, "sha512": 128}
"""The algorithms that are known, and the hexadecimal digits of their checksums."""

ENCODINGS = {
    *("utf-8", "utf8", "utf-16", "utf-16le", "utf-16be"),
    *("us-ascii", "ascii", "iso-8859-1", "latin-1", "windows-1252"),
}
MANIFEST = re.compile(r"(tag)?manifest-([^/]+)\.txt")
LINE = re.compile(r"([0-9A-Fa-f]+)[ \t]+\*?(?:\./)*(\S.*)", re.DOTALL)
DECLARATION = re.compile(r"BagIt-Version: ([0-9.]+)\s+Tag-File-Character-Encoding: (\S+)\s*")
OXUM = re.compile(r"([0-9]{1,18})\.([0-9]{1,18})")
DRIVE = re.compile(r"[A-Za-z]:")

BLOCK = 2**20
"""Bytes that are read at once."""

MAX_TAG = 64 * 2**20
"""Bytes of a tag file; a larger one is not read."""


class Kind(StrEnum):
    """What can be wrong with a bag."""

    CHANGED = "changed"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    MISCOUNTED = "miscounted"
    MISSING = "missing"
    REMOTE = "remote"
    TWICE = "twice"
    UNKNOWN = "unknown"
    UNLISTED = "unlisted"
    UNREADABLE = "unreadable"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, and the file in the bag that it is wrong with."""

    path: str
    kind: Kind
    message: Message

    @property
    def order(self) -> tuple[str, ...]:
        """Where it stands in the list: by file, then kind, then words."""
        return (self.path, self.kind, self.message.text, str(self.message.values))


@dataclass(frozen=True, slots=True)
class Verdict:
    """A bag after it was read to the last byte.

    `identity` is the SHA-512 of its tagmanifest-sha512.txt, empty where it has none; `files` and
    `size` (bytes) count what lies below `data/`; `info` are the lines of bag-info.txt.
    """

    faults: tuple[Fault, ...]
    identity: str = ""
    files: int = 0
    size: int = 0
    info: tuple[tuple[str, str], ...] = ()

    @property
    def sound(self) -> bool:
        """Whether every file is what the bag says, and none is missing or added."""
        return not self.faults


def verify(path: Path) -> Verdict:
    """Read a bag, and find all that is wrong with it in one run.

    Why: stricter than RFC 8493 in one point. Where a bag has a tag manifest, a file beside `data/`
    that it does not list is a fault: else a page could be slipped in front of an auditor.

    Raises:
        SmmError: there is no bag at PATH.
    """
    if path.is_dir():
        return examine(Folder(path))
    try:
        with path.open("rb") as stream:
            begins = stream.read(2)
    except OSError as error:
        reason = error.strerror or str(error)
        raise SmmError(
            say("{path} cannot be opened: {reason}", path=str(path), reason=reason)
        ) from error
    if begins != b"PK" and path.suffix.lower() != ".zip":
        raise SmmError(say("{path} is neither a folder nor a zip", path=str(path)))
    try:
        archive = zipfile.ZipFile(path)
    except Exception:  # noqa: BLE001 - zipfile raises a dozen kinds on broken bytes
        message = say("the zip is damaged or was cut off on its way; ask for it again")
        return Verdict((fault(path.name, Kind.DAMAGED, message),))
    with archive:
        if any(entry.flag_bits & 1 for entry in archive.infolist()):
            message = say(
                "the zip is encrypted; extract it with its password, then check the folder"
            )
            return Verdict((fault(path.name, Kind.ENCRYPTED, message),))
        return examine(Zip(path, archive))


class Shelf(Protocol):
    """Where the files of a bag lie: their sizes by path, and what could not be put on it."""

    sizes: dict[str, int]
    faults: list[Fault]

    def open(self, path: str) -> IO[bytes]:
        """One file, to be read in blocks; what it raises on broken bytes is not known."""
        ...


def examine(shelf: Shelf) -> Verdict:
    """Every claim of a bag, held against its files."""
    texts = {path: tag_bytes(shelf, path) for path in shelf.sizes if not path.startswith("data/")}
    tags = {path: data for path, data in texts.items() if isinstance(data, bytes)}
    faults = [*shelf.faults, *(data for data in texts.values() if isinstance(data, Fault))]
    version, encoding = "1.0", "utf-8"
    if declared := DECLARATION.fullmatch(tags.get("bagit.txt", b"").decode("utf-8", "replace")):
        version, encoding = declared[1], declared[2].lower()
    faults += judge_declaration(tags, version if declared else None, encoding)
    manifests = [
        Manifest.parse(path, decoded(tags[path], encoding), match, strict=version == "1.0")
        for path in sorted(tags)
        if (match := MANIFEST.fullmatch(path))
    ]
    faults += (found for manifest in manifests for found in manifest.faults)
    info, lines = parse_info(decoded(tags.get("bag-info.txt", b""), encoding))
    faults += lines
    sizes = [size for path, size in shelf.sizes.items() if path.startswith("data/")]
    faults += judge_count(info, len(sizes), sum(sizes))
    wanted: dict[str, list[tuple[str, str]]] = {}
    faults += judge_lists(manifests, shelf.sizes.keys(), version == "1.0", wanted)
    for path, claims in wanted.items():
        faults += judge_file(shelf, path, claims)
    identity = tags.get("tagmanifest-sha512.txt")
    return Verdict(
        tuple({found.order: found for found in sorted(faults, key=lambda f: f.order)}.values()),
        hashlib.sha512(identity).hexdigest() if identity is not None else "",
        len(sizes),
        sum(sizes),
        tuple(info),
    )


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
                "lists checksums of a kind that is not known: {name}", name=shown(match[2])
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


def judge_declaration(
    tags: Mapping[str, bytes], version: str | None, encoding: str
) -> Iterator[Fault]:
    """What bagit.txt lacks, and what the bag needs that is not done here."""
    if "bagit.txt" not in tags:
        yield fault("bagit.txt", Kind.MISSING, say("is missing"))
    elif version is None:
        message = say("does not say the version of BagIt and the encoding in its two lines")
        yield fault("bagit.txt", Kind.UNREADABLE, message)
    elif version not in VERSIONS:
        message = say("names a version of BagIt that is not known: {version}", version=version[:20])
        yield fault("bagit.txt", Kind.UNKNOWN, message)
    if encoding not in ENCODINGS:
        message = say("names an encoding that is not known: {name}", name=shown(encoding[:40]))
        yield fault("bagit.txt", Kind.UNKNOWN, message)
    if "fetch.txt" in tags:
        message = say("leaves files to be fetched from elsewhere; ask for a bag that is complete")
        yield fault("fetch.txt", Kind.REMOTE, message)


def judge_count(info: Iterable[tuple[str, str]], files: int, size: int) -> Iterator[Fault]:
    """What bag-info.txt says of the number and the bytes of the payload."""
    for label, value in info:
        if label.lower() != "payload-oxum":
            continue
        if not (said := OXUM.fullmatch(value)):
            message = say("Payload-Oxum is not two numbers with a dot between")
            yield fault("bag-info.txt", Kind.UNREADABLE, message)
        elif (int(said[1]), int(said[2])) != (size, files):
            message = say(
                "says {said_files} files of {said_size} bytes in all; there are {files} of {size}",
                said_files=int(said[2]),
                said_size=int(said[1]),
                files=files,
                size=size,
            )
            yield fault("bag-info.txt", Kind.MISCOUNTED, message)


def judge_lists(
    manifests: Iterable[Manifest],
    present: Set[str],
    strict: bool,
    wanted: dict[str, list[tuple[str, str]]],
) -> Iterator[Fault]:
    """Files that are listed but missing, or there but not listed.

    `wanted` is filled with the algorithms and checksums that are claimed for each file.
    """
    lists: Counter[bool] = Counter()
    listed: Counter[str] = Counter()
    for manifest in manifests:
        lists[manifest.of_tags] += 1
        for written, path in matched(manifest.sums, present, strict).items():
            if path is None:
                yield fault(written, Kind.MISSING, say("is missing"))
            else:
                listed[path] += 1
                claims = wanted.setdefault(path, [])
                if manifest.algorithm in DIGESTS:
                    claims.append((manifest.algorithm, manifest.sums[written]))
    if not lists[False]:
        message = say("there is no list of the files below data, so none of them can be checked")
        yield fault("manifest-sha512.txt", Kind.MISSING, message)
    for path in present:
        payload = path.startswith("data/")
        due = lists[False] if strict and payload else min(lists[not payload], 1)
        if listed[path] < due and not path.startswith("tagmanifest-"):
            yield fault(path, Kind.UNLISTED, say("is there but not listed"))


def judge_file(shelf: Shelf, path: str, claims: Iterable[tuple[str, str]]) -> Iterator[Fault]:
    """Whether a file has the checksums that are claimed for it; it is read once."""
    claims = list(claims)
    sums = {name: hashlib.new(name, usedforsecurity=False) for name, _ in claims}
    try:
        with shelf.open(path) as stream:
            while block := stream.read(BLOCK):
                for digest in sums.values():
                    digest.update(block)
    except Exception:  # noqa: BLE001 - zipfile raises a dozen kinds on broken bytes
        yield unread(path)
        return
    if any(sums[name].hexdigest() != claim for name, claim in claims):
        yield fault(path, Kind.CHANGED, say("is not what it was when the bag was made"))


def matched(written: Iterable[str], present: Set[str], strict: bool) -> dict[str, str | None]:
    """For each path of a list the file that it means, or None; no file is meant twice.

    Why: a disk may have changed the case of a name or how its accents are stored, and older bags
    do not encode `%`. What is spelled exactly comes first, so that two files never change places.
    """
    exact: dict[str, str | None] = {}
    for path in written:
        spellings = (unescaped(path), path) if strict else (path, unescaped(path))
        exact[path] = next((name for name in spellings if name in present), None)
    spare: dict[str, list[str]] = {}
    for other in present - set(exact.values()):
        spare.setdefault(folded(other), []).append(other)
    for path, name in exact.items():
        near = spare.get(folded(unescaped(path)), []) if name is None else []
        if len(near) == 1:
            exact[path] = near.pop()
    return exact


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


class Folder:
    """A bag on the disk: the folder itself, or the one folder in it that is a bag."""

    def __init__(self, path: Path) -> None:
        try:
            if not is_bag(file.name for file in path.iterdir()):
                inner = [file.parent for file in path.glob("*/bagit.txt")]
                path = inner[0] if len(inner) == 1 else path
            if not is_bag(file.name for file in path.iterdir()):
                raise not_a_bag(path)
        except OSError as error:
            reason = error.strerror or str(error)
            raise SmmError(
                say("{path} cannot be opened: {reason}", path=str(path), reason=reason)
            ) from error
        self.root = path
        self.sizes: dict[str, int] = {}
        self.faults: list[Fault] = []
        self._walk()

    def open(self, path: str) -> IO[bytes]:
        """One file, to be read in blocks."""
        return (self.root / path).open("rb")

    def _walk(self) -> None:
        folders = [""]
        while folders:
            folder = folders.pop()
            try:
                with scandir(self.root / folder) as entries:
                    for entry in entries:
                        path = folder + entry.name
                        if entry.is_symlink():
                            self.faults.append(a_link(path))
                        elif entry.is_dir():
                            folders.append(path + "/")
                        elif entry.is_file():
                            self.sizes[path] = entry.stat().st_size
                        else:
                            self.faults.append(fault(path, Kind.UNSAFE, say("is no plain file")))
            except OSError:
                self.faults.append(unread(folder))


class Zip:
    """A bag in a zip, at its top or in one folder there."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._entries: dict[str, zipfile.ZipInfo] = {}
        self.faults: list[Fault] = []
        for entry in archive.infolist():
            self._take(entry)
        tops = {name.partition("/")[0] for name in self._entries if "/" in name}
        bags = [""] if is_bag(self._entries) else [f"{top}/" for top in tops if self._holds(top)]
        if len(bags) != 1:
            raise not_a_bag(path)
        inside = {name: entry for name, entry in self._entries.items() if name.startswith(bags[0])}
        for name in self._entries.keys() - inside.keys():
            message = say("lies beside the bag, where nothing lists it")
            self.faults.append(fault(name, Kind.UNLISTED, message))
        self._entries = {name.removeprefix(bags[0]): entry for name, entry in inside.items()}
        self.sizes = {name: entry.file_size for name, entry in self._entries.items()}

    def open(self, path: str) -> IO[bytes]:
        """One file, to be read in blocks."""
        return self._archive.open(self._entries[path])

    def _take(self, entry: zipfile.ZipInfo) -> None:
        name = entry.filename.replace("\\", "/")
        while name.startswith("./"):
            name = name[2:]
        if is_outside(name):
            message = say("leads out of the folder that the zip is extracted to; do not extract it")
            self.faults.append(fault(name, Kind.UNSAFE, message))
        elif stat.S_ISLNK(entry.external_attr >> 16):
            self.faults.append(a_link(name))
        elif name in self._entries:
            message = say("is in the zip twice, so it depends on the program which one you see")
            self.faults.append(fault(name, Kind.TWICE, message))
        elif name and not name.endswith("/"):
            self._entries[name] = entry

    def _holds(self, top: str) -> bool:
        start = f"{top}/"
        return is_bag(n.removeprefix(start) for n in self._entries if n.startswith(start))


def tag_bytes(shelf: Shelf, path: str) -> bytes | Fault:
    """A tag file whole, or why it cannot be read; one that is no text of the bag is not kept."""
    if not (MANIFEST.fullmatch(path) or path in {"bagit.txt", "bag-info.txt", "fetch.txt"}):
        return b""
    try:
        with shelf.open(path) as stream:
            data = stream.read(MAX_TAG + 1)
    except Exception:  # noqa: BLE001 - zipfile raises a dozen kinds on broken bytes
        return unread(path)
    if len(data) > MAX_TAG:
        return fault(path, Kind.UNREADABLE, say("is larger than any list of files; it is not read"))
    return data


def fault(path: str, kind: Kind, message: Message) -> Fault:
    """A Fault whose path can be printed anywhere."""
    return Fault(shown(path), kind, message)


def unread(path: str) -> Fault:
    """The Fault of a file whose bytes do not come."""
    return fault(path, Kind.DAMAGED, say("cannot be read to its end; it is damaged or locked"))


def a_link(path: str) -> Fault:
    """The Fault of a link."""
    return fault(path, Kind.UNSAFE, say("is a link; a bag holds the files themselves"))


def not_a_bag(path: Path) -> SmmError:
    """The error of a place that is no bag."""
    return SmmError(
        say("{path} is no bag: there is neither bagit.txt nor a manifest", path=str(path))
    )


def is_bag(names: Iterable[str]) -> bool:
    """Whether files of these names, at its top, make a folder a bag."""
    return any(name == "bagit.txt" or MANIFEST.fullmatch(name) for name in names)


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


def shown(path: str) -> str:
    """A path that a terminal can print: control characters and broken text are escaped."""
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in path
    )
