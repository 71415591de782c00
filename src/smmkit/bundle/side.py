"""What a bundle tells of itself, for comparing. It comes from strangers, so every field is checked."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from smmkit.analyses.leaving.bundles import Paper, Side
from smmkit.bundle import encryption
from smmkit.bundle.container import Container, Folder, Zip
from smmkit.bundle.encryption import Password, nobody
from smmkit.bundle.faults import Faults
from smmkit.bundle.parts import opened
from smmkit.bundle.tags import ManifestReader
from smmkit.bundle.verify import MAX_TAGS, OURS, verify
from smmkit.errors import SmmError
from smmkit.few import FEW
from smmkit.words import harmless, say

MANIFEST, SUMS = "data/manifest.json", "manifest-sha512.txt"
LARGEST = 16 * 2**20
"""Bytes of a manifest; what is more is none of ours."""


def side_of(path: Path, password: Password = nobody) -> Side:
    """What a bundle says of its documents, files and answers.

    Raises:
        SmmError: there is no bundle, it is not whole, or it tells nothing that is understood.
    """
    verdict = verify(path, password=password)
    if verdict.locked:
        why = verdict.faults[0].message
        raise SmmError(say("{path}: {message}", path=str(path), message=why))
    if not verdict.sound:
        raise SmmError(
            say(
                "{path} is not as it was made, so it is not compared; smm verify names what is wrong",
                path=str(path),
            )
        )
    try:
        with bag_at(path, password) as bag:
            identity = hashlib.sha512(read(bag, OURS, MAX_TAGS)).hexdigest()
            reader = ManifestReader(SUMS, Faults(FEW), strict=True)
            sums = reader.read(read(bag, SUMS, MAX_TAGS), "utf-8").sums
            data = json.loads(read(bag, MANIFEST, LARGEST))
        found = side(str(path), identity, data, {name: one.hex() for name, one in sums.items()})
    except SmmError:
        raise
    except Exception as error:
        raise SmmError(
            say("{path} has no data/manifest.json that smmkit has made", path=str(path))
        ) from error
    return found


@contextmanager
def bag_at(path: Path, password: Password) -> Iterator[Container]:
    """The files of a bag that was found whole."""
    if path.is_dir():
        yield Folder(path)
        return
    with opened(path) as stream, encryption.opened(stream, password) as archive:
        yield Zip(path, archive)


def read(bag: Container, name: str, most: int) -> bytes:
    """The bytes of a file.

    Raises:
        ValueError: there are too many, or there is none.
    """
    if bag.sizes.get(name, most + 1) > most:
        raise ValueError(name)
    return b"".join(bag.blocks(name))


def side(place: str, identity: str, data: Any, sums: Mapping[str, str]) -> Side:
    """A bundle by its manifest and its checksums.

    Raises:
        ValueError: a field is not what it has to be.
        KeyError, TypeError, AttributeError: the same.
    """
    if data["schema"] != "smmkit-bundle/1":
        raise ValueError("schema")
    papers: dict[str, Paper] = {}
    files: dict[str, str] = {}
    used = {"data/manifest.json"}
    for one in data["documents"]:
        id_ = text(one["id"])
        if id_ in papers:
            raise ValueError(id_)
        signed = f"data/{text(one['signed'])}"
        papers[id_] = paper(id_, one, sums.get(signed, ""))
        paths = [f"data/{text(name)}" for name in one["files"]]
        used |= {signed, *paths}
        files |= {f"{id_}/{name.rpartition('/')[2]}": sums.get(name, "") for name in paths}
    return Side(
        place,
        identity,
        text(data["submission"]),
        text(data["as_of"]),
        text(data["commit"]),
        papers,
        files,
        {harmless(name): one for name, one in sums.items() if name not in used},
        {text(one["id"]): text(one["reason"]) for one in data["omitted"]},
        frozenset(map(text, data.get("unchanged", ()))),
        {
            f"{text(one['on'])} {text(one['question'])}": text(one["answer"])
            for one in data.get("questions", ())
        },
    )


def paper(id_: str, one: Mapping[str, Any], signed: str) -> Paper:
    """A document as the manifest tells of it; a record, which has no version, is known by its file."""
    version = text(one["version"]) or day_in(text(one["file"]))
    return Paper(
        id_,
        text(one["title"]),
        version,
        text(one["state"]),
        text(one["classification"]),
        text(one["source_sha256"]),
        signed,
    )


def day_in(file: str) -> str:
    """The day in the name of a record's sheet: documents/A-1_2026-02-01_title.pdf."""
    parts = file.rpartition("/")[2].split("_")
    return parts[1] if len(parts) > 1 and len(parts[1]) == len("2026-02-01") else ""


def text(value: Any) -> str:
    """A text of the manifest as it may be shown; what is missing is empty.

    Raises:
        ValueError: it is something else.
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ValueError(value)
    return harmless(value)
