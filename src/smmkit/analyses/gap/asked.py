"""What a `proof` asks for, in words: the kinds, how they have to stand, what must stand in them."""

from __future__ import annotations

from smmkit.analyses.proof.need_words import either, label_at, last_field, words_of
from smmkit.documents import class_of, kind_label
from smmkit.kinds import CREATABLE, KINDS
from smmkit.model.fields import Field, fields_of
from smmkit.standards.proof import Condition, Need, Proof
from smmkit.words import Message, say


def kinds_asked(proof: Proof, clause: str) -> Message:
    """Which documents one proof asks for, and how many."""
    kinds = [kind_label(kind) for kind in proof.kinds]
    said = say("{kinds}: at least {n}", kinds=kinds, n=proof.at_least)
    for name, values in proof.where.items():
        words = spoken(proof, name, values)
        said = say(
            "{what}; {field}: {words}", what=said, field=field_label(proof, name), words=words
        )
    return say("{what}; it names clause {id}", what=said, id=clause) if proof.named else said


def condition_asked(proof: Proof, condition: Condition) -> Message:
    """How a document has to stand."""
    if condition in {Condition.IN_PERIOD, Condition.MEASURED}:
        return say("{what}: {n} months", what=condition.label, n=proof.months)
    return condition.label


def needed(proof: Proof, need: Need) -> Message:
    """What must stand in a document."""
    said = say("{field}", field=field_label(proof, need.has))
    if need.where:
        first = need.has.partition(".")[0]
        of = [given(proof, f"{first}.{name}", values) for name, values in need.where.items()]
        said = say("{field} ({words})", field=said, words=of)
    if need.at_least:
        said = say("{field}: at least {n}", field=said, n=need.at_least)
    if need.each:
        each = [each_label(proof, need, names) for names in need.each]
        said = say("{what}, each with {fields}", what=said, fields=each)
    if need.months is not None:
        said = say("{what}, of the last {n} months", what=said, n=need.months)
    if need.covers:
        said = say("{what}, for all {things}", what=said, things=need.covers.label)
    return say("{what}, by the head of the organization", what=said) if need.by_head else said


def field_label(proof: Proof, path: str) -> Message | str:
    """How a field of the first kind that has it is called; a pack of one's own may name what is not there."""
    labels = (label_at(class_of(kind), path) for kind in proof.kinds if kind in KINDS)
    return next((one for one in labels if one), path)


def spoken(proof: Proof, name: str, values: tuple[str, ...]) -> list[Message | str]:
    """Values of a field as a reader calls them: labels of a closed list, else what stands there."""
    return words_of(field_at(proof, name), values)


def given(proof: Proof, path: str, values: tuple[str, ...]) -> list[Message | str]:
    """A field and what must stand in it; where it is a yes or a no, the words say both."""
    field = field_at(proof, path)
    words = words_of(field, values)
    if field and field.choices == ():
        return words
    label = field.label if field else path.rpartition(".")[2]
    return [say("{field}: {words}", field=label, words=words)]


def each_label(proof: Proof, need: Need, names: str) -> Message | str:
    """How the fields are called of which every entry must have one."""
    field = field_at(proof, need.has)
    said = either(field.part, names) if field and field.part else None
    return said or names.partition("|")[0]


def field_at(proof: Proof, path: str) -> Field | None:
    """The field at the end of a path, in the first kind that has it."""
    fields = (last_field(class_of(kind), path) for kind in proof.kinds if kind in KINDS)
    return next((one for one in fields if one), None)


OCCURS = ("finding", "nonconforming-output", "feedback")
"""Kinds of what happens, which nobody can begin at will."""


def begun(kind: str) -> Message:
    """That a document of a kind is begun; of what happens, that it is recorded then."""
    if kind in OCCURS:
        return say("record it as soon as one occurs: {kind}", kind=kind_label(kind))
    return say("begin one: {kind}", kind=kind_label(kind))


def form_for(proof: Proof) -> str:
    """The command that begins a document such as a proof asks for; empty where no form is of its kinds."""
    kind = next((kind for kind in proof.kinds if kind in CREATABLE), None)
    if kind is None:
        return ""
    known = fields_of(class_of(kind))
    fields = (
        f" --set {name}={values[0]}"
        for name, values in proof.where.items()
        if values and name in known and not known[name].many
    )
    return f"smm new {kind}{''.join(fields)}"
