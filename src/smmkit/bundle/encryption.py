"""A zip under a password: AES-256 as 7-Zip and WinZip read it (AE-2). Names and sizes in it stay readable."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from smmkit.errors import SmmError
from smmkit.files import archives
from smmkit.files.archives import ArchiveError
from smmkit.words import say

Password = Callable[[], str | None]
"""Gives the password when it is needed, asking for it if it has to; None where nobody has one."""

SHORTEST, LONGEST = 12, 99
"""Signs of a password. Why: a guess costs little (AE-2 asks for 1000 rounds), and 7-Zip takes no more."""

MOST = 20_000
"""Files that are encrypted: each has a key of its own, which takes two milliseconds."""

AES = 99
"""What a zip says instead of how a file is packed, where it is encrypted by AES."""

LOCKED, STRONG = 0x1, 0x40
"""Flags of a file in a zip: encrypted; in a way of PKWARE that nobody else reads."""


class LockedError(ArchiveError):
    """A zip that is encrypted and stays so, and why."""


def check_installed() -> None:
    """See that bundles can be encrypted here.

    Raises:
        SmmError: the library is not installed.
    """
    if library() is None:
        raise SmmError(
            say("to encrypt a bundle, pyzipper is needed: pip install 'smmkit[encrypt]'")
        )


def library() -> Any:
    """The library that writes and reads AES zips; None where it is not installed."""
    try:
        import pyzipper
    except ImportError:
        return None
    return pyzipper


def judged(password: str) -> str:
    """A password for a new bundle, if it is one.

    Why ASCII: what other letters become in a key differs from one program to the next.

    Raises:
        SmmError: it is too short or too long, or has a sign that not every program types alike.
    """
    if any(not " " <= sign <= "~" for sign in password) or password != password.strip():
        raise SmmError(
            say(
                "a password has letters without accents, digits and signs, and no space at its ends"
            )
        )
    if len(password) < SHORTEST:
        raise SmmError(
            say(
                "the password is too short: at least {n} signs, better four words that are not related",
                n=SHORTEST,
            )
        )
    if len(password) > LONGEST:
        raise SmmError(say("the password is too long: 7-Zip takes {n} signs at most", n=LONGEST))
    return password


def check_count(files: int) -> None:
    """See that an encrypted zip of so many files can be read again.

    Raises:
        SmmError: there are too many.
    """
    if files > MOST:
        raise SmmError(
            say("{n} files are too many to encrypt; encrypt the finished zip with 7-Zip", n=files)
        )


@contextmanager
def made(path: Path, password: str) -> Iterator[Any]:
    """A zip being made, in which all is encrypted; nothing is on the disk that is not.

    Why the stream is ours: after a failed write the library neither ends the zip nor closes the file.

    Raises:
        OSError: the disk refuses.
        SmmError: the library is not installed.
    """
    check_installed()
    kit = library()
    with path.open("xb") as stream:
        archive = kit.AESZipFile(
            stream,
            "w",
            compression=kit.ZIP_STORED,
            encryption=kit.WZ_AES,
            encryption_kwargs={"nbits": 256, "force_wz_aes_version": 2},
        )
        archive.setpassword(password.encode())
        try:
            yield archive
        except BaseException:
            archive.fp = None
            raise
        archive.close()


def opened(stream: IO[bytes], password: Password) -> zipfile.ZipFile:
    """The zip in a file, encrypted or not; for one that is, the password is asked for.

    Raises:
        LockedError: it is encrypted, and is not opened.
        ArchiveError: it has too many entries, or several share their bytes.
        zipfile.BadZipFile: it is none, or damaged; on broken bytes others as well.
    """
    archive = archives.opened(stream)
    locked = [entry for entry in archive.infolist() if entry.flag_bits & LOCKED]
    if not locked:
        return archive
    if any(entry.compress_type != AES or entry.flag_bits & STRONG for entry in locked):
        raise LockedError(
            say("the zip is encrypted; extract it with its password, then check the folder")
        )
    if len(locked) > MOST:
        raise LockedError(say("it holds too many files"))
    if (kit := library()) is None:
        raise LockedError(
            say(
                "the zip is encrypted; to read it here: pip install 'smmkit[encrypt]'; or extract it with "
                "its password (7-Zip does), then check the folder"
            )
        )
    if (known := password()) is None:
        raise LockedError(
            say(
                "the zip is encrypted; name its password with --password-file FILE or in SMM_PASSWORD, "
                "or extract it (7-Zip does), then check the folder"
            )
        )
    archive = archives.opened(stream, kit.AESZipFile)
    archive.setpassword(known.encode())
    try:
        archive.open(locked[0].filename).close()
    except NotImplementedError:
        raise
    except RuntimeError as error:
        raise LockedError(say("the password is not that of the zip; ask the sender")) from error
    return archive


def nobody() -> None:
    """No password is known."""
