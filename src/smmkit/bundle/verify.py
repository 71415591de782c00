"""What a bag says of itself, held against what lies there: a folder or a zip, ours or another's."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path

from smmkit.bundle.container import Container, Folder, Zip
from smmkit.bundle.faults import Fault, Kind, fault, unread
from smmkit.bundle.tags import (
    DIGESTS,
    ENCODINGS,
    MANIFEST,
    Manifest,
    decoded,
    folded,
    parse_info,
    unescaped,
)
from smmkit.bundle.verdict import Verdict
from smmkit.errors import SmmError, reason
from smmkit.words import harmless, say

VERSIONS = {"0.93", "0.94", "0.95", "0.96", "0.97", "1.0"}
DECLARATION = re.compile(r"BagIt-Version: ([0-9.]+)\s+Tag-File-Character-Encoding: (\S+)\s*")
OXUM = re.compile(r"([0-9]{1,18})\.([0-9]{1,18})")

BLOCK = 2**20
"""Bytes that are read at once."""

MAX_TAG = 64 * 2**20
"""Bytes of a tag file; a larger one is not read."""


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
        raise SmmError(
            say("{path} cannot be opened: {reason}", path=str(path), reason=reason(error))
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


def examine(container: Container) -> Verdict:
    """Every claim of a bag, held against its files."""
    texts = {
        path: tag_bytes(container, path) for path in container.sizes if not path.startswith("data/")
    }
    tags = {path: data for path, data in texts.items() if isinstance(data, bytes)}
    faults = [*container.faults, *(data for data in texts.values() if isinstance(data, Fault))]
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
    sizes = [size for path, size in container.sizes.items() if path.startswith("data/")]
    faults += judge_count(info, len(sizes), sum(sizes))
    wanted: dict[str, list[tuple[str, str]]] = {}
    faults += judge_lists(manifests, container.sizes.keys(), version == "1.0", wanted)
    for path, claims in wanted.items():
        faults += judge_file(container, path, claims)
    identity = tags.get("tagmanifest-sha512.txt")
    return Verdict(
        tuple({found.order: found for found in sorted(faults, key=lambda f: f.order)}.values()),
        hashlib.sha512(identity).hexdigest() if identity is not None else "",
        len(sizes),
        sum(sizes),
        tuple(info),
    )


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


def judge_file(
    container: Container, path: str, claims: Iterable[tuple[str, str]]
) -> Iterator[Fault]:
    """Whether a file has the checksums that are claimed for it; it is read once."""
    claims = list(claims)
    sums = {name: hashlib.new(name, usedforsecurity=False) for name, _ in claims}
    try:
        with container.open(path) as stream:
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


def tag_bytes(container: Container, path: str) -> bytes | Fault:
    """A tag file whole, or why it cannot be read; one that is no text of the bag is not kept."""
    if not (MANIFEST.fullmatch(path) or path in {"bagit.txt", "bag-info.txt", "fetch.txt"}):
        return b""
    try:
        with container.open(path) as stream:
            data = stream.read(MAX_TAG + 1)
    except Exception:  # noqa: BLE001 - zipfile raises a dozen kinds on broken bytes
        return unread(path)
    if len(data) > MAX_TAG:
        return fault(path, Kind.UNREADABLE, say("is larger than any list of files; it is not read"))
    return data
