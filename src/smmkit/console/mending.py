"""What a verb left that was cut off while it wrote: checking tells it, writing puts it right."""

from __future__ import annotations

import os
from pathlib import Path

from smmkit.console.streams import complain
from smmkit.errors import SmmError
from smmkit.layout import WRITING
from smmkit.words import Message, language, say, spoken_here


def mend(root: Path) -> str:
    """Before a verb writes into a QMS: put back what was cut off, and tell that it was done; which verb
    that was, nothing where it had not begun.

    Raises:
        SmmError: another smm is writing here, or a file cannot go back.
    """
    from smmkit.writing import mended

    done = mended(root)
    if done is None or not done.verb:
        return ""
    notice(
        say(
            "smm {verb} was cut off while it wrote into {folder}; what it had begun is put back",
            verb=done.verb,
            folder=str(root),
        )
    )
    for path in done.left:
        notice(say("{path} has been changed since, and stays as it is", path=path))
    return done.verb


def tell_leftover(root: Path) -> None:
    """Before a verb reads a QMS: tell where one was cut off while it wrote."""
    if is_half(root):
        notice(half(root))


def refuse_half(root: Path) -> None:
    """Before something of a QMS is sent.

    Raises:
        SmmError: a verb was cut off while it wrote into it.
    """
    if is_half(root):
        raise SmmError(half(root))


def is_half(root: Path) -> bool:
    """Whether a verb was cut off while it wrote into a QMS; one that still writes is waited for."""
    if not os.path.lexists(root / WRITING):
        return False
    from smmkit.writing import leftover

    return leftover(root)


def half(root: Path) -> Message:
    """That it was, and what to do."""
    return say(
        "a verb was cut off while it wrote into {folder}, so files may be half old and half new; "
        "put it right with: smm undo {folder}",
        folder=str(root),
    )


def sweep(folder: Path) -> None:
    """Bring home what an smm that was cut off has left whole in a folder; remove the rest; tell it."""
    from smmkit.writing import swept

    for room, came in swept(folder).items():
        if came:
            notice(
                say(
                    "a verb was cut off when all that it made was whole; now it lies in {folder}: {names}",
                    folder=str(folder),
                    names=came,
                )
            )
        notice(say("{path}, left by a verb that was cut off, is removed", path=str(room)))


def notice(message: Message) -> None:
    """Something that the person should know, on stderr, in the language of the call."""
    speech = language(os.environ.get("LANGUAGE") or spoken_here())
    complain(speech.say(message))
