"""What stops a command: misuse. Faults in a QMS are problems, never exceptions."""

from __future__ import annotations

import errno

from smmkit.words import Message, say


class SmmError(Exception):
    """Something that the person who called can mend; `message` says what and how.

    The command line shows it on stderr and leaves with 2.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


SIGNALS: list[int] = []
"""The signals that told this process to end. Why: a library may swallow what is raised for one, or
raise something else instead; that is then neither done nor a fault."""


class StoppedError(KeyboardInterrupt):
    """The system told the process to end; `number` is that of the signal."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


def reason(error: OSError) -> Message:
    """Why the system refused, in words that can be spoken; its own where we have none."""
    found = REASONS.get(error.errno or 0)
    return found or say("{reason}", reason=error.strerror or str(error))


REASONS = {
    errno.ENOENT: say("it is not there"),
    errno.EACCES: say("this is not permitted"),
    errno.EPERM: say("this is not permitted"),
    errno.EROFS: say("the disk can only be read"),
    errno.ENOSPC: say("the disk is full"),
    errno.EFBIG: say("it is too large"),
    errno.EISDIR: say("it is a folder"),
    errno.ENOTDIR: say("a part of the path is a file"),
    errno.EEXIST: say("it is there already"),
    errno.ENAMETOOLONG: say("its name is too long"),
    errno.EBADF: say("it is closed"),
    errno.EIO: say("the disk fails"),
    errno.EDQUOT: say("there is no room left for your files"),
    errno.EBUSY: say("another program has it open"),
    errno.ELOOP: say("it is a link that leads to itself"),
    errno.EMFILE: say("too many files are open"),
    errno.ENFILE: say("too many files are open"),
    errno.EXDEV: say("it lies on another disk"),
    errno.ENXIO: say("it is a pipe or a device, no file"),
    errno.ENOTEMPTY: say("there is something in it"),
}
