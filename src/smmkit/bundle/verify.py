"""What a bag says of itself, held against what lies there: a folder or a zip, ours or another's."""

from __future__ import annotations

import hashlib
import re
import stat
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO

from smmkit.bundle import age, encryption
from smmkit.bundle.claims import Claims, judge_lists
from smmkit.bundle.container import Container, Folder, Zip
from smmkit.bundle.encryption import LockedError, Password, nobody
from smmkit.bundle.faults import Fault, Faults, Kind, fault, unread
from smmkit.bundle.parts import opened
from smmkit.bundle.tags import ENCODINGS, MANIFEST, MAX_LINES, Manifest, ManifestReader, parse_info
from smmkit.bundle.verdict import Verdict
from smmkit.errors import SmmError, reason
from smmkit.few import FEW
from smmkit.files import archives
from smmkit.files.archives import ArchiveError
from smmkit.words import harmless, say

VERSIONS = {"0.93", "0.94", "0.95", "0.96", "0.97", "1.0"}
DECLARATION = re.compile(r"BagIt-Version: ([0-9.]+)\s+Tag-File-Character-Encoding: (\S+)\s*")
OXUM = re.compile(r"([0-9]{1,18})\.([0-9]{1,18})")

MAX_LISTS = 20
"""A bag has a list for each sort of checksum, and there are six."""

MAX_TAGS = 64 * 2**20
"""Bytes of all lists together; what is more is not read."""

MAX_WORDS = 2**20
"""Bytes of a tag file that is no list."""

MAX_UNPACKED, MAX_RATIO = 256 * 2**20, 20
"""A zip may unpack to so many bytes, or to so many times its own."""

OURS = "tagmanifest-sha512.txt"
"""The list that every bag of smmkit has; its checksum is the identity of the bag."""


def verify(path: Path, most: int | None = FEW, password: Password = nobody) -> Verdict:
    """Read a bag, and find all that is wrong with it in one run; of one kind, tell so many.

    Why: stricter than RFC 8493 in one point. A file beside `data/` that nothing lists is a fault:
    else a page could be slipped in front of an auditor.

    Raises:
        SmmError: there is no bag at PATH.
    """
    if path.is_dir():
        return examine(Folder(path), most)
    try:
        if path.exists() and not stat.S_ISREG(path.stat().st_mode):
            raise SmmError(say("{path} is neither a folder nor a zip", path=str(path)))
        with opened(path) as stream:
            begins = stream.read(age.HEAD)
            age.refuse(path, begins)
            if not begins.startswith(b"PK") and path.suffix.lower() != ".zip":
                raise SmmError(say("{path} is neither a folder nor a zip", path=str(path)))
            return unzipped(path, encryption.opened(stream, password), stream, most)
    except LockedError as error:
        return Verdict((fault(path.name, Kind.ENCRYPTED, error.message),))
    except ArchiveError as error:
        return Verdict((fault(path.name, Kind.UNSAFE, error.message),))
    except OSError as error:
        raise SmmError(
            say("{path} cannot be opened: {reason}", path=str(path), reason=reason(error))
        ) from error
    except SmmError:
        raise
    except Exception:  # noqa: BLE001 - zipfile raises a dozen kinds on broken bytes
        message = say("the zip is damaged or was cut off on its way; ask for it again")
        return Verdict((fault(path.name, Kind.DAMAGED, message),))


def unzipped(path: Path, archive: zipfile.ZipFile, stream: IO[bytes], most: int | None) -> Verdict:
    """The verdict on a zip that lies in a file.

    Raises:
        ArchiveError: it unpacks to far more than it is.
    """
    packed = stream.seek(0, 2)
    unpacked = sum(entry.file_size for entry in archive.infolist())
    if unpacked > MAX_UNPACKED + MAX_RATIO * packed:
        raise ArchiveError(
            say(
                "unpacks from {m} to {n} MB, as no files of an agency do; do not extract it",
                n=unpacked // 2**20,
                m=packed // 2**20,
            )
        )
    container = Zip(path, archive)
    if not archives.is_read_in_one_way(archive, stream):
        message = say(
            "holds bytes that belong to none of its files, so that another program may unpack other "
            "files from it; ask for it again"
        )
        container.faults.append(fault(path.name, Kind.UNSAFE, message))
    return examine(container, most)


