"""`smm`, `smmkit` and `python -m smmkit`."""

import os
import sys

from smmkit import __version__


def main() -> None:
    """Run the command line; leave with its exit code.

    Why: `--version` is asked by scripts and editors, so it is answered before anything is imported.
    """
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.argv[1:] == ["--version"]:
        leave(0, f"smmkit {__version__}\n")
    from smmkit.cli import run

    leave(run(sys.argv[1:]))


def leave(code: int, last: str = "") -> None:
    """End at once, when all that was said is out: nothing is open, so there is nothing to tidy up.

    Where the reader has gone it is 141, as for other programs; where stdout is full it is 2.
    """
    try:
        sys.stdout.write(last)
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        code = 141
    except OSError as error:
        sys.stderr.write(f"stdout: {error.strerror}\n")
        code = 2
    os._exit(code)


if __name__ == "__main__":
    main()
