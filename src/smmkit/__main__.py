"""`smm`, `smmkit` and `python -m smmkit`."""

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
        if signals() and code < 128:  # a library has swallowed it
            raise KeyboardInterrupt
        leave(code, last)
    except BaseException as error:
        if not isinstance(error, KeyboardInterrupt) and not signals():
            raise
        leave(128 + (signals() or [2])[0], interrupted())


def answered(arguments: list[str]) -> tuple[int, str]:
    """Do what is asked; the exit code, and what is still to be said."""
    sys.stdin = sys.stdin or deaf()
    sys.stdout = sys.stdout or closed()
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if arguments == ["--version"]:
        return 0, f"smmkit {__version__}\n"
    listen()
    if (
        sys.warnoptions
    ):  # as PYTHONWARNINGS=error: what libraries warn their makers of must not end it
        import warnings

        warnings.simplefilter("ignore")
    from smmkit.cli import run

    return run(arguments), ""


def signals() -> list[int]:
    """The signals that told this process to end, as far as we listen already."""
    errors = sys.modules.get("smmkit.errors")
    return getattr(errors, "SIGNALS", [])


def listen() -> None:
    """Let signals end what is under way in order: what was begun is put back first."""
    import _thread
    import signal
    import time

    from smmkit.errors import SIGNALS, StoppedError

    def stop(number: int, frame: object) -> None:  # noqa: ARG001 - so signals are handed on
        SIGNALS.append(number)
        raise KeyboardInterrupt if number == signal.SIGINT else StoppedError(number)

    def told(swallowed: "sys.UnraisableHookArgs") -> None:
        if isinstance(swallowed.exc_value, KeyboardInterrupt):
            _thread.start_new_thread(again, (SIGNALS[-1],))
        else:
            sys.__unraisablehook__(swallowed)

    def again(number: int) -> None:
        """Send a signal anew that came while Python tidied up, where what it raises is lost."""
        time.sleep(0.01)
        _thread.interrupt_main(signal.Signals(number))

    sys.unraisablehook = told
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) in {signal.SIG_DFL, signal.default_int_handler}:
            signal.signal(number, stop)


def deaf() -> io.TextIOWrapper:
    """A stream in place of stdin that is closed: no terminal, and it refuses to be read."""
    return open(os.open(os.devnull, os.O_WRONLY), encoding="utf-8")  # noqa: PTH123


def closed() -> io.TextIOWrapper:
    """A stream in place of stdout that is closed: it refuses what it is given, as that would.

    Why: the next file that is opened must not get the number of stdout, and what was to be shown and
    was not must not pass for done.
    """
    return open(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")  # noqa: PTH123


def interrupted() -> str:
    """Say on stderr that it was, in the language of the call; nothing more is to be said.

    Why nothing is imported: an import that was cut off may not be begun again. As long as the words are
    not there, English must do.
    """
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # this takes a moment, and is the end anyway
    said = "Interrupted; nothing was left half done."
    words = sys.modules.get("smmkit.words")
    try:
        if words is not None:
            said = words.language(words.spoken_here()).word(said)
    except Exception:  # noqa: BLE001, S110 - the module was cut off, too
        pass
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
    try:
        sys.stderr.write(sentence and f"{sentence}\n")
        sys.stderr.flush()
    except OSError:
        pass


if __name__ == "__main__":
    main()
