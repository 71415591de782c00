"""What an editor says of a field, a word or an id, in both languages, the reader's first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from smmkit.documents import kind_label
from smmkit.model.fields import Field
from smmkit.model.marks import CLAUSE, FILE, STANDARD, Reference, RefersTo
from smmkit.words import LANGUAGES, Language, Message, Words, language, say

Sentence = Message | Words | str

NAMED = {
    CLAUSE: say(
        'The number of a clause, in quotes: "8.5.1"; "juknis/A4" for one of another standard.'
    ),
    STANDARD: say("The id of a standard."),
    FILE: say("The path of a file, from this document."),
}


class Hover:
    """Says things twice: to the reader, and in the other language."""

    def __init__(self, speech: Language) -> None:
        other = next(code for code in LANGUAGES if code != speech.code)
        self.speech = speech
        self.languages = (speech, language(other))

    def of_field(self, field: Field, *sentences: Sentence) -> dict[str, str]:
        """The hover of a field: its label, then what there is to say of it."""
        return self.texts(field.label, sentences)

    def of_kind(self, kind: str, *sentences: Sentence) -> dict[str, str]:
        """The hover of a kind of document."""
        return self.texts(kind_label(kind), sentences)

    def texts(self, label: Sentence, sentences: tuple[Sentence, ...]) -> dict[str, str]:
        """A description as Markdown, and the same as plain text."""
        said = [
            (capital(speech.say(label)), " ".join(speech.say(s) for s in sentences if s))
            for speech in self.languages
        ]
        return {
            "description": "\n".join(f"{label}: {text}".rstrip(": ") for label, text in said),
            "markdownDescription": "\n\n".join(
                f"**{label}**: {text}" if text else f"**{label}**" for label, text in said
            ),
        }

    def of_words(self, labels: Iterable[Sentence]) -> list[str]:
        """What each word of a closed list means: `audit kecukupan / stage 1`."""
        return [self.twice(label) for label in labels]

    def twice(self, label: Sentence) -> str:
        """A label in both languages, once where they are the same."""
        return " / ".join(dict.fromkeys(speech.say(label) for speech in self.languages))


def what_it_names(mark: Reference) -> Message:
    """What a field that refers to something else asks for."""
    if not isinstance(mark, RefersTo):
        return NAMED[mark]
    if not mark.kinds:
        return say("An id: of a document, or of an entry in one.")
    return say("An id of this kind: {kinds}.", kinds=[kind_label(kind) for kind in mark.kinds])


def otherwise(default: Any) -> Message | str:
    """What holds where a field is left out; nothing where that says nothing."""
    if default is None or default == () or not isinstance(default, str | int):
        return ""
    return say("Without it: {value}.", value=written(default))


def written(default: str | int) -> str:
    """A value as it stands in a file."""
    return str(default).lower() if isinstance(default, bool) else f"{default}"


def capital(text: str) -> str:
    """A text that begins with a capital letter."""
    return text[:1].upper() + text[1:]
