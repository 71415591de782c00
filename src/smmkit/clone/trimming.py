"""What stays of one document: key paths that are cut, values that are new, files that come along."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from smmkit.clone.scope import FILLABLE
from smmkit.documents import Information
from smmkit.documents.objective import Formula, Frequency, Target
from smmkit.model.fields import Field, fields_of
from smmkit.model.marks import FILE, InClone, RefersTo, Ways
from smmkit.new.placeholders import FILL_IN
from smmkit.words import Language, Message, say
from smmkit.yaml_text.cuts import New
from smmkit.yaml_text.nodes import Path
from smmkit.yaml_text.scalars import flow, folded, item_lines

COUNTABLE = {Formula.MINIMIZE_TO_ZERO.value: 0, Formula.MAXIMIZE_NEGATIVE.value: -1}
"""A target that a formula can count with; 1 serves all others."""


class UnfitError(Exception):
    """A part that cannot stand without what is not taken; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a document is trimmed among."""

    ids: Collection[str]
    """All that is taken."""
    units: Collection[str]
    """The units of the new QMS; where they are others, the first answers for what an old one did."""
    files: Mapping[str, str]
    """Where each file that the document names lies; only those that are there."""
    words: Mapping[str, str]
    """For each scale of words, one of its words."""
    year: int
    speech: Language


@dataclass(slots=True)
class Trimmed:
    """The outcome for one document."""

    cuts: set[Path] = dataclasses.field(default_factory=set)
    news: dict[Path, New] = dataclasses.field(default_factory=dict)
    files: set[str] = dataclasses.field(default_factory=set)
    """Files that come along, as the document names them."""
    series: dict[str, str] = dataclasses.field(default_factory=dict)
    """Series that begin anew, as the document names them, each with its frequency."""
    moved: set[str] = dataclasses.field(default_factory=set)
    """Units that are no more, and were replaced."""


def trimmed(document: Information, around: Surroundings) -> Trimmed:
    """What stays of a document.

    Raises:
        UnfitError: it cannot stand without what is not taken.
    """
    return _Trimming(around).run(type(document), document.source.values)


class _Trimming:
    """The work of `trimmed`."""

    def __init__(self, around: Surroundings) -> None:
        self.around, self.out = around, Trimmed()
        self.fill_in = around.speech.say(FILL_IN)

    def run(self, type_: type[BaseModel], values: dict[str, Any]) -> Trimmed:
        self.part(type_, values, ())
        if "version" in values:
            self.out.news["version",] = New("1", '"1"')
        return self.out

    def part(self, type_: type[BaseModel], values: dict[str, Any], path: Path) -> None:
        for name, value in values.items():
            field, here = fields_of(type_)[name], (*path, name)
            how = field.mark(InClone)
            if how is InClone.LEFT_BEHIND or value is None:
                if value is not None or not field.required:
                    self.out.cuts.add(here)
            elif how is InClone.CONFIRMED:
                text = f"{self.fill_in} {' '.join(value.split())}"
                self.out.news[here] = New(text, folded(text))
            elif how is InClone.FILLED_IN:
                text = f"{self.fill_in} {self.around.speech.say(field.label)}"
                self.out.news[here] = New(text, text)
            elif how is InClone.ANEW and field.part is Target:
                self.out.news[here] = self.target(field, values)
            elif field.part is not None:
                self.parts(field, field.part, value, here)
            elif field.reference is FILE:
                self.file(field, value, here, values)
            elif isinstance(field.reference, RefersTo):
                self.refer(field, value, here)
        self.see_ways(type_, values, path)

    def see_ways(self, type_: type[BaseModel], values: dict[str, Any], path: Path) -> None:
        """A part that can say something in several ways still says it, if it did before."""
        ways: tuple[Ways, ...] = getattr(type_, "ways", ())
        for each in ways:
            said = [way for way in each.ways if all(name in values for name in way)]
            left = [way for way in said if not {(*path, n) for n in way} & self.out.cuts]
            if each.needed and said and not left:
                id_ = values[said[0][0]]
                named = id_[0] if isinstance(id_, list) else id_
                raise UnfitError(say("it refers to {id}, which is not taken", id=str(named)))

    def parts(self, field: Field, part: type[BaseModel], value: Any, path: Path) -> None:
        """A part, or a list of them; what cannot stand is cut."""
        if not field.many:
            try:
                self.part(part, value, path)
            except UnfitError:
                if field.required:
                    raise
                self.forget(path)
            return
        last: UnfitError | None = None
        kept = 0
        for index, item in enumerate(value):
            try:
                self.part(part, item, (*path, index))
                kept += 1
            except UnfitError as error:
                last = error
                self.forget((*path, index))
        if last and not kept:
            if field.required:
                raise last
            self.forget(path)

    def forget(self, path: Path) -> None:
        """Cut a part, whatever was to be done in it."""
        out, n = self.out, len(path)
        out.cuts = {cut for cut in out.cuts if cut[:n] != path} | {path}
        out.news = {place: new for place, new in out.news.items() if place[:n] != path}

    def refer(self, field: Field, value: Any, path: Path) -> None:
        """A reference, or a list of them: to what is taken, to the first unit, or none."""
        kinds = field.reference.kinds if isinstance(field.reference, RefersTo) else ()
        unit = "unit" in kinds
        first = next(iter(self.around.units), "")
        known: list[str] = []
        for index, id_ in enumerate(value if field.many else [value]):
            here = (*path, index) if field.many else path
            new = id_
            is_role = len(kinds) > 1 and id_ in self.around.ids
            if unit and id_ not in self.around.units and not is_role:
                self.out.moved.add(id_)
                new = first
            if new in known or not (unit or new in self.around.ids):
                self.out.cuts.add(here)
                continue
            known.append(new)
            if new != id_:
                self.out.news[here] = New(new)
        if not known:
            self.forget(path)
            if field.required:
                id_ = value[0] if field.many and value else value
                raise UnfitError(say("it refers to {id}, which is not taken", id=str(id_)))

    def file(self, field: Field, value: Any, path: Path, values: dict[str, Any]) -> None:
        """A file, or a list of them: forms come along, series begin anew, others stay behind."""
        names, how = value if field.many else [value], field.mark(InClone)
        if how is InClone.ANEW and value in self.around.files:
            self.out.series[value] = str(values.get("frequency", Frequency.MONTHLY))
            return
        kept = 0
        for index, name in enumerate(names):
            is_form = how is InClone.WITH_FORMS and name.lower().endswith(FILLABLE)
            if is_form and name in self.around.files:
                self.out.files.add(name)
                kept += 1
            else:
                self.out.cuts.add((*path, index) if field.many else path)
        if not kept:
            self.forget(path)
            if field.required:
                raise UnfitError(say("it needs the file {path}, which is not taken", path=names[0]))

    def target(self, field: Field, values: dict[str, Any]) -> New:
        """A target that is to be set, such that the formula can count with it."""
        target: dict[str, Any] = {"period": str(self.around.year)}
        formula = values.get("formula")
        if formula == Formula.ORDINAL:
            target["word"] = self.around.words.get(str(values.get("words")), "?")
        else:
            target["value"] = COUNTABLE.get(str(formula), 1)
        mark = f"  # {self.fill_in} {self.around.speech.say(field.label)}"
        period, *rest = item_lines(target)
        return New([target], f"[{flow(target)}]", (period, *(line + mark for line in rest)))
