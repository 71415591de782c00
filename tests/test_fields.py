"""What a field takes, asked once: below lists and options, with its limits, its words, its label."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from smmkit.analyses.lifecycle.state import State
from smmkit.documents import KINDS, Document, class_of, kind_label
from smmkit.documents.assessment import Verdict
from smmkit.documents.audit import Audit, AuditType
from smmkit.documents.finding import Effectiveness, Grade
from smmkit.documents.people import Assignment, PersonEntry
from smmkit.documents.procedure import Procedure
from smmkit.documents.resources import ResourceEntry, ResourceType
from smmkit.documents.types import AnyId, Clause, File
from smmkit.model.fields import fields_of, label, labels_at, parts_of
from smmkit.model.marks import CLAUSE, FILE, STANDARD, InClone, RefersTo
from smmkit.model.part import Day, Number, Part, Text
from smmkit.standards import Standard
from smmkit.standards.proof import Condition
from smmkit.words import language


class Below(Part):
    """A part below."""

    on: Day
    """The day."""


class Sample(Part):
    """One of everything."""

    text: Text
    day: Day | None = None
    number: Annotated[Number, Field(ge=5)] | None = None
    one_of: Literal["id", "en"] = "id"
    ids: tuple[AnyId, ...] = ()
    clause: Clause | None = None
    files: Annotated[tuple[File, ...], Field(min_length=1)]
    below: tuple[Below, ...] = ()


FIELDS = fields_of(Sample)


def test_a_type_is_found_below_options_and_lists():
    types = {name: field.type for name, field in FIELDS.items() if not field.choices}
    assert types == {
        "text": str,
        "day": date,
        "number": Decimal,
        "ids": str,
        "clause": str,
        "files": str,
        "below": Below,
    }
    assert [n for n, f in FIELDS.items() if f.many] == ["ids", "files", "below"]
    assert [n for n, f in FIELDS.items() if f.required] == ["text", "files"]


def test_what_a_text_refers_to_is_found_wherever_it_is_annotated():
    found = {n: f.reference for n, f in FIELDS.items() if f.reference}
    assert found == {"ids": RefersTo(), "clause": CLAUSE, "files": FILE}
    assert fields_of(Audit)["standards"].reference is STANDARD


def test_the_limits_of_a_list_are_not_those_of_what_is_in_it():
    assert FIELDS["files"].list_limits == {"min_length": 1}
    assert FIELDS["files"].limits == {"min_length": 1}
    assert FIELDS["ids"].list_limits == {}
    assert FIELDS["number"].limits == {"ge": 5}


def test_a_closed_list_is_an_enum_or_a_literal():
    assert FIELDS["one_of"].choices == ("id", "en")
    assert fields_of(Audit)["audit_type"].choices[:2] == ("internal", "stage-1")
    assert fields_of(Audit)["audit_type"].enum is AuditType
    assert FIELDS["text"].choices == ()


def test_a_field_says_what_it_means():
    assert fields_of(Below)["on"].meaning.text == "The day."
    assert FIELDS["text"].meaning is None


def test_the_parts_of_a_class_are_all_that_is_below():
    assert parts_of(Sample) == [Below]
    assert Assignment in parts_of(PersonEntry)


def test_names_at_a_key_path_are_those_of_the_part_there():
    assert [*labels_at(Sample, ("below", 0))] == ["on"]
    assert [*labels_at(Sample, ())] == list(FIELDS)
    assert [*labels_at(Standard, ("clauses", 3, "title"))] == ["en", "id"]


def test_a_label_belongs_to_the_field_of_a_class_and_a_subclass_inherits_it():
    assert label(Document, "effective").text == "Effective from"
    assert label(Procedure, "effective").text == "Effective from"
    assert label(Effectiveness, "effective").text == "Effective"
    assert label(Verdict, "condition").text == "Objective condition"
    assert label(ResourceEntry, "condition").text == "Condition"
    assert [language("id").say(label(c, "effective")) for c in (Document, Effectiveness)] == [
        "Berlaku sejak",
        "Efektif",
    ]


def test_a_word_belongs_to_its_list():
    assert State.APPROVED.label.text == "approved, not yet effective"
    assert Condition.APPROVED.label.text == "approved"
    assert ResourceType.PEOPLE.label.text == "people"
    assert kind_label("people").text == "register of people"
    assert kind_label("kpi").text == "key performance indicator"
    assert Grade("major") is Grade.MAJOR == "major"


def test_what_an_agency_keeps_to_itself_stands_at_the_field():
    behind = {
        name for name, field in fields_of(Procedure).items() if field.has(InClone.LEFT_BEHIND)
    }
    assert behind == {
        *("effective", "review_by", "withdrawn", "supersedes", "change_note", "reviewer"),
        *("approvals", "copies", "note", "number", "checked_against"),
    }
    assert {kind for kind in KINDS if class_of(kind).is_system} & {"people", "audit"} == set()


def test_a_field_that_is_inherited_is_read_once_and_belongs_to_each_class():
    ours, theirs = fields_of(Document)["effective"], fields_of(Procedure)["effective"]
    assert ours.marks is theirs.marks
    assert (ours.owner, theirs.owner) == (Document, Procedure)


def test_a_field_is_named_by_its_label_and_as_it_is_written():
    from smmkit.documents.finding import AuditFinding
    from smmkit.model.fields import named
    from smmkit.words import Language

    assert Language("en").say(named(AuditFinding, "cause")) == "Cause (`cause:`)"
    assert Language("id").say(named(AuditFinding, "action.done")).endswith("(`action.done:`)")
    assert "action" not in Language("id").say(named(AuditFinding, "action.done")).partition("(")[0]


def test_no_two_columns_of_a_part_have_one_name():
    parts = {part for kind in KINDS for part in parts_of(class_of(kind))}
    for code in ("en", "id"):
        for part in parts:
            heads = [language(code).say(field.label) for field in fields_of(part).values()]
            assert len(heads) == len(set(heads)), (part, heads)
