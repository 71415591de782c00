"""A bundle for one reader alone, by the program age: a file beside it that hides even the names in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from smmkit.bundle.encryption import LockedError
from smmkit.bundle.tools import Tool, complaint
from smmkit.errors import SmmError, reason
from smmkit.words import harmless, say
from smmkit.writing import drafted

AGE = Tool(
    "age",
    say(
        "age is not installed on this machine (age-encryption.org); install it, or use --encrypt with a "
        "password"
    ),
)
ENDING = ".age"
BEGINNINGS = (b"age-encryption.org/", b"-----BEGIN AGE ENC")
"""What the files of age begin with."""

HEAD = 20
"""So many bytes of a file tell whether it is one."""

KEYS = ("age1", "ssh-")
"""What the keys begin with for which age encrypts."""


def beside(bundle: Path) -> Path:
    """Where it lies: submission.zip.age."""
    return bundle.with_name(bundle.name + ENDING)


def to_whom(whom: str) -> list[str]:
    """How age is told who will read: by a public key, or a file with one in each line.

    Raises:
        SmmError: it is neither, age is not installed, or takes none for a key.
    """
    if whom.startswith(KEYS):
        words = ["-r", whom]
    elif Path(whom).is_file():
        words = ["-R", str(Path(whom).absolute())]
    else:
        raise SmmError(
            say(
                "{whom} is neither a public key (age1..., ssh-ed25519 ...) nor a file of such keys",
                whom=whom,
            )
        )
    done = AGE.ran(["-e", *words])
    if done.returncode:
        raise SmmError(say("age does not take {whom}: {what}", whom=whom, what=complaint(done, 0)))
    return words


def refuse(path: Path, begins: bytes) -> None:
    """See that a file that begins so is none of age.

    Raises:
        LockedError: it is.
    """
    if begins.startswith(BEGINNINGS):
        raise LockedError(
            say(
                "age has encrypted it; open it with the key of its reader, then check the zip: "
                "age -d -i KEY -o NAME.zip {name}",
                name=harmless(path.name),
            )
        )


def encrypt(bundle: Path, words: Sequence[str]) -> Path:
    """Encrypt a zip into the file beside it.

    Raises:
        SmmError: age does not, or the disk refuses.
    """
    place = beside(bundle)
    try:
        with drafted(place) as draft:
            done = AGE.ran(["-e", *words, "-o", str(draft), str(bundle)])
            if done.returncode:
                raise OSError(0, complaint(done, 0))
    except OSError as error:
        raise SmmError(
            say("{path} cannot be written: {reason}", path=str(place), reason=reason(error))
        ) from error
    return place
