"""What a reader is told of a field, a word, an id: Markdown in the reader's language and the other one."""

from __future__ import annotations

from smmkit.documents import KINDS, Information, class_of, kind_label
from smmkit.documents.people import PersonEntry
from smmkit.editor.hover import Hover, capital, otherwise, what_it_names
from smmkit.editor.ids import clauses, standards
from smmkit.lsp.folder import Folder
from smmkit.model.docstrings import summary
from smmkit.model.fields import Field
from smmkit.model.marks import Names
from smmkit.qms import Qms
from smmkit.words import Language

MARKDOWN = "markdownDescription"


def of_field(field: Field, speech: Language) -> str:
    """What a field means."""
    sentences = (
        field.meaning or (summary(field.part) if field.part else ""),
        what_it_names(field.reference) if field.reference else "",
        otherwise(field.default),
    )
    return Hover(speech).of_field(field, *sentences)[MARKDOWN]


def of_kind(kind: str, speech: Language) -> str:
    """What a kind of document is."""
    if kind not in KINDS:
        return ""
    return Hover(speech).of_kind(kind, summary(class_of(kind)))[MARKDOWN]


def of_id(id_: str, folder: Folder, speech: Language) -> str:
    """What an id names: title, kind, state, where it stands. Of a person it is the role."""
    qms = folder.known
    if qms is None or id_ not in qms.things:
        return ""
    thing, (home, _) = qms.things[id_], qms.homes[id_]
    title = thing.title
    if isinstance(thing, PersonEntry):
        title = ", ".join(held.role for held in thing.held_on(qms.as_of))
    kind = capital(speech.say(kind_label(thing.is_a)))
    lines = [f"**{escaped(id_)}**: {escaped(title)}", kind]
    if isinstance(thing, Information) and (state := folder.state_of(id_)):
        lines[-1] += f", {speech.say(state.label)}"
    return "\n\n".join([*lines, f"`{home.path}`"])


def of_name(name: str, mark: Names, qms: Qms, speech: Language) -> str:
    """What the number of a clause, or the id of a standard, names."""
    hover = Hover(speech)
    known = {"clause": clauses, "standard": standards}.get(mark.what)
    found = known(qms, hover).get(name, "") if known else ""
    return f"**{escaped(name)}**: {escaped(found)}" if found else ""


def of_word(word: str, field: Field, speech: Language) -> str:
    """What a word of a closed list means."""
    label = next((one.label for one in field.enum or () if one.value == word), None)
    return f"**{word}**: {Hover(speech).twice(label)}" if label else ""


def escaped(text: str) -> str:
    """A text of a person as Markdown shows it letter by letter."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]<>#|!" else sign for sign in text)
