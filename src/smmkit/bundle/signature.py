"""Who made a bundle: a signature by ssh-keygen over its list of lists, in a file beside the bundle."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

from smmkit.bundle.tools import Tool, complaint
from smmkit.errors import SmmError, reason
from smmkit.words import Message, harmless, say

NAMESPACE = "smmkit"
"""What is signed, so that a signature for something else does not pass for one of a bundle."""

KEYGEN = Tool(
    "ssh-keygen",
    say(
        "ssh-keygen is not installed on this machine; it comes with OpenSSH (on Windows an optional "
        "feature); without it, compare the identity with the letter"
    ),
)

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
    done = KEYGEN.ran(["-Y", "sign", "-f", str(key.absolute()), "-n", NAMESPACE], tagmanifest)
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
        named = KEYGEN.ran(["-Y", "find-principals", *given])
        names = named.stdout.decode("utf-8", "replace").split()
        if named.returncode or not names:
            return Signed(fault=say("the signature is by nobody in {path}", path=str(allowed)))
        done = KEYGEN.ran(["-Y", "verify", *given, "-n", NAMESPACE, "-I", names[0]], tagmanifest)
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
