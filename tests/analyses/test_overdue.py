"""What is looked at for days that have passed is found by its fields."""

from smmkit.analyses.agenda import field_days
from smmkit.analyses.agenda.overdue import DUTIES, Sort, watched
from smmkit.analyses.people import handover_places
from smmkit.documents import KINDS, class_of
from smmkit.documents.base import Task
from smmkit.documents.risk import Risk
from smmkit.model.fields import fields_of, parts_of
from smmkit.model.marks import Trait
from smmkit.rules.operation.overdue import OF_PART


def test_every_part_with_a_task_is_reached_from_its_kind():
    """Only the treatments of risks have a rule of their own."""
    for kind in KINDS:
        class_ = class_of(kind)
        if Task in parts_of(class_) and Risk not in parts_of(class_):
            assert any(watched(class_)), kind


def test_a_task_has_one_duty():
    own, below = watched(Task)
    assert own == (DUTIES[0],)
    assert below == ()


def every_part():
    """Every class of a kind, and those of its parts."""
    classes = [class_of(kind) for kind in KINDS]
    return {one for class_ in classes for one in (class_, *parts_of(class_))}


def test_what_has_to_be_renewed_is_told_in_words_of_its_own():
    renewed = {
        part.__name__
        for part in every_part()
        if any(field.has(Trait.RENEWED) for field in fields_of(part).values())
    }
    assert renewed == {part for sort, part in OF_PART if sort is Sort.RUN_OUT}


def test_a_field_that_is_named_with_its_class_is_there():
    there = {(part.__name__, name) for part in every_part() for name in fields_of(part)}
    named = {*field_days.BY_PLACE, *field_days.ELSEWHERE, *field_days.NOTHING}
    named |= {(part, name) for part, name in handover_places.OPEN if part}
    assert named - there == set()
