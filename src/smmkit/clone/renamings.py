"""What the other agency, its place and its people are called, and what stands for each."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import takewhile

from smmkit.clone.anonymizing import of_person
from smmkit.documents.organization import Organization
from smmkit.new.qms import Answers
from smmkit.qms import Qms


def renamings(other: Qms, new: Answers, mark: str) -> Iterator[tuple[str, str]]:
    """Names of the other agency, and what stands for each; of its people, a mark."""
    for source in other.sources.values():
        if source.values.get("kind") == "people":
            for entry in source.values.get("entries") or ():
                if isinstance(entry, dict) and isinstance(entry.get("title"), str):
                    yield from ((name, mark) for name in of_person(entry["title"]))
    if other.settings is None:
        return
    old = other.settings.organization
    if old.parent and new.parent:
        yield from ((name, new.parent) for name in with_and_without(old.parent))
    if place := place_of(old.name, old.parent or old.short_name):
        front = without_brackets(old.name).removesuffix(place).strip()
        short = "".join(word[0] for word in front.split() if word[0].isupper())
        if len(short) > 1:
            yield f"{short} {place}", new.short_name
    yield from ((name, new.short_name) for name in with_and_without(old.short_name))
    yield from ((name, new.name) for name in with_and_without(old.name))


def place_in(organization: Organization) -> str:
    """The name of the place, as far as the names of the agency and its government show it."""
    long = place_of(organization.name, organization.parent or organization.short_name)
    return place_of(long, organization.short_name) or long


def without_brackets(name: str) -> str:
    """A name without what stands behind it in brackets."""
    bare = name.rstrip()
    if not bare.endswith(")"):
        return name
    opening = bare.find("(", bare.rfind(")", 0, -1) + 1)
    return bare[:opening].rstrip() if opening >= 0 else name


def with_and_without(name: str) -> Iterator[str]:
    """A name as it is, and without what stands behind it in brackets."""
    yield name
    yield without_brackets(name)


def place_of(name: str, other: str) -> str:
    """The words in which two names end alike: the place, as in `Provinsi Nusa Lestari`."""
    one_by_one = zip(*(reversed(without_brackets(n).split()) for n in (name, other)), strict=False)
    words = [one for one, two in takewhile(lambda pair: pair[0] == pair[1], one_by_one)]
    return " ".join(reversed(words))


def history(ids: Collection[str]) -> re.Pattern[str]:
    """What shows that a comment tells of the past of the other agency: a year, or what is not taken."""
    known = [re.escape(id_) for id_ in sorted(ids, key=len, reverse=True) if re.search(r"\d", id_)]
    year = r"(?<![\w/.-])(?:19|20)\d\d(?![\w/])"
    return re.compile("|".join([year, *(rf"(?<![\w-]){id_}(?![\w-])" for id_ in known)]))
