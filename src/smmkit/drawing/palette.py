"""The colours of our papers, and the signs that go with them: nothing is told by colour alone."""

from __future__ import annotations

from smmkit.page import Tone

INK, SOFT, HAIR, TINT, ACCENT = "#1d2733", "#56616b", "#cfd6dc", "#f3f5f7", "#1f4e79"
COLOURS = {
    Tone.PLAIN: ACCENT,
    Tone.GOOD: "#17663a",
    Tone.WARN: "#8a5300",
    Tone.BAD: "#a8201a",
    Tone.MUTED: "#7d8790",
}
GROUNDS = {
    Tone.PLAIN: TINT,
    Tone.GOOD: "#d9ecdf",
    Tone.WARN: "#fbe7c6",
    Tone.BAD: "#f6d3d0",
    Tone.MUTED: "#e4e8eb",
}
MARKS = {Tone.GOOD: "✓", Tone.WARN: "!", Tone.BAD: "✗"}
LINES = (ACCENT, "#a8201a", "#17663a", "#8a5300", "#5b3f8c", "#0f7173")
SIGNS = ("o", "s", "^", "D", "v", "P")