def examine(container: Container, most: int | None) -> Verdict:
    """Every claim of a bag, held against its files."""
    faults = Faults(most)
    faults += container.faults
    tags = tag_files(container, faults)
    version, encoding = "1.0", "utf-8"
    if declared := DECLARATION.fullmatch(tags.get("bagit.txt", b"").decode("utf-8", "replace")):
        version, encoding = declared[1], declared[2].lower()
    faults += judge_declaration(tags, version if declared else None, encoding)
    info = parse_info(tags.get("bag-info.txt", b""), encoding, faults)
    faults += judge_ours(info, tags)
    listing = tags.get(OURS, b"")
    identity = hashlib.sha512(listing).hexdigest() if OURS in tags else ""
    claims: Claims = {}
    strays = [*container.strays]
    strict = version == "1.0"
    manifests = lists_of(tags, encoding, faults, strict)
    faults += judge_lists(manifests, container.sizes.keys(), strict, claims, strays)
    payload = {path for path in container.sizes if path.startswith("data/")} - set(strays)
    size = sum(container.sizes[path] for path in payload)
    faults += judge_count(info, len(payload), size)
    for path, wanted in claims.items():
        faults += judge_file(container, path, wanted)
    return Verdict(
        tuple({found.order: found for found in sorted(faults, key=lambda f: f.order)}.values()),
        identity,
        len(payload),
        size,
        tuple(info),
        dict(faults.passed_over),
        tuple(sorted(map(harmless, strays))),
        listing=listing,
        only_said="bag-info.txt" not in claims and any(k != "Payload-Oxum" for k, _ in info),
    )


def tag_files(container: Container, faults: Faults) -> dict[str, bytes]:
    """The tag files that say something of the bag, whole; what is too large becomes a fault."""
    tags: dict[str, bytes] = {}
    left = MAX_TAGS
    names = sorted(p for p in container.sizes if p in SAYING or MANIFEST.fullmatch(p))
    lists = [name for name in names if name not in SAYING]
    for path in names:
        most = MAX_WORDS if path in SAYING else left
        if container.sizes[path] > most:
            message = say("is larger than any list of files; it is not read")
            faults.append(fault(path, Kind.UNREADABLE, message))
        elif path in lists[MAX_LISTS:]:
            message = say("is one list of checksums too many; it is not read")
            faults.append(fault(path, Kind.UNREADABLE, message))
        else:
            try:
                tags[path] = b"".join(container.blocks(path))
            except Exception as error:  # noqa: BLE001 - zipfile raises a dozen kinds on broken bytes
                faults.append(unread(path, error))
            left -= container.sizes[path]
    return tags


SAYING = ("bagit.txt", "bag-info.txt", "fetch.txt")
"""Tag files that are no lists."""


def lists_of(
    tags: dict[str, bytes], encoding: str, faults: Faults, strict: bool
) -> Iterator[Manifest]:
    """Every list of checksums; its text is let go of when it is read."""
    room = MAX_LINES
    for path in sorted(path for path in tags if path not in SAYING):
        manifest = ManifestReader(path, faults, strict=strict).read(tags.pop(path), encoding, room)
        room -= len(manifest.sums)
        yield manifest


def judge_ours(info: Iterable[tuple[str, str]], tags: Mapping[str, bytes]) -> Iterator[Fault]:
    """What a bag of smmkit lacks: it always has the list that its identity is made from."""
    ours = any(k.lower() == "bag-software-agent" and v.startswith("smmkit") for k, v in info)
    if ours and OURS not in tags:
        message = say("is missing, and smmkit made the bundle with it; ask for the bundle again")
        yield fault(OURS, Kind.MISSING, message)


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
        message = say("names an encoding that is not known: {name}", name=harmless(encoding[:40]))
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


def judge_file(
    container: Container, path: str, claims: Iterable[tuple[str, bytes]]
) -> Iterator[Fault]:
    """Whether a file has the checksums that are claimed for it; it is read once."""
    claims = list(claims)
    sums = {name: hashlib.new(name, usedforsecurity=False) for name, _ in claims}
    try:
        for block in container.blocks(path):
            for digest in sums.values():
                digest.update(block)
    except Exception as error:  # noqa: BLE001 - zipfile raises a dozen kinds on broken bytes
        yield unread(path, error)
        return
    if any(sums[name].digest() != claim for name, claim in claims):
        yield fault(path, Kind.CHANGED, say("is not what it was when the bag was made"))
