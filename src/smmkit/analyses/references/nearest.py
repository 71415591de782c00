"""What a person probably meant: the nearest id, the nearest clause."""

from __future__ import annotations

import re
from textwrap import shorten

from smmkit.analyses.references.spelling import (
    alike,
    bare_name,
    closest,
    may_be_slip,
    named_in,
    without_sort,
)
from smmkit.analyses.texts import squeezed
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.corrections.by_id import bare_id, is_every_unit
from smmkit.corrections.officials import ENTRIES, comparable, kinds_by_word, table
from smmkit.corrections.spoken_spans import ids_between
from smmkit.documents import kind_label
from smmkit.documents.people import PersonEntry
from smmkit.qms import Qms
from smmkit.words import Message, say
from smmkit.words.numbers import in_words


def nearest_id(
    qms: Qms, id: str, kinds: tuple[str, ...], *, in_list: bool = False
) -> Message | None:
    """The id that was probably meant, of the kinds that are wanted: by its letters, or by a title."""
    if "unit" in kinds and is_every_unit(id):
        units = qms.fact(ids_by_kind).get("unit", [])
        return say("write the code of each unit: {words}", words=units) if units else None
    near = ids_near(qms, id, kinds)
    named = ids_between(id) or named_in(id, near)
    if len(near) > 1 and len(named) > 1:
        if in_list:
            return say(
                "several codes stand here; write each as an item of its own: {words}", words=near
            )
        return say("only one can stand here: {words}", words=near)
    if near and not named and not alike(id, near[0]) and not id.endswith((".md", ".yaml")):
        return say("a code is written here, not a title: {words}", words=with_titles(qms, near))
    if near:
        return say("did you mean {word}?", word=near[0])
    if "unit" in kinds and (people := by_title(qms, id, qms.fact(ids_by_kind).get("person", []))):
        return say(
            "a unit is asked for here, not a person; of {person} it is: {words}",
            person=with_titles(qms, people[:1])[0],
            words=with_titles(qms, units_of(qms, people[0])),
        )
    if not kinds and " " in id:
        kinds = tuple(qms.fact(ids_by_kind))
    known = [i for kind in kinds for i in qms.fact(ids_by_kind).get(kind, ())]
    if len(known) > SHOWN:
        few = with_titles(qms, known[:FEW])
        return say("a code is written here, such as: {words}", words=few)
    return (
        say("a code is written here, one of: {words}", words=with_titles(qms, known))
        if known
        else None
    )


def with_titles(qms: Qms, ids: list[str]) -> list[Message]:
    """Ids, each with its title."""
    titles = (shorten(qms.things[id_].title, LONGEST, placeholder=" ...") for id_ in ids)
    return [
        say("{id} ({title})", id=id_, title=title) for id_, title in zip(ids, titles, strict=True)
    ]


LONGEST = 80
"""A longer title is cut where it only shows what an id means."""


def ids_near(qms: Qms, id: str, kinds: tuple[str, ...]) -> list[str]:
    """The ids that may have been meant, of the kinds that are wanted."""
    known = qms.fact(ids_by_kind)
    ids = [i for kind in kinds or known for i in known.get(kind, ())]
    same = [one for one in qms.fact(by_bare_id).get(bare_id(id), ()) if one in ids]
    if len(same) == 1:
        return same
    if within := [one for one in ids_between(id) if one in ids]:
        return within
    whole, sorted_ = called(qms, id, ids), by_title(qms, without_sort(id), of_sort(qms, id, ids))
    if len(sorted_) == 1 and not whole:
        return sorted_
    if titled := by_title(qms, id, ids) or by_role(qms, id, ids) or headed(qms, id, ids):
        return titled
    if (home := qms.fact(by_file).get(id.rpartition("/")[2].casefold())) in ids:
        return [str(home)]
    if named := named_in(id, ids):
        return named[:FEW]
    found = closest(id, [one for one in ids if may_be_slip(id, one)])
    if found:
        return [found]
    numbered = by_number(id, ids) if kinds else []
    return (
        nearly_titled(qms, id, ids) or numbered or sorted_ or by_title(qms, without_sort(id), ids)
    )


def of_sort(qms: Qms, words: str, ids: list[str]) -> list[str]:
    """The ids of the kinds that the first word says: procedures for `SOP Pensiun`."""
    sort = comparable(words.partition(" ")[0])
    kinds = {*kinds_by_word().get(sort, ()), *table(ENTRIES).get(sort, ())}
    return [one for one in ids if qms.things[one].is_a in kinds]


def by_number(words: str, ids: list[str]) -> list[str]:
    """The one id that ends with a number by which a thing is named: `butir 3`, `misi kelima`."""
    found = NUMBERED.fullmatch(words.strip())
    number = in_words(found[1]) if found and found[1].isalpha() else found and int(found[1])
    ends = (END_OF_ID.search(one) for one in ids) if number else ()
    same = [end.string for end in ends if end and int(end[0]) == number]
    return same if len(same) == 1 else []


NUMBERED = re.compile(r"(?:[^\W\d]{3,12} )?(?:no\.? |nomor |ke[- ]?)?(\d{1,3}|[^\W\d]{4,12})")
"""A thing by its number, as a list has it."""

