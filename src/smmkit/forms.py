"""The blank form of a kind: every field, what it means, and what to write there; text with blanks.

It follows from the class of the kind and from what stands below its fields there, so a form can
neither forget a field nor explain it otherwise than an editor does.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from textwrap import wrap
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from smmkit.docstrings import meanings, parts, summary
from smmkit.documents import Document, Entry, Information, Register, class_of
from smmkit.documents.base import CLAUSE, FILE, STANDARD, Names, RefersTo
from smmkit.labels import FILL_IN, field, value
from smmkit.words import Language, Message, say

HEAD = ("kind", "id", "title", "version", "date", "owner", "clauses")
"""The fields that every form begins with."""

USED = frozenset(
    (
        *("owner", "clauses", "series", "entries", "assignments"),
        *("verdicts", "auditors", "units", "points", "value"),
    )
)
"""Fields that a form uses although they may be left out."""

KNOWN = {
    ("Assignment", "role"): "role",
    ("PersonEntry", "title"): "head_name",
    ("ServiceEntry", "title"): "service_title",
}
"""Values of parts that `smm init` knows, and the blanks for them."""

LATER = frozenset({"due", "next", "review_by", "withdrawn", "expires", "response_due", "until"})
"""Days that lie ahead when a document is begun."""

ELSEWHERE = {"series": "$series", "answers": "$series", "verdicts": "$verdicts"}
"""Values that are made beside the form."""

AUDITED = "$audited"
"""The units of an audit: not those of the auditor."""

FEW = 6
"""The most clauses that a form names by itself."""

WIDTH = 90
"""The room of an explanation; those of parts stand further in."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a field takes."""

    type: Any
    many: bool
    mark: RefersTo | Names | None
    limits: dict[str, Any]

    @property
    def part(self) -> type[BaseModel] | None:
        """The part that it is made of, if it is."""
        is_part = isinstance(self.type, type) and issubclass(self.type, BaseModel)
        return self.type if is_part else None


def wanted(info: FieldInfo) -> Wanted:
    """What a field takes: the type below lists and options, its mark, its limits."""
    type_: Any = info.annotation
    many, marks = False, list(info.metadata)
    while not isinstance(type_, type) or get_origin(type_) is tuple:
        if hasattr(type_, "__metadata__"):
            marks += type_.__metadata__
            type_ = get_args(type_)[0]
        elif get_origin(type_) is tuple:
            many, type_ = True, get_args(type_)[0]
        elif get_origin(type_) is Literal:
            break
        else:
            type_ = next(option for option in get_args(type_) if option is not type(None))
    flat = [limit for m in marks for limit in getattr(m, "metadata", [m])]
    limits = {n: getattr(m, n) for m in flat for n in ("ge", "le", "pattern") if hasattr(m, n)}
    mark = next((m for m in flat if isinstance(m, RefersTo | Names)), None)
    return Wanted(type_, many, mark, limits)


def template(kind: str, speech: Language, clauses: tuple[str, ...] = ()) -> str:
    """The form of a kind in a language: YAML, with blanks that `starter` fills.

    `clauses` are those that a document of this kind can prove.
    """
    return "\n".join(_Form(class_of(kind), kind, speech, clauses).lines()) + "\n"


def asked(kind: str) -> dict[str, Wanted]:
    """What somebody who begins a document is asked for: required fields with a single value."""
    fields = {n: f for n, f in class_of(kind).model_fields.items() if f.is_required()}
    found = {n: wanted(f) for n, f in fields.items() if n not in {"kind", "id", "version"}}
    return {n: w for n, w in found.items() if not w.many and not w.part and w.mark is not FILE}


