"""`smm`, `smmkit` and `python -m smmkit`."""

import os
import sys

from smmkit import __version__


def main() -> None:
    """Run the command line; leave with its exit code.

    Why: `--version` is asked by scripts and editors, so it is answered before anything is imported.
    """
    if sys.argv[1:] == ["--version"]:
        print(f"smmkit {__version__}")
        return
    from smmkit.cli import run

    code = run(sys.argv[1:])
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
