"""SMM342 title-said-again."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from pydantic import BaseModel

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.texts import WORDS, squeezed
from smmkit.analyses.texts.parts import parts_in
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents import Document, Information
from smmkit.documents.base import Entry
from smmkit.location import Path
from smmkit.model.fields import fields_of
from smmkit.model.marks import MayBe, OtherThan, Trait
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM342",
    "title-said-again",
    of=Information,
    severity=Severity.WARNING,
    source="own rule",
    clause="7.5.2",
    filled=True,
)
def title_said_again(document: Information, qms: Qms) -> Problems:
    """What explains an entry says more than its title, and its effect other than its cause.

    Why: "quality: quality" is a line of a dictionary that nobody can use.
    """
    if isinstance(document, Document) and not is_live(document, qms):
        return
    equates = qms.fact(vocabulary).equates
    for part, steps in parts_in(document, has_title):
        title = squeezed(str(getattr(part, "title", "")))
        for name, may_be_a_sort in explaining(type(part)).items():
            text = getattr(part, name)
            if isinstance(text, str) and (
                squeezed(text) == title or (not may_be_a_sort and only_turns(text, title, equates))
            ):
                yield problem(
                    document,
                    *steps,
                    name,
                    message=say("this is the title, said once more: {text}", text=text),
                    hint=say("write what the title does not say"),
                )
    for part, steps in parts_in(document, has_pair):
        yield from the_same(document, part, steps)


def only_turns(text: str, title: str, equates: Collection[str]) -> bool:
    """Whether a text has no word that its title has not: "quality is quality"."""
    said = {one.casefold() for one in WORDS.findall(text)}.difference(equates)
    return bool(said) and said <= {*WORDS.findall(title)}


def the_same(document: Information, part: BaseModel, steps: Path) -> Problems:
    """The fields of a part that say word for word what another says, though they ask for more."""
    for first, second in pairs_of(type(part)):
        one, other = getattr(part, first), getattr(part, second)
        if (
            not isinstance(one, str)
            or not isinstance(other, str)
            or squeezed(one) != squeezed(other)
        ):
            continue
        message = say("this says the same as `{field}`: {text}", field=first, text=other)
        hint = say("write what this field asks for")
        if first == "cause":
            message = say("this is the cause, said once more: {text}", text=other)
            hint = say("write what would follow from it, and for whom")
        yield problem(document, *steps, second, message=message, hint=hint)


@cache
def pairs_of(class_: type[BaseModel]) -> list[tuple[str, str]]:
    """The fields of a class of which the second says other than the first."""
    fields = fields_of(class_).items()
    return [(other.name, name) for name, field in fields if (other := field.mark(OtherThan))]


@cache
def explaining(class_: type[BaseModel]) -> dict[str, bool]:
    """The fields of a class that say more than its title, and whether a word for a sort of cases will do."""
    fields = fields_of(class_).items()
    return {name: field.may_be(MayBe.SORT) for name, field in fields if field.has(Trait.EXPLAINS)}


def has_pair(class_: type[BaseModel]) -> bool:
    """Whether a part has two such fields."""
    return bool(pairs_of(class_))


def has_title(class_: type[BaseModel]) -> bool:
    """Whether a part is called by a title, and explains it in one of these fields."""
    return issubclass(class_, Information | Entry) and bool(explaining(class_))
