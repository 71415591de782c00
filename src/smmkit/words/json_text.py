"""Data as text for programs."""

from __future__ import annotations

import json
from typing import Any

from smmkit.words import FOR_THE_LOG, UNSEEN_IN_LINES


def json_text(data: Any) -> str:
    """JSON: readable, the same bytes each time; what no eye can see is written as JSON escapes it."""
    return one_line(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def one_line(text: str) -> str:
    """JSON that was written already, with what no eye can see escaped."""
    if not text.isascii() or "\x7f" in text:
        text = UNSEEN_IN_LINES.sub(lambda found: json.dumps(found[0])[1:-1], text)
    return FOR_THE_LOG.sub(r"#\\u0023", text) if "##" in text else text
