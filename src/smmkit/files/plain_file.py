"""The bytes of a file that a person named or put somewhere: nobody waits for a pipe that nobody fills."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path


def plain_bytes(file: Path) -> bytes:
    """The bytes of a plain file.

    Raises:
        OSError: it is not there, cannot be read, or is a pipe, a socket or a device.
    """
    mode = file.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise OSError(errno.ENXIO, os.strerror(errno.ENXIO), str(file))
    return file.read_bytes()
