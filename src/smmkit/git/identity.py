"""Who saves: as the reader has told git, as the folder says of itself, or as it was named."""

from __future__ import annotations

import os
import platform
import re
import unicodedata
from hashlib import sha256
from pathlib import Path

from smmkit.git import process
from smmkit.git.desk import refused
from smmkit.git.repository import find
from smmkit.git.settings import listed, settings_in

NOWHERE = "smm.invalid"
"""The address of who has none: a domain that can never be."""

LONGEST = 8
"""So many letters of an author an id has at most."""

MARKS = "bcdfghjkmnpqrstvwxz23456789"
"""What marks of clones are made of: no vowels, so that they make no words, nor what looks like another."""

LENGTH = 3
"""So long is a mark."""

NOBODY = "x"
"""Stands where nobody knows the author."""


def identity(folder: Path) -> tuple[str, str]:
    """The name and the address that git knows the reader by; empty where it knows none.

    These are words and run nothing, so those of the repository itself count, too.

    Raises:
        SmmError: there is a repository, but it cannot be read.
    """
    if process.program() is None:
        return "", ""
    words = ("config", "--includes", "--null", "--list")
    answer = process.run(words, folder, {"GIT_DIR": os.devnull, **process.readers()}, folder)
    found = listed(answer.out) if answer.code == 0 else {}
    if place := find(folder):
        found |= settings_in(place.top, place.own, place.common)
    name = os.environ.get("GIT_AUTHOR_NAME") or found.get("user.name", "")
    address = os.environ.get("GIT_AUTHOR_EMAIL") or found.get("user.email", "")
    return clean(name), clean(address)


def remember(folder: Path, name: str, address: str) -> None:
    """Write down in the repository who works here, so that it need not be said each time.

    Raises:
        SmmError: there is no repository, or its settings cannot be written.
    """
    if place := find(folder):
        file = place.common / "config"
        for key, value in (("user.name", clean(name)), ("user.email", clean(address))):
            words = ("config", "--file", str(file), key, value)
            answer = process.run(words, place.common, {"GIT_DIR": os.devnull}, place.top)
            if answer.code:
                raise refused(answer.said)


def variables(name: str, address: str) -> dict[str, str]:
    """What tells git who makes a commit."""
    who = {"NAME": clean(name), "EMAIL": clean(address)}
    return {
        f"GIT_{role}_{part}": value
        for role in ("AUTHOR", "COMMITTER")
        for part, value in who.items()
    }


def clean(text: str) -> str:
    """A name as git can keep it: in one line, without angle brackets."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f<>]+", " ", text).split())


def is_shared(folder: Path) -> bool:
    """Whether somebody may be writing in another place: the folder is a clone, or has clones or worktrees.

    Raises:
        SmmError: there is a repository, but it cannot be read.
    """
    if not (place := find(folder)):
        return False
    settings = settings_in(place.top, place.own, place.common)
    remote = any(name.startswith("remote.") and name.endswith(".url") for name in settings)
    return remote or (place.common / "worktrees").is_dir()


def suffix_of(folder: Path) -> str:
    """What ids end in that this author makes in this clone: the name, and a mark of both, since two authors
    may have one name, and one author two clones.

    Raises:
        SmmError: there is a repository, but it cannot be read.
    """
    who = (*identity(folder), platform.node(), str(folder.resolve()))
    number = int.from_bytes(sha256("\0".join(who).encode()).digest())
    mark = "".join(MARKS[number // len(MARKS) ** i % len(MARKS)] for i in range(LENGTH))
    return (author_of(folder) or NOBODY) + mark


def author_of(folder: Path) -> str:
    """The author in a few small letters; empty where nobody knows who it is.

    Raises:
        SmmError: there is a repository, but it cannot be read.
    """
    name, address = identity(folder)
    local = "" if address.endswith(NOWHERE) else address.partition("@")[0]
    for text in (local.partition("+")[2], local, name):
        plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
        if found := re.search(r"[a-z][a-z0-9]*", plain):
            return found[0][:LONGEST]
    return ""
