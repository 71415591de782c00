"""A field that is not known where it stands: what is said of it, and how it is called there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from pydantic import BaseModel

from smmkit.corrections import officials
from smmkit.corrections.alone import CODE, amount_in, pair_in
from smmkit.corrections.by_id import NO_IDS, Ids, coded
from smmkit.corrections.many_fields import as_rows, few_of, only_choice, only_gap, taken
from smmkit.corrections.misplaced import moved_below
from smmkit.corrections.near_fields import field_hint
from smmkit.corrections.no_fields import no_field
from smmkit.corrections.officials import comparable, kinds_by_word, meanings
from smmkit.corrections.put_right import fitted
from smmkit.corrections.spoken_values import period_meant
from smmkit.corrections.wrong_values import Said, shorten
from smmkit.location import Step
from smmkit.model.fields import Field, fields_at, fields_of, labels_at
from smmkit.model.marks import RefersTo
from smmkit.model.patterns import ID
from smmkit.words import LANGUAGES, Message, language, say
from smmkit.yaml_text.reading import WORDS_OF_YAML
from smmkit.yaml_text.scalars import is_plain
from smmkit.yaml_text.slips import SPACE, no_break

UNKNOWN: Final = ("extra_forbidden", "invalid_key", "unexpected_keyword_argument")
"""The errors of pydantic that are about a field that is not known."""

MOST = 40
"""A longer value is not repeated in a sentence."""


def unknown_field(error: Any, model: type[BaseModel], around: Any) -> Said:
    """What to say of a field that is not known; the rest of a text after a comma is none.

    `model` is the class of the document; `around` is what stands beside the field.
    """
    known = labels_at(model, error["loc"][:-1])
    name, value = key_as_written(error["loc"][-1], error), error["input"]
    if error["type"] == "invalid_key" and isinstance(around, dict):
        value = around.get(value)  # pydantic gives the key
    message = say("there is no field {name} here", name=shorten(name))
    if odd := SPACE.search(name):
        return no_break(odd[0]), say("write {line}", line=f"`{SPACE.sub(' ', name).strip()}:`")
    fields = fields_at(model, error["loc"][:-1])
    if ends := error.get("ends"):
        return message, say("write each on a line of its own: {lines}", lines=ends)
    if below := moved_below(name, around, fields):
        return message, below
    joint = joint_in(name, known, around) if value is None else None
    if joint:
        line = written(joint[1], joint[2], fields)
        return message, say("behind the name stand a colon and a space: write {line}", line=line)
    if (
        value is None
        and not name.replace("_", "").isalnum()
        and not alone(name, None, fields, around)
    ):
        return message, say("put a text with a comma in quotes, or write it on a line of its own")
    match fields_meant(name, value, known, fields, around):
        case (one,) if choice := only_choice(one, value, fields, around):
            return message, perhaps(choice, value, fields)
        case (one,) if one in around:
            return message, taken(one, [other for other in fields if other not in around])
        case (one,):
            unit = BEHIND.search(name)  # Durasi (menit): 2
            value = coded(value, fields.get(one), error.get("ids", NO_IDS))
            counted = f"{value} {unit[1]}" if unit and type(value) is int else value
            is_part = one in fields and fields[one].part
            line = written(one, counted if is_part else value, fields, error.get("ids", NO_IDS))
            return message, say("here it is called {word}: write {line}", word=one, line=line)
        case ():
            return message, of_no_name(name, value, model, error["loc"][:-1], around)
        case several:
            return message, say("write one of: {words}", words=[f"`{n}:`" for n in several])


def of_no_name(
    name: str, value: Any, model: type[BaseModel], above: tuple[Step, ...], around: Any
) -> Message:
    """What to write instead of a name that no dictionary has: by its value, by what lacks, by its letters."""
    fields = fields_at(model, above)
    if groups := groups_with(name, model, above, around):
        return say(
            "it belongs into {words}: begin the line two spaces further in, below it", words=groups
        )
    if rows := as_rows(name, value, fields):
        return rows
    if pair := alone(name, value, fields, around):
        return say("write {line}", line=f"`{pair}`")
    if other := no_field(name):
        return other
    if gap := likely_gap(name, value, fields, around):
        return perhaps(gap, value, fields)
    known = list(labels_at(model, above))
    return field_hint(name, value, known, fields, few_of(fields, model, around))


def likely_gap(name: str, value: Any, fields: Mapping[str, Field], around: Any) -> str:
    """The field that lacks and takes such a value, where nothing else can be meant; else empty."""
    return only_choice(name, value, fields, around) or only_gap(name, value, fields, around)


def perhaps(field: str, value: Any, fields: Mapping[str, Field]) -> Message:
    """The line of a field that may be meant."""
    line = written(field, value, fields)
    return say("if {word} is meant: write {line}", word=field, line=line)


def joint_in(name: str, known: Mapping[str, Message | None], around: Any) -> re.Match[str] | None:
    """A field that is free and its value, as one name: `owner CAPIL`."""
    found = JOINT.fullmatch(name)
    return found if found and found[1] in known and found[1] not in around else None


JOINT: Final = re.compile(r"([a-z_]{2,40})(?::|\s?=|\s)\s*(\S.{0,60})")
"""A field and its value within braces, without the space between them."""


def written(name: str, value: Any, fields: Mapping[str, Field], ids: Ids = NO_IDS) -> str:
    """The line that has a value at a field; the field alone where the value does not fit into a sentence."""
    right = fitted(value, fields[name], ids) if name in fields else None
    plain = type(value) is int or (type(value) is str and len(value) <= MOST and is_plain(value))
    right = shorten(value) if plain and name not in fields else right
    return f"`{name}: {right}`" if right else f"`{name}:`"


def fields_meant(
    name: str,
    value: Any,
    known: Mapping[str, Message | None],
    fields: Mapping[str, Field],
    around: Any,
) -> tuple[str, ...]:
    """The fields that a name may mean where it stands, with its value."""
    meant = meant_fields(name, known, around)
    if (
        type(value) is str
        and len(value.split()) >= SENTENCE
        and all(one in fields and isinstance(fields[one].reference, RefersTo) for one in meant)
    ):  # things are named there by their ids: temuan, that a place shows, is no finding
        meant = tuple(one for one in called(name, known) if one not in meant) or meant
    return lacking(meant, fields, around)


SENTENCE: Final = 3
"""So many words are no id."""


def lacking(several: tuple[str, ...], fields: Mapping[str, Field], around: Any) -> tuple[str, ...]:
    """Of the fields that a word may mean, the one that is needed and not there, else those not there."""
    if len(several) < 2:
        return several
    said = {one for name in around if name not in fields for one in only_meaning(name, fields)}
    free = tuple(one for one in several if one not in around and one not in said) or several
    needed = tuple(one for one in free if one in fields and fields[one].required)
    return needed if len(needed) == 1 else free


def only_meaning(name: Any, fields: Mapping[str, Field]) -> tuple[str, ...]:
    """The field that another name can mean alone."""
    meant = meanings(name, officials.FIELDS, fields) if isinstance(name, str) else ()
    return meant if len(meant) == 1 else ()


def alone(name: str, value: Any, fields: Mapping[str, Field], around: Any) -> str | None:
    """What is meant where a value stands for the name of a field: `- SEK: Sekretariat`, `- R-01:`;
    where a list stands at another name than that of the only one that has such items.
    """
    if not isinstance(around, dict):
        return None
    if value is None and "id" in fields and "id" not in around and re.search(ID.regex, name):
        return f"id: {name}" if any(map(str.isdigit, name)) else None
    if isinstance(value, list) and value and isinstance(value[0], dict):
        lists = [one for one in fields.values() if one.many and one.part and one.name not in around]
        fitting = [one.name for one in lists if one.part and {*value[0]} <= {*fields_of(one.part)}]
        return f"{fitting[0]}:" if len(fitting) == 1 else None
    return pair_in(name, value, fields) if len(around) == 1 else amount_in(around, fields)


def groups_with(
    name: str, model: type[BaseModel], steps: tuple[Step, ...], around: Any
) -> list[str]:
    """The groups of fields beside a field in which one of this name may stand: `correction:`."""
    beside = around if isinstance(around, dict) else {}
    groups = (one for one in labels_at(model, steps) if isinstance(beside.get(one), dict))
    return [f"`{group}:`" for group in groups if name in labels_at(model, (*steps, group))]


def meant_fields(
    name: str, known: Mapping[str, Message | None], around: Any = ()
) -> tuple[str, ...]:
    """The fields that a word means: as they are labelled, else as offices call them.

    What stands there (`around`) already is meant only where nothing else can be.
    """
    if any(map(str.isdigit, name)) and (CODE.fullmatch(name) or period_meant(name)):
        return ()  # it stands in place of a value: `tahun 2019: 20`, `IKU-01: 82`
    said = DAY_OF.sub("tanggal ", comparable(BEHIND.sub("", name).strip(DRESS)))
    kind = around.get("kind") if isinstance(around, dict) else None
    if "entries" in known and isinstance(kind, str) and kind in kinds_by_word().get(said, ()):
        return ("entries",)
    bare = tuple(one for one in known if comparable(one) == said and one != name)
    if bare:
        return bare
    labelled = [
        field
        for field, label in known.items()
        if label and said in {comparable(language(code).say(label)) for code in LANGUAGES}
    ]
    free = [field for field in labelled if field not in around]
    return tuple(free) or called(said, known) or tuple(labelled)


def called(name: str, known: Mapping[str, Message | None]) -> tuple[str, ...]:
    """The fields that offices call so."""
    said = comparable(name)
    either = [said] if "/" not in said else [one.strip() for one in said.split("/")]
    meant = [one for word in either for one in meanings(word, officials.FIELDS, known)]
    for end in range(said.count(" "), 0, -1):  # penyebab risiko: penyebab
        meant = meant or [*meanings(" ".join(said.split()[:end]), officials.FIELDS, known)]
    return tuple(dict.fromkeys(meant))


BEHIND: Final = re.compile(r"(?<=\w) ?\(([^()]{1,30})\) *$")
"""What a heading of a sheet says in brackets of what stands below it: Durasi (menit)."""

DAY_OF: Final = re.compile(r"^tgl\.? ")
"""How the day of something is shortened: Tgl. masuk."""

DRESS: Final = " \t\"'`*•·▪●–—-_.()[]<>“”‘’„«»0123456789"
"""What stands around a name and is none of it: quotes of print, bullets, asterisks, numbers."""


def key_as_written(key: Any, error: Any) -> str:
    """A key as it stands in the file: pydantic says 1 for the key `true`."""
    value = error["input"] if error["type"] == "invalid_key" else key
    return WORDS_OF_YAML[value] if isinstance(value, bool | None) else str(value)
