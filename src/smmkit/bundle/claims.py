"""What the lists of a bag claim of its files, held against the files that are there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Set

from smmkit.bundle.faults import Fault, Kind, fault
from smmkit.bundle.tags import DIGESTS, MANIFEST, Manifest, folded, is_junk, unescaped
from smmkit.words import say

Claims = dict[str, list[tuple[str, bytes]]]
"""For each file the algorithms and the checksums that are claimed for it."""

BARE = ("bagit.txt", "bag-info.txt", "fetch.txt")
"""Files beside `data/` that every bag may have; without a list of them, nothing else may be there."""


def judge_lists(
    manifests: Iterable[Manifest],
    present: Set[str],
    strict: bool,
    claims: Claims,
    strays: list[str],
) -> Iterator[Fault]:
    """Files that are listed but missing, or there but not listed.

    `claims` is filled with what is claimed for each file, `strays` with what a system has left.
    """
    lists: Counter[bool] = Counter()
    listed: Counter[str] = Counter()
    for manifest in manifests:
        lists[manifest.of_tags] += 1
        for written, path in matched(manifest.sums, present, strict):
            if path is None:
                yield fault(written, Kind.MISSING, say("is missing"))
                continue
            listed[path] += 1
            if manifest.algorithm in DIGESTS:
                claims.setdefault(path, []).append((manifest.algorithm, manifest.sums[written]))
    if not lists[False]:
        message = say("there is no list of the files below data, so none of them can be checked")
        yield fault("manifest-sha512.txt", Kind.MISSING, message)
    for path in present:
        payload = path.startswith("data/")
        due = lists[not payload] if strict and payload else 1
        if listed[path] >= due or may_be_unlisted(path, lists[True] > 0):
            continue
        if listed[path] == 0 and is_junk(path):
            strays.append(path)
        else:
            yield fault(path, Kind.UNLISTED, say("is there but not listed"))


def may_be_unlisted(path: str, tags_are_listed: bool) -> bool:
    """Whether a file need not stand in a list: the last list itself, and what every bag has.

    Why: whatever else lies beside `data/` could be slipped in front of an auditor.
    """
    if tags_are_listed:
        return path.startswith("tagmanifest-")
    return path in BARE or MANIFEST.fullmatch(path) is not None


def matched(
    written: Iterable[str], present: Set[str], strict: bool
) -> Iterator[tuple[str, str | None]]:
    """Each path of a list with the file that it means, or None; no file is meant twice.

    Why: a disk may have changed the case of a name or how its accents are stored, and older bags
    do not encode `%`. What is spelled exactly comes first, so that two files never change places.
    """
    used: set[str] = set()
    lost: list[str] = []
    for path in written:
        spellings = (unescaped(path), path) if strict else (path, unescaped(path))
        name = next((name for name in spellings if name in present), None)
        if name is None:
            lost.append(path)
        else:
            used.add(name)
            yield path, name
    spare: dict[str, list[str]] = {}
    for other in present - used if lost else ():
        spare.setdefault(folded(other), []).append(other)
    for path in lost:
        near = spare.get(folded(unescaped(path)), [])
        yield path, near.pop() if len(near) == 1 else None
