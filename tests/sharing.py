"""A QMS in a repository, and a place where two people share it."""

from __future__ import annotations

import os
from pathlib import Path

from folders import home, lay
from running import Done, git, smm

HOME = home()
PEOPLE = """\
kind: people
id: ORG-01
title: People
version: "1"
owner: U-1
entries:
  - {id: P-1, title: Ani Contoh}
  - {id: P-2, title: Budi Contoh}
"""
AUDIT = """\
kind: audit
id: {id}
title: {title}
date: 2026-02-01
audit_type: internal
note: {note}
"""
FILES = {"qms.yaml": HOME, "people.yaml": PEOPLE}


def audit(id: str = "AUD-01", title: str = "Audit", note: str = "nothing") -> str:
    return AUDIT.format(id=id, title=title, note=note)


def without_settings(folder: Path) -> dict[str, str]:
    """The environment of somebody who has never told git anything."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    return {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "GIT_CONFIG_SYSTEM": os.devnull}


def save(folder: Path, text: str = "x", *more: object, by: str = "P-1", **env: str) -> Done:
    return smm("save", text, folder, "--by", by, *more, **env)


def share(folder: Path, *more: object, by: str = "P-1", **env: str) -> Done:
    return smm("share", folder, "--by", by, *more, **env)


def two_people(folder: Path, files: dict[str, str] | None = None) -> tuple[Path, Path]:
    """Two folders of one QMS, shared through a third."""
    ours, place, theirs = folder / "ours", folder / "place.git", folder / "theirs"
    lay(ours, {**FILES, **(files or {"audit/AUD-01.yaml": audit()})})
    assert save(ours, "begun", "--begin").returncode == 0
    assert share(ours, "--to", place).returncode == 0
    git(folder, "clone", "-q", str(place), str(theirs))
    return ours, theirs
