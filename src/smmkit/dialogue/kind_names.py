"""The kinds that can be begun: as they are listed, and by the words that people have for them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from smmkit.corrections.near_words import near_kind
from smmkit.corrections.officials import ENTRIES, comparable, kinds_by_word, table
from smmkit.errors import SmmError
from smmkit.kinds import CREATABLE, document_label
from smmkit.new.foreign import unguided
from smmkit.words import LANGUAGES, Language, Message, language, say

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
        SmmError: it is qms, or none, or may be more than one, or the kind of an entry.
    """
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
    hint = entry_hint(word) or near_kind(word, CREATABLE)
    raise SmmError(say("there is no kind {kind}; {hint}", kind=word, hint=hint))


def entry_hint(word: str) -> Message | None:
    """Where to write what is no document of its own: an entry of one, or a field of qms.yaml."""
    from smmkit.documents import class_of, entry_kinds, homes_of_entries, kind_label
    from smmkit.model.fields import labels_at

    homes, said = homes_of_entries(), comparable(word)
    entry = next((e for e in table(ENTRIES).get(said, ()) if e in homes), None)
    entry = entry or labelled_as(said, {one: kind_label(one) for one in entry_kinds()})
    if entry and homes[entry] != "qms":
        return say(
            "it is an entry of a document: write it into that, or begin one: smm new {kind}",
            kind=homes[entry],
        )
    if entry or labelled_as(said, labels_at(class_of("qms"), ())):
        return say("it stands in qms.yaml: write it there")
    return None


def labelled_as(said: str, labels: Mapping[str, Message | None]) -> str | None:
    """What a word names: by its name, or by its label in any language."""
    for name, label in labels.items():
        spoken = {comparable(language(code).say(label)) for code in LANGUAGES} if label else set()
        if said in {comparable(name), *spoken}:
            return name
    return None


def list_of_kinds(
    speech: Language, width: int, kinds: Collection[str] = CREATABLE, *, guided: bool = True
) -> list[str]:
    """These kinds, in groups, with their labels and what they are.

    Unless a folder is `guided` by the juknis, nothing is said of it.
    """
    from textwrap import wrap

    from smmkit.documents import class_of
    from smmkit.model.docstrings import summary

    def told(text: str) -> str:
        return text if guided else unguided(text, speech.code)

    room = max(map(len, CREATABLE)) + 2
    lines: list[str] = []
    for kind in CREATABLE:
        if kind in GROUPS:
            lines += ["", told(speech.say(GROUPS[kind]))]
        if kind not in kinds:
            continue
        label = speech.say(document_label(kind))
        text = f"{label[:1].upper()}{label[1:]}. {told(speech.say(summary(class_of(kind))))}"
        first, *more = wrap(text, max(30, width - room - 2), break_long_words=False)
        lines.append(f"  {kind:<{room}}{first}")
        lines += [" " * (room + 2) + line for line in more]
    return lines[1:]
