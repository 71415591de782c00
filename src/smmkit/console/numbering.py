"""The next free id, so that nobody who writes at the same time makes the same."""

from __future__ import annotations

from contextlib import suppress

from smmkit.console.lookup import check_single
from smmkit.console.opening import Opened
from smmkit.errors import SmmError
from smmkit.new.ids import Others, free_id
from smmkit.words import say


def next_free(found: Opened, kind: str, others: Others, year: str = "", now: str = "") -> str:
    """The next id that is free here and elsewhere; of a year, where ids of the kind end
    in one or count within one.

    Raises:
        SmmError: an agency has one of the kind, and has it.
    """
    free = free_id(found.qms, kind, others, year, now)
    check_single(found.qms, kind, free)
    return free


def others_of(found: Opened) -> Others:
    """Who else numbers: every branch that is known here; and clones, from which the author's suffix tells
    ids apart, where there are some, or where qms.yaml asks for it.

    Raises:
        SmmError: it asks for it, and nobody knows who writes.
    """
    from smmkit.documents.decided import NewIds
    from smmkit.git.identity import author_of, is_shared, suffix_of
    from smmkit.loading.branches import ids_elsewhere

    how, suffix = found.settings.new_ids, ""
    if how is NewIds.AUTHOR and not author_of(found.root):
        raise SmmError(
            say(
                "new ids end in who writes them (`new_ids:` in qms.yaml), and nobody knows who you are; "
                'tell git: git config --global user.name "YOUR NAME", or choose one: --id'
            )
        )
    with suppress(SmmError):  # a repository that cannot be read stops nobody
        if how is NewIds.AUTHOR or (how is NewIds.SHARED and is_shared(found.root)):
            suffix = suffix_of(found.root)
    return Others(frozenset(ids_elsewhere(found.root)), suffix)
