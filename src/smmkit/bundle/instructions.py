"""The texts that tell who has no smmkit how to check a bag, and how to join the parts of one."""

from __future__ import annotations

from smmkit.templates import templates
from smmkit.words import Language

ORDER = ("id", "en")
"""So the languages stand in the templates, two empty lines between them; what follows is for both."""

BELOW = {"id": "(Bahasa Indonesia di bawah)", "en": "(English below)"}
"""What the title of the first says of the second."""

GAP = "\n\n\n"


def instructions(speech: Language) -> bytes:
    """VERIFY.txt: the language of the submission, then the other, then the lines for PowerShell."""
    return for_notepad(in_both("VERIFY.txt", speech))


def in_both(name: str, speech: Language) -> str:
    """A template of the bundle, the language of the submission first."""
    indonesian, english, *rest = (templates() / "bundle" / name).read_text("ascii").split(GAP)
    said = dict(zip(ORDER, (indonesian.strip(), english.strip()), strict=True))
    first = said.pop(speech.code)
    ((other, second),) = said.items()
    title, line, below = first.split("\n", 2)
    hint = f" {BELOW[other]}"
    first = f"{title}{hint}\n{line}{'=' * len(hint)}\n{below}"
    return GAP.join((first, second, *rest)).rstrip() + "\n"


def for_notepad(text: str) -> bytes:
    """ASCII with CRLF, which every Notepad shows, whatever its age and code page, and which git cannot
    have changed on the way.
    """
    return text.replace("\n", "\r\n").encode("ascii", "replace")
