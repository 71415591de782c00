"""How a text cites a law by its number and its year: Nomor 5 Tahun 2014, No. 5 of 2014."""

from __future__ import annotations

import re
from typing import Final

BY_NUMBER: Final = (
    r"\b(?:nomor\s{1,3}|number\s{1,3}|no\.?\s{0,3})(\d{1,4}[A-Za-z]?)"
    r"\s{1,3}(?:tahun|of)\s{1,3}((?:19|20)\d\d)\b"
)
CITED: Final = re.compile(BY_NUMBER, re.IGNORECASE)
