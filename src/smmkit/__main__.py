"""`smm`, `smmkit` and `python -m smmkit`."""

import contextlib
import io
import os
import sys

from smmkit import __version__


def main() -> None:
    """Run the command line; leave with its exit code.

    Why: `--version` is asked by scripts and editors, so it is answered before anything is imported.
    """
    try:
        code, last = answered(sys.argv[1:])
        leave(code, last)
    except KeyboardInterrupt as stop:  # while starting, or while leaving
        leave(128 + getattr(stop, "number", 2), interrupted())


def answered(arguments: list[str]) -> tuple[int, str]:
    """Do what is asked; the exit code, and what is still to be said."""
    sys.stdout = sys.stdout or closed()
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if arguments == ["--version"]:
        return 0, f"smmkit {__version__}\n"
    import signal

    for name in ("SIGTERM", "SIGHUP"):  # what is under way is put back before the process ends
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, stop)
    from smmkit.cli import run

    return run(arguments), ""


def closed() -> io.TextIOWrapper:
    """A stream in place of stdout that is closed: it refuses what it is given, as that would.

    Why: the next file that is opened must not get the number of stdout, and what was to be shown and
    was not must not pass for done.
    """
    return open(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")  # noqa: PTH123


def stop(number: int, frame: object) -> None:  # noqa: ARG001 - so signals are handed on
    """End in the way of an interrupt.

    Raises:
        StoppedError: always.
    """
    from smmkit.errors import StoppedError

    raise StoppedError(number)


def interrupted() -> str:
    """Say on stderr that it was, in the language of the call; nothing more is to be said."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # this takes a moment, and is the end anyway
    from smmkit.words import language, say, spoken_here

    said = language(spoken_here()).say(say("Interrupted; nothing was left half done."))
    tell(said)
    return ""


def leave(code: int, last: str = "") -> None:
    """End at once, when all that was said is out: nothing is open, so there is nothing to tidy up.

    Where the reader has gone it is 141, as for other programs; where stdout is full or closed it is 2.
    """
    try:
        sys.stdout.write(last)
        sys.stdout.flush()
    except BrokenPipeError:
        code = 141
    except OSError as error:
        from smmkit.errors import reason
        from smmkit.words import language, say, spoken_here

        said = say(
            "Error: {message}",
            message=say("stdout cannot be written: {reason}", reason=reason(error)),
        )
        tell(language(spoken_here()).say(said))
        code = 2
    tell("")
    os._exit(code)


def tell(sentence: str) -> None:
    """A last sentence on stderr, where it takes one."""
    with contextlib.suppress(OSError):
        sys.stderr.write(sentence and f"{sentence}\n")
        sys.stderr.flush()


if __name__ == "__main__":
    main()
