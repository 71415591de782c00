"""Formats of a folder: what an older one says today, and the steps that bring it up to date."""

from __future__ import annotations

from collections.abc import Collection

from smmkit.layout import HOME
from smmkit.migrations.services import services_in_scope, services_of_their_own
from smmkit.migrations.step import Change, Migration, Texts, Values
from smmkit.words import Message, say
from smmkit.yaml_text.source import Source

LATEST = 2
"""The format that this smmkit writes, and that its documents are made for."""

MIGRATIONS = (
    Migration(
        1,
        2,
        say("services no longer stand under `scope:` of qms.yaml, but in a register of their own"),
        services_in_scope,
        services_of_their_own,
    ),
)
"""Every step, in order; the last one leads to LATEST."""


def format_of(values: Values) -> int | None:
    """The format that a qms.yaml says; None where it says none."""
    number = values.get("smmkit")
    return number if type(number) is int and number > 0 else None


def pending(values: Values) -> list[Migration]:
    """The steps that are still to be taken, in order."""
    number = format_of(values) or LATEST
    return [step for step in MIGRATIONS if step.before >= number]


def current(values: Values) -> Values:
    """Values of any document as this format says them; those of an older qms.yaml are brought up.

    Why: an issued copy is never rewritten, and an earlier revision cannot be; both stay readable.
    """
    if values.get("kind") == "qms":
        for step in pending(values):
            values = step.values(values)
    return values


def other_format(values: Values) -> tuple[Message, Message] | None:
    """What to say of a qms.yaml in another format, and what to do; None where it is this one."""
    number = format_of(values) or LATEST
    if number < LATEST:
        return (
            say("the folder has the format {n}; this smmkit has {m}", n=number, m=LATEST),
            say("run `smm migrate`; it shows what it would change, and asks"),
        )
    if number > LATEST:
        return (
            say("the folder has the format {n}; this smmkit knows {m} only", n=number, m=LATEST),
            say("it was written by a newer smmkit; update yours"),
        )
    return None


def migrated(texts: Texts, taken: Collection[str]) -> Change:
    """Every step that is still to be taken, one after the other; only files that change.

    Raises:
        SmmError: a text is written in a way that cannot be changed safely.
    """
    changed: dict[str, str] = {}
    told: list[Message] = []
    for step in pending(Source.parse(HOME, texts[HOME].encode()).values):
        made = step.texts({**texts, **changed}, taken)
        changed.update(made.texts)
        told += made.told
    return Change(changed, tuple(told))
