"""Two files that change places in one step, on systems and disks that can do that."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

UNTRADED = {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EPERM}
"""What a system or a disk answers that cannot do it."""

SWAP = 2
"""RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS."""

HERE = -100
"""AT_FDCWD of Linux."""


def traded(one: Path, other: Path) -> bool:
    """Let two files change places; False where the system cannot do that, and nothing has happened.

    Why not a plain rename: what somebody puts in the place of a file in the same instant would be gone.

    Raises:
        OSError: the system refuses.
    """
    call = trade()
    if call is None:
        return False
    code = call(os.fsencode(one), os.fsencode(other))
    if code and code not in UNTRADED:
        raise OSError(code, os.strerror(code), str(other))
    return not code


@cache
def trade() -> Callable[[bytes, bytes], int] | None:
    """The call of this system, which answers with an error number; None where there is none."""
    if sys.platform not in {"linux", "darwin"}:
        return None
    import ctypes

    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "linux":
        call = getattr(library, "renameat2", None)
    else:
        call = getattr(library, "renamex_np", None)
    if call is None:
        return None

    def asked(one: bytes, other: bytes) -> int:
        names = (HERE, one, HERE, other) if sys.platform == "linux" else (one, other)
        return ctypes.get_errno() if call(*names, SWAP) else 0

    return asked
