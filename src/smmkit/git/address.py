"""Where a repository is shared: the address, taken from its settings with distrust."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from smmkit.errors import SmmError
from smmkit.git import plain, process
from smmkit.git.desk import Desk, refused
from smmkit.words import harmless, say

ALLOWED = ("https", "http", "ssh", "git", "file")
"""Ways over the line that start nothing but git's own helpers, and ssh."""


@dataclass(frozen=True, slots=True)
class Remote:
    """Where a branch is shared: the name of the place, its address, and the branch there."""

    name: str
    address: str
    branch: str
    folder: Path | None = None
    """The repository, where it lies on this machine."""

    @property
    def ref(self) -> str:
        """The full name of the branch there."""
        return f"refs/heads/{self.branch}"

    @property
    def spoken(self) -> str:
        """The address, without a password that may stand in it."""
        return harmless(re.sub(r"(?<=://)[^/@]*@", "", self.address))


def remote_of(desk: Desk, branch: str) -> Remote | None:
    """Where a branch is shared, as the repository says; None where it says nothing.

    Raises:
        SmmError: it says something that is not followed.
    """
    settings = desk.repository.settings
    names = sorted(
        {
            key.removeprefix("remote.").removesuffix(".url")
            for key in settings
            if key.startswith("remote.") and key.endswith(".url")
        }
    )
    low = branch.casefold()
    name = settings.get(f"branch.{low}.remote") or ("origin" if "origin" in names else "")
    name = name or (names[0] if len(names) == 1 else "")
    address = settings.get(f"remote.{name.casefold()}.url", "") if name else ""
    if not address:
        return None
    merged = settings.get(f"branch.{low}.merge", "").removeprefix("refs/heads/")
    return Remote(name, address, merged or branch, followed(desk, address))


def followed(desk: Desk, address: str) -> Path | None:
    """See that an address may be followed; the folder that it names, where it names one.

    Raises:
        SmmError: it would start a program, or lies in the folder itself.
    """
    if address.startswith("-") or "::" in address.partition("/")[0] or not address.isprintable():
        raise SmmError(
            say(
                "{address} is no address that is followed: it may start a program; use one that begins "
                "with https:// or ssh://, or a folder",
                address=harmless(address),
            )
        )
    scheme, sep, rest = address.partition("://")
    if sep and scheme.casefold() not in ALLOWED:
        raise SmmError(
            say(
                "{address} is no address that is followed; use one that begins with https:// or ssh://, or "
                "a folder",
                address=harmless(address),
            )
        )
    is_host = not sep and re.match(r"[^/\\]{2,}:", address) and not Path(address).exists()
    if is_host or (sep and scheme.casefold() != "file"):
        return None
    folder = (desk.place.top / (rest if sep else address)).resolve()
    if folder.is_relative_to(desk.place.top):
        raise SmmError(
            say(
                "{address} lies inside the folder that is to be shared; name a place outside of it",
                address=harmless(address),
            )
        )
    return folder


def set_remote(desk: Desk, address: str) -> None:
    """Write down where a repository is shared; nothing else of its settings changes, and none is followed.

    Raises:
        SmmError: the address is not followed, or one is written down already.
    """
    followed(desk, address)
    settings = desk.repository.settings
    if settings.get("remote.origin.url", address) != address:
        raise SmmError(
            say(
                "it is shared with {address} already; to change that: git -C {top} remote set-url origin "
                "{new}",
                address=harmless(settings["remote.origin.url"]),
                top=plain.quoted(desk.place.top),
                new=harmless(address),
            )
        )
    file = str(desk.place.common / "config")
    for name, value in (
        ("remote.origin.url", address),
        ("remote.origin.fetch", "+refs/heads/*:refs/remotes/origin/*"),
    ):
        words = ("config", "--file", file, name, value)
        answer = process.run(words, desk.repository.room, {"GIT_DIR": os.devnull}, desk.place.top)
        if answer.code:
            raise refused(answer.said)


def is_room_for_one(folder: Path) -> bool:
    """Whether a repository may be begun in a place: nothing is there yet, or an empty folder."""
    if os.path.lexists(folder):
        return folder.is_dir() and not any(folder.iterdir())
    return folder.parent.is_dir()


def begin_at(folder: Path) -> None:
    """Begin a repository that keeps histories alone, for several to share.

    Raises:
        SmmError: git refuses.
    """
    words = ("init", "--quiet", "--bare", "--template=", "--initial-branch=main", str(folder))
    nothing = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    answer = process.run(words, folder.parent, nothing, folder)
    if answer.code:
        raise refused(answer.said)