END_OF_ID = re.compile(r"(?<!\d)\d{1,6}$")


def by_role(qms: Qms, words: str, ids: list[str]) -> list[str]:
    """The people among ids who hold a role of this name today."""
    said = squeezed(words)
    held = qms.fact(holders)
    found = held.get(said) or held.get(ACTING.sub("", said)) or ()
    return [one for one in found if one in ids][:FEW]


ACTING = re.compile(r"^(?:plt|plh|pj|pelaksana (?:tugas|harian)|acting)\b\.? *")
"""Who holds a post for a while is written so on paper; the register says it elsewhere."""


def headed(qms: Qms, words: str, ids: list[str]) -> list[str]:
    """The unit among ids whose head is named, where the unit itself is asked for: Kepala Bidang Mutasi."""
    said = squeezed(words)
    for title in qms.fact(vocabulary).offices.of_units:
        if said.startswith(f"{title} "):
            named = by_title(qms, said.removeprefix(title).strip(), ids)
            return named if len(named) == 1 else []
    return []


def units_of(qms: Qms, person: str) -> list[str]:
    """The units in which a person holds a post today."""
    entry = qms.get(person, PersonEntry)
    units = (held.unit for held in entry.held_on(qms.as_of)) if entry else ()
    return [one for one in dict.fromkeys(units) if one in qms.things]


def holders(qms: Qms) -> dict[str, list[str]]:
    """Who holds a role today, by its name."""
    found: dict[str, list[str]] = {}
    for id_ in qms.fact(ids_by_kind).get(PersonEntry.kind_of_entry, ()):
        person = qms.get(id_, PersonEntry)
        for held in person.held_on(qms.as_of) if person else ():
            found.setdefault(squeezed(held.role), []).append(id_)
    return found


def by_bare_id(qms: Qms) -> dict[tuple[str, ...], list[str]]:
    """Every id under what makes it."""
    found: dict[tuple[str, ...], list[str]] = {}
    for id_ in qms.things:
        found.setdefault(bare_id(id_), []).append(id_)
    return found


def by_file(qms: Qms) -> dict[str, str]:
    """The id of each document, by the name of its file."""
    return {doc.path.rpartition("/")[2].casefold(): doc.id for doc in qms.documents}


def bare_titles(qms: Qms) -> dict[str, str]:
    """The title of every thing as a bare name, by its id."""
    return {id_: bare_name(thing.title) for id_, thing in qms.things.items()}


def nearly_titled(qms: Qms, words: str, ids: list[str]) -> list[str]:
    """What is called so but for a slip or two, of a title that is long enough for them."""
    said = bare_name(words)
    bare = qms.fact(bare_titles)
    titles = {bare[id_]: id_ for id_ in ids}
    found = closest(said, list(titles)) if len(said) > LONG else None
    return [titles[found]] if found else []


def by_title(qms: Qms, words: str, ids: list[str]) -> list[str]:
    """The ids of what is called so: the whole title, else without what stands before and behind a name.

    Of what has another title a few that have all the words in theirs.
    """
    bare, whole = bare_name(words), called(qms, words, ids)
    known = qms.fact(bare_titles)
    named = [id_ for id_ in ids if bare and known[id_] == bare]
    parts = set(bare.split()) if len(bare) > SHORT else set()
    held = [id_ for id_ in ids if parts and parts <= set(known[id_].split())]
    return (whole or named or held)[:FEW]


def called(qms: Qms, words: str, ids: list[str]) -> list[str]:
    """The ids of what has this title, letter by letter."""
    said = squeezed(words)
    return [id_ for id_ in ids if squeezed(qms.things[id_].title) == said]


SHORT, FEW, LONG, SHOWN = 3, 3, 7, 8
"""Shorter words are looked for in no title; so many ids are offered; so long a title may have slips;
of so many everything is named.
"""


def ids_by_kind(qms: Qms) -> dict[str, list[str]]:
    """Every id under the kind of what it names."""
    found: dict[str, list[str]] = {}
    for id_, thing in qms.things.items():
        found.setdefault(thing.is_a, []).append(id_)
    return found


def why_missing(id: str, qms: Qms) -> Message:
    """Why no thing of this id is found: it is another kind, cannot be read, or is not there."""
    if stub := qms.stub_of.get(id):
        return say(
            "{id} stands in {path}, which has faults; run `smm validate`", id=id, path=stub.path
        )
    if thing := qms.things.get(id):
        return say(
            "{id} is not meant here, it is: {kind} ({title}); smm show {id}",
            id=id,
            kind=kind_label(thing.is_a),
            title=thing.title,
        )
    hint = nearest_id(qms, id, ())
    if hint:
        return say("there is no {id}; {hint}", id=id, hint=hint)
    return say("there is no {id} in this folder", id=id)


def damaged_pack(id: str, qms: Qms) -> Message | None:
    """That the folder's own pack of this id cannot be read; None where there is none, or it can."""
    path = f"standards/{id}.yaml"
    if not any(problem.path == path for _, problem in qms.found):
        return None
    return say("{id} stands in {path}, which has faults; run `smm validate`", id=id, path=path)
