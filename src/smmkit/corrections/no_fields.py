"""What people write as a field and no document has, since smm knows it otherwise."""

from __future__ import annotations

from typing import Final

from smmkit.corrections.officials import comparable, table
from smmkit.words import Message, say

NO_FIELDS: Final = {
    "number": say("numbers of persons are not kept here; delete the line"),
    "state": say("its state follows from approvals, days and results; delete the line"),
    "page": say("pages are numbered when it is printed; delete the line"),
    "approval": say("`smm approve` writes who has approved it, and when; delete the line"),
}
"""What is said of each list of such words in words_of_officials.yaml."""


def no_field(name: str) -> Message | None:
    """What to do with such a field; None where it is none."""
    meant = table("no_fields").get(comparable(name))
    return NO_FIELDS[meant[0]] if meant else None
