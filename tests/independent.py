"""A checker of PDF/A-2a and PDF/UA-1 that knows nothing of ours, where it is installed (0056)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

PROFILES = ("2a", "ua1")
CRLF = "PDFA2A-STREAM-LENGTH-001"
"""Where compressed bytes end with a CR, it is counted as part of the line end before `endstream`."""


def faults(pdf: bytes) -> Iterator[str]:
    """What is wrong with a PDF by each of the profiles; skipped where there is no checker."""
    page = pytest.importorskip("page", reason="no checker of PDF/A: pip install page-validation")
    for profile in PROFILES:
        for one in page.validate_pdf_bytes(pdf, profile=profile).failures:
            if one.rule_id != CRLF or b"\r\nendstream" not in pdf:
                yield f"{one.rule_id} {one.message}"
