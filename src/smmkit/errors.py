"""What stops a command: misuse. Faults in a QMS are findings, never exceptions."""

from smmkit.words import Message


class SmmError(Exception):
    """Something that the person who called can mend; `message` says what and how.

    The command line shows it on stderr and leaves with 2.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message
