"""Where agencies are: QMS folders, bundles and status files, and folders in which such lie."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from smmkit.layout import HOME
from smmkit.loading.recognizing import NO_DOCUMENT, is_document
from smmkit.rollup.status_file import NAME

DEEP = 3
"""So many folders deep agencies are looked for in one another: country, province, office."""


def places_in(named: Iterable[Path]) -> list[Path]:
    """Every place that is meant: a folder that is no QMS stands for those that lie in it, by name.

    One that is meant twice, under whatever path, is one.
    """
    found: list[Path] = []
    for place in named:
        inside = [] if is_one(place) else within(place)
        found += inside or [place]
    return list({os.path.realpath(place): place for place in reversed(found)}.values())[::-1]


def is_one(place: Path) -> bool:
    """Whether a place is an agency itself: a QMS, an unpacked bundle, or a file."""
    return not place.is_dir() or (place / HOME).is_file() or bool(bagged(place))


def within(folder: Path, depth: int = DEEP) -> list[Path]:
    """The agencies in a folder: QMS folders, bundles and status files, in the order of their names.

    Beside folders that are one, every other folder is one that has lost its qms.yaml, or stands in its turn
    for the folders and bundles that lie in it: a province for its offices.
    """
    try:
        there = [one for one in folder.iterdir() if not one.name.startswith(".")]
    except OSError:
        return []
    folders = [one for one in there if one.is_dir()]
    files = [one for one in there if one.suffix in {".zip", ".json"} or not one.exists()]
    inside = {one: within(one, depth - 1) for one in folders if depth and holds_agencies(one)}
    meant = folders if any(map(is_one, folders)) or any(inside.values()) else []
    found = [below for one in sorted(meant) for below in inside.get(one) or [one]]
    return sorted([*found, *(one for one in files if not one.is_dir())])


def holds_agencies(folder: Path) -> bool:
    """Whether no document lies in a folder that is no agency; one that has lost its qms.yaml has others."""
    if folder.is_symlink() or is_one(folder):
        return False
    try:
        there = [one.name for one in folder.iterdir() if not one.is_dir()]
    except OSError:
        return False
    return not any(is_document(name, ()) and not NO_DOCUMENT.search(name) for name in there)


def bagged(folder: Path) -> list[Path]:
    """The status file of an unpacked bundle."""
    try:
        return [one for one in [folder / "data" / NAME] if one.is_file()]
    except OSError:
        return []
