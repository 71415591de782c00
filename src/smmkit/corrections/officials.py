"""How offices call kinds, fields and commands: the words of words_of_officials.yaml, and what they mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import Any, Final

from smmkit.kinds import CREATABLE, document_label
from smmkit.names import every_name
from smmkit.words import LANGUAGES, ClosedList, language
from smmkit.yaml_text.reading import read_ours

HOME: Final = Path(__file__).with_name("words_of_officials.yaml")

KINDS, ENTRIES, FIELDS, COMMANDS = "kinds", "entries", "fields", "commands"
DEEDS, ACTS, OPTIONS = "deeds", "acts", "options"
WORDS: Final = "words"
"""The words of closed lists."""
IN_NUMBERS: Final = "in_numbers"
"""What stands in the numbers of papers between their parts."""


@cache
def data() -> dict[str, Any]:
    """Everything that the dictionary says: for each list, our words with theirs."""
    return read_ours(HOME.read_text("utf-8"))


@cache
def table(name: str) -> dict[str, tuple[str, ...]]:
    """Every word of one list, and what of ours it may mean, in the order of the list."""
    found: dict[str, tuple[str, ...]] = {}
    for ours, words in data()[name].items():
        for word in words:
            found[word] = (*found.get(word, ()), ours)
    return found


def meanings(word: str, name: str, among: Collection[str]) -> tuple[str, ...]:
    """What a word may mean of those that are possible: by the dictionary alone, never by its letters."""
    return tuple(ours for ours in table(name).get(comparable(word), ()) if ours in among)


@cache
def kinds_by_word() -> dict[str, tuple[str, ...]]:
    """What each word may mean; the closer one goes before: labels, the dictionary, ids, folders."""
    words: dict[str, tuple[str, ...]] = {}
    for speech in (language("id"), language("en")):
        words |= {comparable(speech.say(document_label(kind))): (kind,) for kind in CREATABLE}
    words |= {comparable(kind): (kind,) for kind in CREATABLE}
    for word, kinds in table(KINDS).items():
        words.setdefault(word, kinds)
    ids, folders = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for kind, named in every_name().items():
        for prefix, folder in dict.fromkeys(named):
            if kind not in ids[comparable(prefix)]:
                ids[comparable(prefix)].append(kind)
            if kind not in folders[comparable(folder)]:
                folders[comparable(folder)].append(kind)
    for word, several in (*ids.items(), *folders.items()):
        words.setdefault(word, tuple(several))
    return words


def comparable(word: str) -> str:
    """A word without what makes no difference: capitals, hyphens, wider spaces."""
    return " ".join(word.casefold().replace("-", " ").replace("_", " ").split())


def labelled(text: str, words: Iterable[ClosedList]) -> str | None:
    """The word of a closed list that a text is: itself, or by its label in any language."""
    said = comparable(text)
    for word in words:
        labels = (language(code).say(word.label) for code in LANGUAGES)
        if said in {comparable(word.value), *map(comparable, labels)}:
            return str(word.value)
    return None


def begins_alike(one: str, other: str) -> int:
    """How many letters two words begin with alike: of two that are as near, this tells which is meant."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def nearest(word: str, known: Collection[str]) -> str | None:
    """The word that was probably meant, but for a slip of the pen.

    Why so few slips: of three letters any word is two slips from many others that have nothing to
    do with it, and a wrong answer is worse than none.
    """
    from rapidfuzz.distance import OSA

    said = comparable(word)
    slips = 1 if len(said) < LONG else 2
    best: tuple[int, int, str] | None = None
    for one in known:
        other = comparable(one)
        off = OSA.distance(said, other, score_cutoff=slips)
        if off and len(said) < SHORT and (len(other) <= len(said) or said[:1] != other[:1]):
            continue
        shared = begins_alike(said, other)
        if off <= slips and (best is None or (off, -shared) < best[:2]):
            best = off, -shared, one
    if best is None and len(said) >= SHORT:
        begun = [
            one
            for one in known
            if comparable(one).startswith(said)
            or (len(one) >= SHORT and said.startswith(comparable(one)))
        ]
        return begun[0] if len(begun) == 1 else None
    return best[2] if best else None


SHORT, LONG = 4, 7
"""In words of fewer letters only one may have been left out, or one be wrong."""
