"""Files that are not written yet, held against the rules first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from smmkit.errors import SmmError
from smmkit.files.tree import Memory
from smmkit.loading.folder import load
from smmkit.problem import Problem
from smmkit.qms import Qms
from smmkit.rules import errors_of
from smmkit.words import say


def errors_with(qms: Qms, files: Mapping[str, bytes]) -> list[Problem]:
    """The errors that new files would have in a QMS.

    That a file beside them is broken (SMM208) is none: it is taken in as it is, and told again later.
    """
    texts = {path for path in files if path.endswith((".yaml", ".md", ".csv"))}
    found = errors_of(load(Memory(files, qms.tree), qms.as_of)) if texts else []
    return [one.problem for one in found if one.problem.path in texts and one.rule.code != "SMM208"]


def refuse_any(problems: Iterable[Problem]) -> None:
    """Stop before anything is written.

    Raises:
        SmmError: there is a problem; the first is told.
    """
    for problem in problems:
        raise SmmError(say("{path}: {message}", path=problem.path, message=problem.message))
