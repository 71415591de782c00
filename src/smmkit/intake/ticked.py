"""Boxes before or behind words in one cell, and which of them is ticked."""

from __future__ import annotations

import re

MARK, WORD = r"(?P<mark>[☐☑☒□■✓✔√]|\[[ xXvV√]?\]|\([ xXvV√]?\))", r"(?P<word>[^☐☑☒□■✓✔√\[(]{2,30})"
BOX = re.compile(rf"{MARK}\s{{0,3}}{WORD}")
"""A box, and the word behind it."""
BOX_BEHIND = re.compile(WORD + MARK)
"""A word, and the box behind it."""

TICKED = frozenset(
    {
        "☑",
        "☒",
        "■",
        "✓",
        "✔",
        "√",
        "[x]",
        "[X]",
        "[v]",
        "[V]",
        "[√]",
        "(x)",
        "(X)",
        "(v)",
        "(V)",
        "(√)",
    }
)


def chosen(text: str) -> str:
    """Of several words with boxes before them the one whose box is ticked; every other text as it is."""
    boxes = list(BOX.finditer(text))
    ticked = [found["word"].strip() for found in boxes if found["mark"] in TICKED]
    is_choice = len(boxes) > 1 and boxes[0].start() == 0 and len(ticked) == 1
    return ticked[0] if is_choice else text
