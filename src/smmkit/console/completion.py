"""The list of ids that editors complete, kept up with what is written."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from smmkit.console.opening import opened_qms
from smmkit.errors import SmmError
from smmkit.words import language


def refresh_ids(root: Path) -> None:
    """Make the list anew, where there are schemas; `smm schema` does so, too, where it fails here.

    Why not where there is a list: git does not see it, so that two branches never disagree about it, and
    a clone begins without one.
    """
    from smmkit.editor.disk import write_ours
    from smmkit.editor.files import ids_file
    from smmkit.new.modeline import SCHEMAS

    if not any((root / SCHEMAS).glob("*.json")):
        return
    with suppress(SmmError):
        found = opened_qms(root)
        speech = language(found.settings.organization.language)
        write_ours(root, ids_file(found.qms, speech), "new")
