"""What other branches of the repository have that this one has not: ids that a new document must not get."""

from __future__ import annotations

from pathlib import Path

from smmkit import git
from smmkit.errors import SmmError
from smmkit.layout import DOCUMENT_ENDS
from smmkit.loading.recognizing import id_of_name, ids_in_text


def ids_elsewhere(root: Path) -> set[str]:
    """Every id in documents of the branches that are known here, also those of others, as far as fetched.

    Nothing where there is no repository, or it cannot be read: then only the folder counts.
    """
    from smmkit.git.history import elsewhere

    try:
        files = elsewhere(root, DOCUMENT_ENDS)
        texts = git.blobs(root, [*files])
        found = {id_ for text in texts for id_ in ids_in_text(text)}
    except SmmError:
        return set()
    return found | {id_ for path in files.values() for id_ in id_of_name(path)}
