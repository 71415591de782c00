"""The text that tells an auditor how to check a bag without smmkit."""

from __future__ import annotations

from smmkit.templates import templates

TEMPLATE = templates() / "bundle" / "VERIFY.txt"


def instructions() -> bytes:
    """VERIFY.txt, Indonesian first, then English, then the lines for PowerShell.

    Why: ASCII with CRLF, which every Notepad shows, whatever its age and code page, and which
    git cannot have changed on the way.
    """
    return TEMPLATE.read_text("ascii").replace("\n", "\r\n").encode("ascii")
