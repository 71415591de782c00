"""Which files a clone takes; which kinds and fields, `is_system` and `InClone` say at each kind."""

from __future__ import annotations

FILLABLE = (
    *(".docx", ".dotx", ".xlsx", ".xltx", ".odt", ".ods"),
    *(".txt", ".csv", ".md", ".html"),
)
"""What a form to be filled in ends with; PDFs and pictures may be signed."""

WHOLE = ("standards/", "templates/forms/")
"""Folders that come along as they are."""
