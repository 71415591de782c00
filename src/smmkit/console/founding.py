"""The first files of a folder, and what helps editors."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from smmkit.words import Language

EDITOR = ".vscode"
"""The folder of VS Code; where there is one already, it is the person's."""


def write_new(
    folder: Path, files: Mapping[str, str | bytes], day: date, speech: Language
) -> list[str]:
    """Write the documents, and what helps editors; the paths of what was not there before."""
    from smmkit.editor.files import schema_files
    from smmkit.editor.vscode import new_settings
    from smmkit.files.tree import Memory
    from smmkit.kinds import KINDS
    from smmkit.loading.folder import load
    from smmkit.new.modeline import with_modelines
    from smmkit.new.qms import BESIDE
    from smmkit.writing import lay_down

    qms, has_settings = load(Memory(files), day), os.path.lexists(folder / EDITOR)
    editors = schema_files(qms, speech) | ({} if has_settings else new_settings())
    may_stay = ("README.md", *BESIDE, *editors)
    new = {
        path: text.encode() if isinstance(text, str) else text
        for path, text in {**with_modelines(files, KINDS), **editors}.items()
        if not (path in may_stay and os.path.lexists(folder / path))
    }
    lay_down(folder, new, "init")
    return list(new)
