"""The agenda of an audit by the hour: breaks, Fridays, weekends, holidays, what does not fit."""

import json
from datetime import date
from pathlib import Path

import pytest

from running import EXAMPLE, smm
from smmkit.analyses.auditing.hours import Job, clock, filled, visit, wanted
from smmkit.words import say

FRIDAY = date(2021, 10, 22)
A = say("opening meeting")


def times(work: list[Job], first: date, *free: date) -> list[tuple[date, str]]:
    """When each is done."""
    return [(one.on, one.time) for one in filled(work, first, frozenset(free))]


def test_work_goes_on_after_the_break_a_meeting_does_not():
    broken = [Job(A, 180, ()), Job(A, 60, ())]
    assert times(broken, date(2021, 10, 18))[1:] == [
        (date(2021, 10, 18), "11.30-12.00"),
        (date(2021, 10, 18), "13.00-13.30"),
    ]
    whole = [Job(A, 180, ()), Job(A, 60, (), whole=True)]
    assert times(whole, date(2021, 10, 18))[1:] == [(date(2021, 10, 18), "13.00-14.00")]
    fits = [Job(A, 180, ()), Job(A, 30, (), whole=True)]
    assert times(fits, date(2021, 10, 18))[1:] == [(date(2021, 10, 18), "11.30-12.00")]


def test_fridays_have_a_longer_break_and_weekends_and_holidays_are_free():
    monday = date(2021, 10, 25)
    found = times([Job(A, 390, ())], FRIDAY, monday)
    assert found == [
        (FRIDAY, "08.30-11.30"),
        (FRIDAY, "13.30-16.00"),
        (date(2021, 10, 26), "08.30-09.30"),
    ]
    assert times([Job(A, 30, ())], date(2021, 10, 23))[0][0] == monday


def test_the_end_of_the_calendar_is_no_fault():
    assert len(times([Job(A, 5000, ())], date(9999, 12, 30))) == 4


@pytest.mark.parametrize(("count", "minutes"), [(0, 60), (6, 60), (7, 90), (9, 90), (500, 360)])
def test_a_unit_has_ten_minutes_a_question_in_half_hours(count, minutes):
    assert wanted(count) == minutes
    assert clock(8 * 60 + 5) == "08.05"


def test_of_a_planned_audit_every_unit_is_visited_and_it_opens_and_closes():
    told = json.loads(smm("audit", "agenda", "RA-2021-3", EXAMPLE, "-f", "json").stdout)["lines"]
    assert told[0]["what"] == "opening meeting"
    assert told[-1]["what"] == "closing meeting"
    assert {unit for one in told[1:-1] for unit in one["units"]} == {"MUT", "PPI"}
    assert [one["on"] for one in told] == sorted(one["on"] for one in told)


def test_an_audit_that_has_its_agenda_keeps_it():
    told, by_entry = (
        json.loads(smm("audit", "agenda", id_, EXAMPLE, "-f", "json").stdout)["lines"]
        for id_ in ("AI-2020-1", "RA-2020-4")
    )
    assert told == by_entry
    assert (told[0]["time"], told[0]["what"]) == ("08.30-09.00", "Pertemuan pembukaan")
    assert len(told) == 7


def test_its_lines_can_be_put_into_the_file_of_an_audit(qms: Path) -> None:
    lines = smm("audit", "agenda", "RA-2021-3", qms, "--yaml").stdout
    assert "what: pertemuan pembukaan" in lines.splitlines()[1]
    text = "kind: audit\nid: AI-2021-9\ntitle: A\ndate: 2021-10-18\naudit_type: internal\n"
    (qms / "audit" / "new.yaml").write_text(text + lines, encoding="utf-8")
    told = json.loads(smm("audit", "agenda", "AI-2021-9", qms, "-f", "json").stdout)["lines"]
    assert len(told) == len(lines.splitlines()) - 1


def test_what_ends_after_its_time_is_said_and_what_is_not_there_refused() -> None:
    late = smm("audit", "agenda", "RA-2021-2", EXAMPLE, "--lang", "en")
    assert "It ends on 2 July 2021, after the last day that is set, 25 June 2021" in late.stdout
    assert smm("audit", "agenda", "RA-0000-9", EXAMPLE, "--lang", "en").returncode == 2


def test_of_more_questions_than_fit_into_a_day_a_sample_is_taken() -> None:
    assert [(one.what.text, one.minutes) for one in (visit("U-1", 36), visit("U-1", 37))] == [
        ("{who}: {n} question", 360),
        ("{who}: {n} of {all} questions", 360),
    ]
    assert [one.what.text for one in filled([visit("", 37)], FRIDAY, frozenset())] == [
        "{who}: {n} of {all} questions",
        "{what}, continued",
        "{what}, continued",
    ]


def test_that_a_sample_has_to_be_taken_is_said_where_no_agenda_is_written(qms: Path) -> None:
    text = "kind: audit\nid: AI-2021-9\ntitle: A\ndate: 2021-10-18\naudit_type: internal\nunits: [MUT]\n"
    (qms / "audit" / "new.yaml").write_text(text, encoding="utf-8")
    assert "36 of 3" in smm("audit", "agenda", "AI-2021-9", qms, "--lang", "en").stdout
    lines = smm("audit", "agenda", "AI-2021-9", qms, "--yaml").stdout
    (qms / "audit" / "new.yaml").write_text(text + lines, encoding="utf-8")
    assert (
        "choose them by risk" not in smm("audit", "agenda", "AI-2021-9", qms, "--lang", "en").stdout
    )
