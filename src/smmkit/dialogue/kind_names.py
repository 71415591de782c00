"""The kinds that can be begun: as they are listed, and by the words that people have for them."""

from __future__ import annotations

from smmkit.corrections.officials import comparable, kinds_by_word
from smmkit.errors import SmmError
from smmkit.kinds import CREATABLE, document_label
from smmkit.new.foreign import abroad
from smmkit.words import Language, Message, say

GROUPS: dict[str, Message] = {
    "people": say("Who and what"),
    "gap-assessment": say("Preparation (juknis II.A)"),
    "coaching": say("Certification (juknis II.B)"),
    "audit-programme": say("Audits, and what follows from them"),
    "management-review": say("What ISO 9001 asks beside"),
}
"""The groups of kinds, each by its first."""


def kind_named(word: str) -> str:
    """The kind that a word means: its name, or what it is called otherwise.

    Raises:
        SmmError: it is qms, or none, or may be more than one.
    """
    from smmkit.corrections.wrong_values import nearest_hint

    if word == "qms":
        raise SmmError(say("a QMS begins with: smm init"))
    if word in CREATABLE:
        return word
    words = kinds_by_word()
    found = words.get(comparable(word), ())
    if len(found) == 1:
        return found[0]
    if found:
        hint = say("write one of: {words}", words=list(found))
        raise SmmError(say("{word} may be more than one kind; {hint}", word=word, hint=hint))
    hint = nearest_hint(word, [*CREATABLE, *words], say("smm new lists all of them"))
    raise SmmError(say("there is no kind {kind}; {hint}", kind=word, hint=hint))


def list_of_kinds(speech: Language, width: int, *, guided: bool = True) -> list[str]:
    """Every kind that can be begun, in groups, with its label and what it is.

    Unless a folder is `guided` by the juknis, English says nothing of it.
    """
    from textwrap import wrap

    from smmkit.documents import class_of
    from smmkit.model.docstrings import summary

    told = str if guided or speech.code != "en" else abroad
    room = max(map(len, CREATABLE)) + 2
    lines: list[str] = []
    for kind in CREATABLE:
        if kind in GROUPS:
            lines += ["", told(speech.say(GROUPS[kind]))]
        label = speech.say(document_label(kind))
        text = f"{label[:1].upper()}{label[1:]}. {told(speech.say(summary(class_of(kind))))}"
        first, *more = wrap(text, max(30, width - room - 2), break_long_words=False)
        lines.append(f"  {kind:<{room}}{first}")
        lines += [" " * (room + 2) + line for line in more]
    return lines[1:]
