"""Who made a bundle: a signature by ssh-keygen over its list of lists, in a file beside the bundle."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

from smmkit.errors import SmmError, reason
from smmkit.words import Message, harmless, say

NAMESPACE = "smmkit"
"""What is signed, so that a signature for something else does not pass for one of a bundle."""

WAIT = 300
"""Seconds; a person may have to type a passphrase or touch a key."""

LARGEST = 2**16
"""Bytes of a signature; what is more is none."""


@dataclass(frozen=True, slots=True)
class Signed:
    """What is known of a signature: who made it, by the list of the reader; or why nobody did."""

    by: str = ""
    fault: Message | None = None

    FOR_PROGRAMS: ClassVar = {"by": "by", "fault": "fault"}


def beside(bundle: Path) -> Path:
    """Where the signature of a bundle lies: submission.zip.sig."""
    return bundle.with_name(f"{bundle.name}.sig")


def program() -> str:
    """The ssh-keygen of this machine, from an absolute folder of PATH that is not the current one.

    Raises:
        SmmError: there is none.
    """
    name = "ssh-keygen.exe" if os.name == "nt" else "ssh-keygen"
    for entry in os.environ.get("PATH", os.defpath).split(os.pathsep):
        found = Path(entry) / name
        if not Path(entry).is_absolute() or Path(entry).resolve() == Path.cwd().resolve():
            continue
        if found.is_file() and os.access(found, os.X_OK):
            return str(found)
    raise SmmError(
        say(
            "ssh-keygen is not installed on this machine; it comes with OpenSSH (on Windows an optional "
            "feature); without it, compare the identity with the letter"
        )
    )


def check_key(key: Path) -> None:
    """See that a file may be a key of ssh: that is text, which a certificate with its key (.p12) is not.

    Raises:
        SmmError: it is none, or cannot be read.
    """
    if not small(key).isascii():
        raise SmmError(say("{path} is no key; make one with: ssh-keygen -t ed25519", path=str(key)))


def sign(key: Path, tagmanifest: bytes) -> bytes:
    """The signature of a bundle by a key of ssh.

    Raises:
        SmmError: there is no ssh-keygen, or it does not sign with this key.
    """
    if not key.is_file():
        raise SmmError(say("{path} is no key; make one with: ssh-keygen -t ed25519", path=str(key)))
    done = ran(["-Y", "sign", "-f", str(key.absolute()), "-n", NAMESPACE], tagmanifest)
    if done.returncode or b"BEGIN SSH SIGNATURE" not in done.stdout:
        raise SmmError(
            say("ssh-keygen does not sign with {path}: {what}", path=str(key), what=complaint(done))
        )
    return done.stdout


def checked(signature: Path, allowed: Path, tagmanifest: bytes) -> Signed:
    """Who signed a bundle, if the reader's list of signers knows them.

    Raises:
        SmmError: there is no ssh-keygen, or the list or the signature cannot be read.
    """
    data = small(signature)
    small(allowed)
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "signature"
        copy.write_bytes(data)
        given = ["-s", str(copy), "-f", str(allowed.absolute())]
        named = ran(["-Y", "find-principals", *given], b"")
        names = named.stdout.decode("utf-8", "replace").split()
        if named.returncode or not names:
            return Signed(fault=say("the signature is by nobody in {path}", path=str(allowed)))
        done = ran(["-Y", "verify", *given, "-n", NAMESPACE, "-I", names[0]], tagmanifest)
        if done.returncode:
            return Signed(fault=say("the signature is not one of this bundle"))
    return Signed(by=harmless(names[0]))


def small(path: Path) -> bytes:
    """The bytes of a small file that a person has named.

    Raises:
        SmmError: it cannot be read, is no ordinary file, or is too large.
    """
    try:
        if path.exists() and not path.is_file():
            raise SmmError(say("{path} is no ordinary file", path=str(path)))
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        raise SmmError(
            say("{path} cannot be opened: {reason}", path=str(path), reason=reason(error))
        ) from error
    if len(data) > LARGEST:
        raise SmmError(say("{path} is too large to be what it should be", path=str(path)))
    return data


def ran(words: list[str], stdin: bytes) -> subprocess.CompletedProcess[bytes]:
    """ssh-keygen, once.

    Raises:
        SmmError: it cannot be started, or does not end.
    """
    try:
        return subprocess.run(  # noqa: S603 - the one program, by its full path
            [program(), *words], input=stdin, capture_output=True, timeout=WAIT, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise SmmError(say("ssh-keygen has not answered within {n} seconds", n=WAIT)) from error
    except OSError as error:
        raise SmmError(say("ssh-keygen cannot be started: {what}", what=reason(error))) from error


def complaint(done: subprocess.CompletedProcess[bytes]) -> str:
    """What ssh-keygen has said, in one line."""
    lines = done.stderr.decode("utf-8", "replace").split("\n")
    return harmless(next((line.strip() for line in reversed(lines) if line.strip()), "?"))
