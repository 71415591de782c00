"""What `smm adopt` and `smm import` share: a QMS to write into, a last look, a yes or no."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from smmkit.commands.agreeing import wanted
from smmkit.console.opening import Opened, opened_qms
from smmkit.errors import SmmError, reason
from smmkit.words import Language, say, say_n
from smmkit.writing import lay_down

if TYPE_CHECKING:
    from smmkit.problem import Problem


def receiving(folder: Path, owner: str | None, class_: str | None) -> Opened:
    """The QMS that documents are taken into.

    Raises:
        SmmError: there is none, or it has no such unit or class.
    """
    found = opened_qms(folder)
    settings = found.settings
    units = [unit.id for unit in settings.units]
    if owner is not None and owner not in units:
        raise SmmError(say("there is no unit {id}; there are: {words}", id=owner, words=units))
    classes = [known.id for known in settings.classes]
    if class_ is not None and class_ not in classes:
        raise SmmError(say("there is no class {id}; there are: {words}", id=class_, words=classes))
    return found


def bytes_of(file: Path) -> bytes:
    """The bytes of the file that was named.

    Raises:
        SmmError: it is not there, is no file, or cannot be opened.
    """
    from smmkit.tree import MAX_BYTES

    try:
        size = file.stat().st_size
        if not file.is_file() or size > MAX_BYTES:
            raise SmmError(say("{path} is no file, or too large", path=str(file)))
        return file.read_bytes()
    except OSError as error:
        raise SmmError(
            say("{path} cannot be opened: {reason}", path=str(file), reason=reason(error))
        ) from error


def headed(found: Opened, texts: Mapping[str, str]) -> dict[str, str]:
    """New texts, each with the line that tells editors its schema, where that schema is there."""
    from smmkit.modeline import SCHEMAS, modeline

    made = {}
    for path, text in texts.items():
        kind = text.partition("kind: ")[2].partition("\n")[0]
        is_there = path.endswith(".yaml") and (found.root / f"{SCHEMAS}{kind}.json").is_file()
        made[path] = modeline(kind, path) + text if is_there else text
    return made


def prove(found: Opened, files: Mapping[str, bytes]) -> list[Problem]:
    """Hold new files against the rules before they are written: the errors that they would have."""
    from smmkit.intake.planned import Planned
    from smmkit.loading import load
    from smmkit.problem import Severity
    from smmkit.rules import examine

    texts = {path for path in files if path.endswith((".yaml", ".md", ".csv"))}
    return [
        diagnostic.problem
        for diagnostic in examine(load(Planned(found.qms.tree, files), found.qms.as_of))
        if diagnostic.problem.path in texts and diagnostic.rule.severity is Severity.ERROR
    ]


def written(found: Opened, files: Mapping[str, bytes], yes: bool, speech: Language) -> bool:
    """Write all files or none, if that is wanted; whether it was done."""
    question = say_n(
        "Write {n} file into {folder}?",
        "Write {n} files into {folder}?",
        len(files),
        folder=str(found.root),
    )
    if not wanted(question, yes, speech):
        return False
    lay_down(found.root, files)
    return True
