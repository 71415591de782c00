"""The password of a bundle: from a file, the environment or typed unseen; never from the command line."""

from __future__ import annotations

import os
import sys
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smmkit.console.language import here
from smmkit.console.streams import complain
from smmkit.errors import SmmError
from smmkit.words import Language, harmless, say

if TYPE_CHECKING:
    from smmkit.bundle.encryption import Password

VARIABLE = "SMM_PASSWORD"

Encrypt = Annotated[
    bool,
    typer.Option(
        "--encrypt", help="Encrypt the zip with a password (AES-256); names in it stay readable."
    ),
]
"""Whether a bundle is encrypted."""

PasswordFile = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="The password of an encrypted bundle is the first line of FILE; without it, SMM_PASSWORD, "
        "else it is asked for.",
    ),
]
"""Where a password stands."""


def to_make(encrypt: bool, file: Path | None, root: Path, speech: Language) -> Password | None:
    """The password of a new bundle: what is given is judged at once, else it is asked for twice.

    Raises:
        SmmError: a file is named and nothing is to be encrypted; the password is none for a bundle,
            nobody can be asked, or bundles cannot be encrypted here.
    """
    from smmkit.bundle.encryption import check_installed, judged

    if not encrypt:
        if file is not None:
            raise SmmError(say("--password-file is for --encrypt; name both"))
        return None
    check_installed()
    if file is not None and file.resolve().is_relative_to(root.resolve()):
        raise SmmError(
            say("{path} lies in the QMS, where others find it; keep it elsewhere", path=str(file))
        )
    if (known := given(file)) is not None:
        judged(known)
        return lambda: known
    if not sys.stdin.isatty():
        raise SmmError(
            say(
                "no password: name a file that holds it (--password-file FILE), or set SMM_PASSWORD"
            )
        )
    return cache(partial(asked_twice, speech))


def asked_twice(speech: Language) -> str:
    """A new password, typed twice and unseen; one that is none is asked for again."""
    from smmkit.bundle.encryption import SHORTEST, judged

    asked = here("Password for the bundle, at least {n} signs, not shown").format(n=SHORTEST)
    while True:
        try:
            return judged(typed(asked, here("The same again")))
        except SmmError as error:
            complain(speech.say(error.message))


def to_open(file: Path | None, bundle: Path) -> Password:
    """The password of a bundle that came: as it is given, else asked for where somebody can be asked."""

    @cache
    def known() -> str | None:
        if (found := given(file)) is not None or not sys.stdin.isatty():
            return found
        asked = here("Password of {path}, not shown").format(path=harmless(str(bundle)))
        return typed(asked)

    return known


def typed(asked: str, again: str | bool = False) -> str:
    """What a person types and nobody sees, if it is to be so twice.

    Why an interrupt becomes one again: whoever reads a broken zip lets no common error pass.
    """
    try:
        return str(typer.prompt(asked, hide_input=True, confirmation_prompt=again, err=True))
    except typer.Abort as error:
        raise KeyboardInterrupt from error


def given(file: Path | None) -> str | None:
    """The password that a file or the environment gives.

    Raises:
        SmmError: the file cannot be read, or its first line is empty.
    """
    from smmkit.bundle.signature import small
    from smmkit.office.pieces import decoded

    if file is None:
        return os.environ.get(VARIABLE) or None
    first = decoded(small(file)).partition("\n")[0].rstrip("\r")
    if not first:
        raise SmmError(
            say("{path}: its first line is empty; a password belongs there", path=str(file))
        )
    return first
