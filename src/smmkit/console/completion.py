"""The list of ids that editors complete, kept up with what is written."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from smmkit.console.opening import opened_qms
from smmkit.errors import SmmError
from smmkit.words import language


def refresh_ids(root: Path) -> None:
    """Make the list anew, where there is one; `smm schema` does so, too, where it fails here."""
    from smmkit.editor.disk import write_ours
    from smmkit.editor.files import schema_files
    from smmkit.editor.ids import HOME
    from smmkit.modeline import SCHEMAS

    path = f"{SCHEMAS}{HOME}"
    if not (root / path).is_file():
        return
    with suppress(SmmError):
        found = opened_qms(root)
        speech = language(found.settings.organization.language)
        write_ours(root, {path: schema_files(found.qms, speech)[path]}, "new")
