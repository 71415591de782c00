"""Numbers in sentences of people: "90 persen", "indeks 82,00", "1.250 berkas"."""

from __future__ import annotations

import re
from decimal import Decimal

AMOUNT = re.compile(r"(?<![\w.,-])[0-9]+(?:[.,][0-9]+)*(?![\w-])")
THOUSANDS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?\Z")
LONGEST = 30


def only_number(text: str) -> Decimal | None:
    """The number in a text where there is just one; with a comma it is a decimal as in Indonesia."""
    found = AMOUNT.findall(text)
    if len(found) != 1 or len(found[0]) > LONGEST:
        return None
    written = found[0]
    if THOUSANDS.match(written):
        written = written.replace(".", "")
    written = written.replace(",", ".")
    return Decimal(written) if written.count(".") <= 1 else None