class _Form:
    """The work of `template`."""

    def __init__(
        self, type_: type[Information], kind: str, speech: Language, clauses: tuple[str, ...]
    ) -> None:
        self.type, self.kind, self.speech, self.clauses = type_, kind, speech, clauses
        self.own = {p.kind_of_entry for p in parts(type_) if issubclass(p, Entry)}

    def lines(self) -> Iterator[str]:
        intro = say(
            "{what} Replace all that is marked {mark}. Lines that begin with # explain, or are fields "
            "not used yet; to use one, delete the # and one space behind it.",
            what=summary(self.type),
            mark=FILL_IN,
        )
        yield from self.comment(intro)
        names = [n for n in self.type.model_fields if n != "approvals"]
        own = [n for n in names if n not in HEAD and n not in self.shared]
        rest = [n for n in names if n not in HEAD and n in self.shared]
        for name in [*(n for n in HEAD if n in names), *own, *rest]:
            yield from self.field(self.type, name)
        if issubclass(self.type, Document):
            never = say("Approvals are written by `smm approve`; never type `approvals:` yourself.")
            yield from self.comment(never)

    @property
    def few(self) -> bool:
        """Whether a form names the clauses itself; of many, a person must choose.

        Why: whoever signs a form that names twenty clauses has proved none of them.
        """
        return 0 < len(self.clauses) <= FEW

    @property
    def shared(self) -> set[str]:
        """The fields that a kind has from what all its like are."""
        nature = next(b for b in self.type.__mro__[1:] if issubclass(b, Information))
        return set(nature.model_fields) - {"kind"}

    def comment(self, message: Message) -> Iterator[str]:
        for line in wrap(self.speech.say(message), WIDTH, break_long_words=False):
            yield "# " + line

    def field(self, type_: type[BaseModel], name: str) -> Iterator[str]:
        """A field with its explanation; behind `# ` where it can be left out."""
        info = type_.model_fields[name]
        yield from self.comment(self.explained(type_, name))
        used = info.is_required() or (name in USED and (name != "clauses" or self.few))
        sign = "" if used else "# "
        for line in self.written(type_, name, all_=not used):
            yield sign + line

    def explained(self, type_: type[BaseModel], name: str) -> Message:
        """What a field means, and the words that it may have."""
        means = meanings(type_).get(name) or say("{label}.", label=field(name))
        if name == "clauses" and self.clauses and not self.few:
            return say(
                "{what} It can prove {clauses}; name those alone that it really serves.",
                what=means,
                clauses=self.clauses,
            )
        what = wanted(type_.model_fields[name])
        if isinstance(what.type, type) and issubclass(what.type, StrEnum):
            words = [self.labelled(word.value) for word in what.type]
            return say("{what} One of: {words}.", what=means, words=words)
        return means

    def labelled(self, word: str) -> Message | str:
        """A word of a closed list, and its label where that is another."""
        label = self.speech.say(value(word))
        return word if label == word else say("{word} ({label})", word=word, label=label)

    def written(self, type_: type[BaseModel], name: str, *, all_: bool) -> Iterator[str]:
        """`name: value`, over as many lines as it takes; `all_` uses every field below, unexplained."""
        info = type_.model_fields[name]
        what = wanted(info)
        if name == "verdicts":
            yield f"{name}:"
            yield ELSEWHERE[name]
            if what.part:
                lines = list(self.part(what.part, all_=True))
                yield f"  # - {lines[0]}"
                yield from ("  #   " + line for line in lines[1:])
        elif what.part:
            yield f"{name}:"
            inner = list(self.part(what.part, all_=all_))
            if what.many:
                inner = ["- " + inner[0], *("  " + line for line in inner[1:])]
            yield from ("  " + line for line in inner)
        elif name == "clauses" and self.few:
            yield f"{name}: [{', '.join(map(json.dumps, self.clauses))}]"
        else:
            single = self.single(type_, name, info, what, sure=not all_)
            is_text = what.type is str and what.mark is None
            if what.many and is_text:
                yield f"{name}:"
                yield f"  - {single}"
            else:
                yield f"{name}: [{single}]" if what.many else f"{name}: {single}"

    def part(self, type_: type[BaseModel], *, all_: bool) -> Iterator[str]:
        """The fields of a part, one below the other."""
        names = list(type_.model_fields)
        needed = [n for n in names if type_.model_fields[n].is_required() or n in USED]
        needed = needed or names[:1]
        first = True
        for name in [*needed, *(n for n in names if n not in needed)]:
            if all_ or first:
                yield from self.written(type_, name, all_=all_)
            elif name in needed:
                yield from self.comment(self.explained(type_, name))
                yield from self.written(type_, name, all_=False)
            else:
                yield from self.field(type_, name)
            first = False

    def single(
        self, type_: type[BaseModel], name: str, info: FieldInfo, what: Wanted, *, sure: bool
    ) -> str:
        """One value as the form has it: a blank to be filled, a default, or a mark to write there.

        `sure` is one that is used at once, so that what it names must be there.
        """
        if name in ELSEWHERE:
            return ELSEWHERE[name]
        if what.mark is not None:
            return self.named(name, what.mark, sure=sure)
        if name == "id":
            if issubclass(type_, Entry):
                return f"$new_{type_.kind_of_entry.replace('-', '_')}"
            return "$id"
        match what.type:
            case type() as enum if issubclass(enum, StrEnum):
                default = info.default if isinstance(info.default, StrEnum) else next(iter(enum))
                return self.blank(type_, name, default.value)
            case type() as day if day is date:
                return "$next_year" if name in LATER else "$day"
            case type() as flag if flag is bool:
                return "true"
            case type() as number if number in {int, Decimal}:
                return self.number(info, what)
        if get_origin(what.type) is Literal:
            return str(get_args(what.type)[0])
        return self.text(type_, name, what)

    def named(self, name: str, mark: RefersTo | Names, *, sure: bool) -> str:
        """Something that stands elsewhere: its id, its number, its path."""
        if mark is FILE:
            return "lampiran/berkas.pdf"
        if mark is CLAUSE:
            return "$clause"
        if mark is STANDARD:
            return "$standard"
        kinds = mark.kinds if isinstance(mark, RefersTo) else ()
        if kinds and kinds[0] in self.own:
            return f"$new_{kinds[0].replace('-', '_')}"
        if name == "units" and self.kind == "audit":
            return AUDITED
        blank = kinds[0].replace("-", "_") if kinds else "any"
        return f"${blank}" if sure else f"${{{blank}|X-01}}"

    def number(self, info: FieldInfo, what: Wanted) -> str:
        """A number within its limits."""
        if what.limits.get("ge", 0) >= 1900:
            return "$this_year"
        if isinstance(info.default, int):
            return str(info.default)
        return str(what.limits.get("ge", 1))

    def text(self, type_: type[BaseModel], name: str, what: Wanted) -> str:
        """A text to be written by a person."""
        if name == "version":
            return '"1"'
        if "pattern" in what.limits:
            return "$year"
        label = self.speech.say(field(name))
        if name == "title" and issubclass(type_, Register):
            called = self.speech.say(value(self.kind))
            return self.blank(type_, name, called[:1].upper() + called[1:])
        return self.blank(type_, name, f"{self.speech.say(FILL_IN)} {label}")

    def blank(self, type_: type[BaseModel], name: str, otherwise: str) -> str:
        """A blank for what somebody may have been asked; of parts and lists nobody is asked."""
        is_asked = type_ is self.type and name in asked(self.kind)
        known = KNOWN.get((type_.__name__, name)) or (name if is_asked else "")
        return f"${{{known}|{otherwise}}}" if known else otherwise
