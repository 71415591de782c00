"""The blank form of a kind: every field, what it means, and what to write there; text with blanks.

It follows from the class of the kind and from what stands below its fields there, so a form can
neither forget a field nor explain it otherwise than an editor does.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from textwrap import wrap

from pydantic import BaseModel

from smmkit.documents import Document, Entry, Information, Register, class_of, kind_label
from smmkit.model.docstrings import summary
from smmkit.model.fields import Field, fields_of, parts_of
from smmkit.model.marks import CLAUSE, FILE, STANDARD, Blank, Reference, RefersTo, Trait
from smmkit.new.foreign import Wishes, is_asked, spoken
from smmkit.new.form_fields import TIME, fields_to_ask, is_needed, is_of_a_time
from smmkit.new.placeholders import FILL_IN
from smmkit.words import ClosedList, Language, Message, say

HEAD = ("kind", "id", "title", "version", "date", "owner", "clauses")
"""The fields that every form begins with."""

BY_VERBS = frozenset({"approvals", "checked_against", "copies"})
"""Fields that verbs write; no form asks for them."""

FEW = 6
"""The most clauses that a form names by itself."""

WIDTH = 90
"""The room of an explanation; those of parts stand further in."""


def form_of(
    kind: str, speech: Language, clauses: tuple[str, ...] = (), wishes: Wishes = None
) -> str:
    """The form of a kind in a language: YAML, with blanks that `new_document` fills.

    `clauses` are those that a document of this kind can prove; `wishes` are those of the standards,
    without them every field is there.
    """
    return "\n".join(_Form(kind, speech, clauses, wishes).lines()) + "\n"


class _Form:
    """The work of `form_of`."""

    def __init__(
        self, kind: str, speech: Language, clauses: tuple[str, ...], wishes: Wishes
    ) -> None:
        self.type, self.kind, self.speech = class_of(kind), kind, speech
        self.clauses, self.wishes = clauses, wishes
        self.own = {p.kind_of_entry for p in parts_of(self.type) if issubclass(p, Entry)}

    def lines(self) -> Iterator[str]:
        intro = say(
            "{what} Replace all that is marked {mark}. Lines that begin with # explain, or are fields "
            "not used yet; to use one, delete the # and one space behind it.",
            what=summary(self.type),
            mark=FILL_IN,
        )
        yield from self.comment(intro)
        fields = fields_of(self.type)
        names = [n for n in fields if n not in BY_VERBS and is_asked(fields[n], self.wishes)]
        own = [n for n in names if n not in HEAD and n not in self.shared]
        rest = [n for n in names if n not in HEAD and n in self.shared]
        for name in [*(n for n in HEAD if n in names), *own, *rest]:
            yield from self.field(fields[name])
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
        return set(fields_of(nature)) - {"kind"}

    def comment(self, message: Message) -> Iterator[str]:
        text = spoken(message, self.speech, self.wishes)
        for line in wrap(text, WIDTH, break_long_words=False):
            yield "# " + line

    def field(self, field: Field) -> Iterator[str]:
        """A field with its explanation; behind `# ` where it can be left out."""
        yield from self.comment(self.explained(field))
        is_used = is_needed(field) and (field.name != "clauses" or self.few)
        sign = "" if is_used else "# "
        for line in self.written(field, all_=not is_used):
            yield sign + line

    def explained(self, field: Field) -> Message:
        """What a field means, and the words that it may have."""
        means = field.meaning or say("{label}.", label=field.label)
        if field.name == "clauses" and self.clauses and not self.few:
            return say(
                "{what} It can prove {clauses}; name those alone that it really serves.",
                what=means,
                clauses=self.clauses,
            )
        if field.enum:
            words = [self.labelled(word) for word in field.enum]
            if field.is_open:
                return say("{what} One of: {words}; or your own words.", what=means, words=words)
            return say("{what} One of: {words}.", what=means, words=words)
        return means

    def labelled(self, word: ClosedList) -> Message | str:
        """A word of a closed list, and its label where that is another."""
        label = self.speech.say(word.label)
        return word if label == word else say("{word} ({label})", word=word, label=label)

    def written(self, field: Field, *, all_: bool) -> Iterator[str]:
        """`name: value`, over as many lines as it takes; `all_` uses every field below, unexplained."""
        name = field.name
        blank = field.mark(Blank)
        if field.part and blank:
            lines = list(self.part(field.part, all_=True))
            yield f"{name}:"
            yield f"${blank.name}"
            yield f"  # - {lines[0]}"
            yield from ("  #   " + line for line in lines[1:])
        elif field.part:
            yield f"{name}:"
            inner = list(self.part(field.part, all_=all_))
            begins = next(n for n, line in enumerate(inner) if not line.startswith("# "))
            dash, below = ("- ", "  ") if field.many else ("", "")
            yield from ("  " + line for line in inner[:begins])
            yield f"  {dash}{inner[begins]}"
            yield from (f"  {below}{line}" for line in inner[begins + 1 :])
        elif name == "clauses" and self.few:
            yield f"{name}: [{', '.join(map(json.dumps, self.clauses))}]"
        else:
            single = self.single(field, sure=not all_)
            if not all_ and self.is_invented(field):
                single += f"  # {self.speech.say(FILL_IN)}"
            is_text = field.type is str and field.reference is None
            if field.many and is_text:
                yield f"{name}:"
                yield f"  - {single}"
            else:
                yield f"{name}: [{single}]" if field.many else f"{name}: {single}"

    def is_invented(self, field: Field) -> bool:
        """Whether a value stands in a part only because something must: nobody is asked for it."""
        if (
            field.owner is self.type
            or field.many
            or field.mark(Blank) is not None
            or field.has(Trait.YEAR)
        ):
            return False
        return bool(field.enum) or field.type in {date, int, Decimal, bool}

    def part(self, type_: type[BaseModel], *, all_: bool) -> Iterator[str]:
        """The fields of a part, one below the other."""
        fields = [field for field in fields_of(type_).values() if is_asked(field, self.wishes)]
        needed = [f for f in fields if is_needed(f)] or fields[:1]
        for field in [*needed, *(f for f in fields if f not in needed)]:
            if all_:
                yield from self.written(field, all_=True)
            elif field in needed:
                yield from self.comment(self.explained(field))
                yield from self.written(field, all_=False)
            else:
                yield from self.field(field)

    def single(self, field: Field, *, sure: bool) -> str:
        """One value as the form has it: a blank to be filled, a default, or a mark to write there.

        `sure` is one that is used at once, so that what it names must be there.
        """
        blank = field.mark(Blank)
        if field.reference is not None:
            return f"${blank.name}" if blank else self.named(field.reference, sure=sure)
        if field.has(Trait.BY_RULE):
            return "{}"
        if field.name == "id":
            if issubclass(field.owner, Entry):
                return f"$new_{field.owner.kind_of_entry.replace('-', '_')}"
            return "$id"
        if field.enum:
            default = field.default or next(iter(field.enum))
            return self.blank(field, default.value)
        if field.type is date:
            inside = field.owner is not self.type and is_of_a_time(self.kind)
            own = TIME.get(field.name) if inside else None
            return f"${own or ('next_year' if field.has(Trait.AHEAD) else 'day')}"
        if field.type is bool:
            return "true"
        if field.type in {int, Decimal}:
            return self.number(field)
        if field.choices:
            return str(field.choices[0])
        return self.text(field)

    def named(self, mark: Reference, *, sure: bool) -> str:
        """Something that stands elsewhere: its id, its number, its path."""
        if mark is FILE:
            return "annex/file.pdf" if self.speech.code == "en" else "lampiran/berkas.pdf"
        if mark is CLAUSE:
            return "$clause"
        if mark is STANDARD:
            return "$standard"
        kinds = mark.kinds if isinstance(mark, RefersTo) else ()
        if kinds and kinds[0] in self.own:
            return f"$new_{kinds[0].replace('-', '_')}"
        blank = kinds[0].replace("-", "_") if kinds else "any"
        return f"${blank}" if sure else f"${{{blank}|X-01}}"

    def number(self, field: Field) -> str:
        """A number within its limits."""
        if field.has(Trait.YEAR):
            return "$this_year"
        if isinstance(field.default, int):
            return str(field.default)
        return str(field.limits.get("ge", 1))

    def text(self, field: Field) -> str:
        """A text to be written by a person."""
        if field.name == "version":
            return '"1"'
        if "pattern" in field.limits:
            return "$year"
        if field.name == "title" and issubclass(field.owner, Register):
            called = self.speech.say(kind_label(self.kind))
            return self.blank(field, called[:1].upper() + called[1:])
        return self.blank(field, f"{self.speech.say(FILL_IN)} {self.speech.say(field.label)}")

    def blank(self, field: Field, otherwise: str) -> str:
        """A blank for what somebody may have been asked; of parts and lists nobody is asked."""
        is_asked = field.owner is self.type and field.name in fields_to_ask(self.kind)
        blank = field.mark(Blank)
        known = blank.name if blank else field.name if is_asked else ""
        return f"${{{known}|{otherwise}}}" if known else otherwise
