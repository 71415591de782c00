"""Bytes to stdout, and what is done where it does not take them."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

import typer

from smmkit.errors import SmmError, reason
from smmkit.words import harmless, powerless, say


def to_stdout(data: bytes) -> None:
    """Bytes to stdout, at once.

    Raises:
        SmmError: it is full, closed, or refuses.
        BrokenPipeError: nobody reads it any more.
    """
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        silence()
        raise SmmError(say("stdout cannot be written: {reason}", reason=reason(error))) from error


def from_stdin() -> bytes:
    """All that stdin has.

    Raises:
        SmmError: it is a terminal, closed, or refuses.
    """
    if sys.stdin is None or sys.stdin.isatty():
        raise SmmError(say("the text is read from stdin; hand it over with a pipe or <"))
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise SmmError(say("stdin cannot be read: {reason}", reason=reason(error))) from error


def silence() -> None:
    """Let what may still wait for stdout go nowhere."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(text: str, over: bool = False) -> None:
    """Say something on stderr, where it is open; with `over`, in place of the line before."""
    said = powerless(harmless(text, lines=True))
    with suppress(OSError):
        typer.echo(f"\r\x1b[K{said}" if over else said, err=True, nl=not over)
