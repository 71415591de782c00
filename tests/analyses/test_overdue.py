"""What is looked at for days that have passed is found by its fields."""

from smmkit.analyses.agenda.overdue import DUTIES, watched
from smmkit.documents import KINDS, class_of
from smmkit.documents.base import Task
from smmkit.documents.risk import Risk
from smmkit.model.fields import parts_of


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
