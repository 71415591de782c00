"""The questions of `smm new` at a terminal: what is asked, what may be answered, what Enter does."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import typer

from smmkit.console.output import show_lines
from smmkit.errors import SmmError
from smmkit.new.placeholders import FILL_IN
from smmkit.words import say

if TYPE_CHECKING:
    from smmkit.dialogue.field_answers import FieldAnswers

SHOWN = 15
"""So many ids are shown where one is to be chosen; the others are typed."""

EMPTY = frozenset(("the", "its", "of", "a", "it", "is", "what", "which", "was", "yang", "kerja"))
"""Words of an explanation that say nothing beside a label."""


def has_person() -> bool:
    """Whether there is a person to ask."""
    return sys.stdin.isatty()


def ask_fields(
    answers: FieldAnswers, names: Iterable[str], form: Mapping[str, Any]
) -> dict[str, str]:
    """What a person answers, as YAML; `form` has the values that stand there already."""
    found = {}
    for name in names:
        question = Question(answers, name, form.get(name))
        show_lines(["", *question.explanation()], answers.speech)
        if answer := question.answer():
            found[name] = answer
    return found


def unanswered(answers: FieldAnswers, names: Iterable[str], form: Mapping[str, Any]) -> list[str]:
    """The fields in which stands what a person would have had to say: a choice, a day, a number."""
    names = [name for name in dict.fromkeys(names) if form.get(name) is not None]
    questions = [Question(answers, name, form[name]) for name in names]
    measured = {date, int, Decimal, bool}
    return [
        q.name
        for q in questions
        if not q.is_unfilled and (q.field.type in measured or not q.default)
    ]


class Question:
    """The question for one field."""

    def __init__(self, answers: FieldAnswers, name: str, form: Any) -> None:
        self.answers, self.name, self.speech = answers, name, answers.speech
        self.field = answers.fields[name]
        self.form = "" if form is None else str(form)
        self.words = dict(self.choices())

    @property
    def is_listed(self) -> bool:
        """Whether the answer is one of a list."""
        from smmkit.model.marks import STANDARD, RefersTo

        reference = self.field.reference
        return bool(self.field.enum) or isinstance(reference, RefersTo) or reference is STANDARD

    @property
    def is_unfilled(self) -> bool:
        """Whether a mark stands there, which may be replaced later."""
        return self.form.startswith((FILL_IN.en, FILL_IN.id))

    @property
    def default(self) -> str:
        """What Enter answers: no fact that nobody has told; empty where there is nothing to say."""
        from smmkit.dialogue.field_answers import is_any
        from smmkit.model.marks import Trait

        if self.is_listed:
            only = len(self.words) == 1 and not is_any(self.field)
            return next(iter(self.words)) if only else ""
        if self.field.reference is not None or self.field.has(Trait.AHEAD) or self.is_unfilled:
            return ""
        if self.field.type in {bool, int, Decimal} and not self.field.has(Trait.YEAR):
            return ""
        return self.form

    def choices(self) -> list[tuple[str, str]]:
        """The words that are offered, and what each is called."""
        if self.field.enum:
            return [(word.value, self.speech.say(word.label)) for word in self.field.enum]
        return list(self.answers.offered_names(self.field).items())

    def explanation(self) -> list[str]:
        """What is explained before the question, and the words that may be chosen."""
        label, meaning = self.speech.say(self.field.label), self.field.meaning
        means = self.speech.say(meaning) if meaning and self.name != "title" else ""
        lines = [means] if says_more(means, label) else []
        words = list(self.words.items())
        lines += [f"  {w}" if w == called else f"  {w}  {called}" for w, called in words[:SHOWN]]
        if len(words) > SHOWN:
            more = say("... and {n} more; type the id", n=len(words) - SHOWN)
            lines.append(f"  {self.speech.say(more)}")
        return lines

    def answer(self) -> str:
        """What is answered, asked until it can be used; nothing where the form has it already."""
        label, default = self.speech.say(self.field.label), self.default
        if self.is_unfilled:
            later = say("{label} (Enter: to be filled in later)", label=label)
            label = self.speech.say(later)
        answer: str = typer.prompt(
            label, default=default, show_default=bool(default), value_proc=self.read
        )
        return answer

    def read(self, text: str) -> str:
        """An answer as YAML writes it.

        Raises:
            typer.BadParameter: it cannot be used, in the language of the reader.
        """
        text = text.strip()
        try:
            if not text and self.words:
                raise SmmError(say("one of these must be chosen"))
            if not text and not self.is_unfilled:
                raise SmmError(say("an answer is needed"))
            if text in {"", self.form}:
                return ""
            return self.answers.read(self.name, text, self.speech.say(self.field.label))
        except SmmError as error:
            raise typer.BadParameter(self.speech.say(error.message)) from error


def says_more(means: str, label: str) -> bool:
    """Whether an explanation says anything beside the label."""
    return bool(bare(means) - bare(label))


def bare(text: str) -> set[str]:
    """The words of a text that say something: "Unit kerjanya." says no more than "Unit"."""
    words = re.findall(r"\w+", text.casefold())
    return {word.removesuffix("nya") for word in words} - EMPTY
