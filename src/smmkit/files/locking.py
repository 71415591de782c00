"""A file that one process holds; what it held is free when it ends, however that ends."""

from __future__ import annotations


def taken(handle: int) -> None:
    """Take the lock, or fail at once.

    Raises:
        OSError: somebody has it, or there are no locks here.
    """
    try:
        import fcntl
    except ImportError:
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
