"""Folders that the tests lay out, and look into again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType


def home(
    more: str = "",
    *,
    language: str = "en",
    as_of: str | None = None,
    units: Mapping[str, str] = MappingProxyType({"U-1": "Secretariat"}),
) -> str:
    """The qms.yaml of a small folder; `more` are lines that it has besides."""
    listed = ", ".join(f"{{id: {unit}, title: {title}}}" for unit, title in units.items())
    day = f"as_of: {as_of}\n" if as_of else ""
    return f"""\
kind: qms
id: QMS-01
title: Quality management system
version: "1"
smmkit: 2
{day}organization: {{name: Badan Contoh, short_name: BC, head: Head, language: {language}}}
scope: {{statement: Services}}
units: [{listed}]
{more}"""


def lay(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Files on the disk."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def contents(folder: Path) -> dict[str, bytes | None]:
    """The bytes of every file, nothing for a folder; without what git and `smm undo` keep."""
    paths = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*"))}
    return {
        name: path.read_bytes() if path.is_file() else None
        for name, path in paths.items()
        if ".git" not in path.relative_to(folder).parts
        and not f"{name}/".startswith(".smm/undo/")
        and [p.name for p in (path.iterdir() if name == ".smm" else ())] != ["undo"]
    }


SETTINGS = home()
"""The qms.yaml of the fixture `folder`, where a test gives no other."""
TODAY = date(2026, 3, 2)
YESTERDAY, TOMORROW = TODAY - timedelta(1), TODAY + timedelta(1)
"""The day on which that folder is judged."""


OBJECTIVE = (
    "kind: objective\nid: SM-1\ntitle: O\nversion: '1'\nstatement: O\npolicy_point: PP-1\n"
    "perspective: customer\nunits: [U-1]\nkpis:\n"
    "  - {id: K-1, title: K, measured_in: x, formula: maximize, aggregation: last, frequency: yearly,\n"
    "     targets: [{period: '2025', value: 80}], series: k.csv}\n"
)
"""One KPI with one target, whose values stand in k.csv."""

COACHING = (
    "kind: coaching\nid: {id}\ntitle: Office\ndate: 2026-01-01\ncoach: Office\ntopic: Office\n"
)
"""A record of nearly nothing."""
