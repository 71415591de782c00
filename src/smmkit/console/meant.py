"""What a word of the command line was meant to be: a verb, what it does, an option, an id."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Final

import click

from smmkit.console.language import here
from smmkit.errors import SmmError
from smmkit.layout import has_home, homes_below
from smmkit.words import Message, say

SMM: Final = "smm"


def meant_verb(word: str, behind: Sequence[str], verbs: Collection[str]) -> str:
    """What to call instead, said behind a sentence; empty where nobody knows."""
    from smmkit.corrections.officials import COMMANDS, DEEDS, nearest, table
    from smmkit.git.plain import quoted

    said, known = bare(word), table(COMMANDS)
    if (said == SMM and behind) or has_home(Path(word)):
        call = " ".join(["smm", *behind] if said == SMM else ["smm status", quoted(Path(word))])
        return " " + here("Here it is called: {words}").format(words=call)
    if deed := table(DEEDS).get(said):
        return " " + instead()[deed[0]]
    two = f"{said} {bare(behind[0])}" if behind else said
    calls = known.get(two) or known.get(said) or of_kind(said, behind)
    if calls:
        return " " + here("Here it is called: {words}").format(
            words=", ".join(f"smm {call}" for call in calls)
        )
    if may_be_id(word):
        return " " + here("Here it is called: {words}").format(words=f"smm show {word}")
    near = nearest(word, verbs)
    return " " + here("Did you mean: smm {verb}?").format(verb=near) if near else ""


def instead() -> dict[str, str]:
    """What is done where there is no verb for it."""
    return {
        "edit": here(
            "A document is a text file: change it in your editor and save it; smm show ID says which "
            "file it is."
        ),
        "delete": here(
            "A document that holds no longer stays, with the day in its field `withdrawn:`; one that was "
            "never approved is deleted like any file. For the data of a person: smm erase PERSON"
        ),
    }


def of_kind(word: str, behind: Sequence[str]) -> tuple[str, ...]:
    """What is done with documents of a kind, where a kind stands for the verb: `smm sop SOP-01`."""
    from smmkit.corrections.officials import kinds_by_word
    from smmkit.kinds import KINDS

    kinds = (word,) if word in KINDS else kinds_by_word().get(word, ())
    if not kinds:
        return ()
    if behind and may_be_id(behind[0]):
        return (f"show {behind[0]}",)
    return tuple(f"{verb} {kind}" for kind in kinds[:2] for verb in ("list", "new"))


def bare(word: str) -> str:
    """A word as the dictionary has it."""
    from smmkit.corrections.officials import comparable

    return comparable(word.lstrip("-"))


def meant_options(word: str, known: Iterable[str]) -> list[str]:
    """The options that may be meant by one that is not known: by the dictionary, else by a slip."""
    from smmkit.corrections.officials import OPTIONS, nearest, table

    names = {option.lstrip("-"): option for option in known if option.startswith("--")}
    meant = [names[ours] for ours in table(OPTIONS).get(bare(word), ()) if ours in names]
    near = None if meant else nearest(word.lstrip("-"), list(names))
    return [names[near]] if near else meant


def meant_choice(said: str, choices: Iterable[str]) -> str:
    """What to choose instead of what a sentence quotes, said behind it; empty where nobody knows."""
    from smmkit.corrections.officials import WORDS, meanings, nearest

    word, known = said.partition("'")[2].partition("'")[0], [*choices]
    found = meanings(word, WORDS, known) or tuple(filter(None, [nearest(word, known)]))
    return " " + here("Here it is called: {words}").format(words=found[0]) if found else ""


ID: Final = re.compile(r"[A-Za-z][A-Za-z0-9]{0,15}(?:[-._][A-Za-z0-9]{1,16}){1,4}")


def may_be_id(word: str) -> bool:
    """Whether a word looks like the id of something: SOP-01, T-2019-01."""
    return ID.fullmatch(word) is not None and any(map(str.isdigit, word))


SHOWN: Final = 6
"""So many folders are named that may be meant."""

CLAUSE: Final = re.compile(r"(?:[4-9]|10)(?:\.\d{1,2}){1,3}")
"""What looks like the number of a clause."""


def not_there(place: Path) -> Message:
    """What to say of a file or folder that is not there; an id or a clause may be meant."""
    if may_be_id(str(place)):
        return say("{path} is not there; if it is a code: smm show {path}", path=str(place))
    if CLAUSE.fullmatch(str(place)):
        return say("{path} is not there; if it is a clause: smm why {path}", path=str(place))
    if line := of_unit(place):
        return say("{path} is not there; if it is a unit: smm {line}", path=str(place), line=line)
    if line := in_quotes(place):
        return say(
            "{path} is not there; words that belong together stand in quotes: {line}",
            path=str(place),
            line=line,
        )
    call, words = as_folder(place)
    if call is not None and len(words) == 1:
        usage = f"smm {call.info_name} {' '.join(call.command.collect_usage_pieces(call)[1:])}"
        return say("{path} is not there; it takes: {line}", path=str(place), line=usage)
    return say("{path} is not there", path=str(place))


def no_home(folder: Path) -> Message:
    """What to say of a folder that is in no QMS; one that lies in it may be meant."""
    folder = folder if folder.is_dir() else folder.parent
    below = homes_below(folder)
    if not below:
        return say("there is no qms.yaml in {folder}; first: smm init", folder=str(folder))
    return say(
        "there is no qms.yaml in {folder}; name the folder of the QMS: {folders}",
        folder=str(folder),
        folders=[str(folder / name) for name in below[:SHOWN]],
    )


def in_one(words: list[str]) -> list[str]:
    """The words of a call, those of one name put together: `tinjauan manajemen`; a place stays one."""
    named = list(takewhile(lambda word: not word.startswith("-"), words))
    if len(named) < 2:
        return words
    from smmkit.corrections.officials import ENTRIES, comparable, kinds_by_word, table

    for end in range(len(named), 1, -1):
        name = comparable(" ".join(named[:end]))
        if not os.path.lexists(words[end - 1]) and (
            name in kinds_by_word() or name in table(ENTRIES)
        ):
            return [name, *words[end:]]
    return words


def as_folder(place: Path) -> tuple[click.Context | None, list[str]]:
    """The call and its arguments, where its last, a bare word, was taken for the folder; else None."""
    call = click.get_current_context(silent=True)
    takes = [one for one in call.command.params if isinstance(one, click.Argument)] if call else []
    if call is None or not takes or takes[-1].required or place.suffix or len(place.parts) != 1:
        return None, []
    words = [str(call.params.get(one.name or "") or "") for one in takes]
    return (call, words) if words[-1] == str(place) else (None, [])


def in_quotes(place: Path) -> str:
    """The line in which words that belong together are quoted, where the last was taken for a place."""
    call, words = as_folder(place)
    if call is None or len(words) != 2 or not words[0]:
        return ""
    if "--title" in options_of(call):
        return f'smm {call.info_name} {words[0]} --title "{words[1]}"'
    return f'smm {call.info_name} "{words[0]} {words[1]}"'


def all_in_quotes(call: click.Context, extra: Sequence[str]) -> str:
    """The line of a verb that takes a text first, with all its words in quotes; a folder behind stays."""
    takes = [one for one in call.command.params if isinstance(one, click.Argument)]
    if not takes or takes[0].nargs != 1 or isinstance(takes[0].type, click.Path):
        return ""
    words = [*(str(call.params[one.name or ""]) for one in takes), *extra]
    folder = f" {words.pop()}" if has_home(Path(words[-1])) else ""
    return f'smm {call.info_name} "{" ".join(words)}"{folder}'


def of_unit(place: Path) -> str:
    """The line that names a unit by its option, where one was taken for the folder."""
    from smmkit.console.lookup import unit_named
    from smmkit.console.opening import opened

    call, words = as_folder(place)
    option = next((one for one in ("--unit", "--owner") if call and one in options_of(call)), None)
    if call is None or option is None:
        return ""
    try:
        unit = unit_named(str(place), opened(Path()).qms)
    except SmmError:
        return ""
    return " ".join([str(call.info_name), *filter(None, words[:-1]), option, unit])


def options_of(call: click.Context) -> set[str]:
    """The options of a verb."""
    return {name for one in call.command.params for name in one.opts}


def check_act(verb: str, words: Sequence[str], acts: Sequence[str]) -> None:
    """See that the first word is none of another tongue for what a verb does, nor one that lacks its id.

    `acts` are written as in its help: `plan`, `agenda ID`.

    Raises:
        SmmError: it is; with the line that does it.
    """
    from smmkit.corrections.officials import ACTS, meanings

    first = words[0] if words else ""
    if not first or os.path.lexists(first):
        return
    usage = {act.partition(" ")[0]: act for act in acts}
    if first in usage:
        if usage[first].endswith(" ID") and len(words) == 1:
            raise SmmError(say("an id is missing: smm {verb} {act}", verb=verb, act=usage[first]))
        return
    for ours in meanings(first, ACTS, usage):
        line = " ".join([verb, *([ours, *words[1:]] if len(words) > 1 else [usage[ours]])])
        raise SmmError(
            say("{word} is called {act} here: smm {line}", word=first, act=ours, line=line)
        )
