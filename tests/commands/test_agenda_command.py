"""`smm agenda`: as a page in every format, as a calendar, as messages, as days of proof."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from running import EXAMPLE, smm

NASTY = 'a; b, c \\ "d"\\nEND:VEVENT\\r\\nBEGIN:VALARM ' + "\u00e9\u4e2d" * 60


def calendar(*arguments: object, **env: str) -> Calendar:
    """The calendar that `smm agenda` makes, read by another program."""
    done = smm("agenda", *arguments, "--format", "ics", **env)
    assert (done.returncode, done.stderr) == (0, "")
    return Calendar.from_ical(done.stdout.replace("\n", "\r\n"))


def test_the_calendar_is_read_back_as_it_was_meant():
    found = calendar(EXAMPLE)
    events = found.walk("VEVENT")
    listed = json.loads(smm("agenda", EXAMPLE, "--format", "json").stdout)["entries"]
    assert str(found["X-WR-TIMEZONE"]) == "Asia/Makassar"
    assert [str(event["UID"]) for event in events] == [one["uid"] for one in listed]
    days = [event["DTSTART"].dt for event in events]
    judged = date(2021, 6, 30)
    assert days == [max(date.fromisoformat(one["day"]), judged) for one in listed]
    assert not any(isinstance(day, datetime) for day in days)
    # the day begins in Makassar eight hours before it does in Greenwich
    began = datetime(2021, 6, 29, 16, tzinfo=UTC)
    assert {event["DTSTAMP"].dt for event in events} == {began}


def test_alarms_ring_at_eight_a_week_before_and_on_the_day():
    for event in calendar(EXAMPLE).walk("VEVENT"):
        triggers = [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")]
        is_late = str(event["SUMMARY"]).startswith("OVERDUE")
        before = [] if is_late else [timedelta(days=-7, hours=8)]
        assert triggers == [*before, timedelta(hours=8)]


def test_no_line_is_longer_than_75_bytes_and_none_is_more_than_it_says(tmp_path):
    smm("init", "q", "--name", NASTY[:60], cwd=tmp_path)
    text = f"""\
kind: change-plan
id: PU-1
title: T
version: "1"
purpose: p
consequences: c
integrity: i
resources: r
responsibilities: r
steps: [{{what: {json.dumps(NASTY.replace(chr(92) + "n", chr(10)))}, due: 9999-12-31}}]
"""
    (tmp_path / "q/pu.yaml").write_text(text, "utf-8")
    done = smm("agenda", "q", "--to", "9999-12-31", "-o", "a.ics", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    data = (tmp_path / "a.ics").read_bytes()
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert b"\n" not in data.replace(b"\r\n", b"")
    events = Calendar.from_ical(data).walk("VEVENT")
    mine = [event for event in events if "PU-1" in str(event["SUMMARY"])]
    for event in mine:  # a phone shows this line alone: what is to be done, and its id
        told = str(event["DESCRIPTION"]).splitlines()[0]
        assert told[:40] in str(event["SUMMARY"])
        assert len(str(event["SUMMARY"])) < 140
    assert [event["DTSTART"].dt for event in mine] == [date(9999, 12, 31)]
    assert 'a; b, c \\ "d"' in str(mine[0]["DESCRIPTION"])
    assert len(mine[0].walk("VALARM")) == 2


def test_the_calendar_speaks_the_language_of_the_folder():
    done = smm("agenda", EXAMPLE, "-f", "ics", SMM_LANG="")
    assert "TERLAMBAT" in done.stdout
    assert "X-WR-CALNAME:Agenda kerja" in done.stdout


FORMS = pytest.mark.parametrize("form", ["text", "html", "json", "xlsx", "pdf", "ics"])


@FORMS
@pytest.mark.parametrize("more", [(), ("--unit", "KIN")], ids=str)
def test_every_format(tmp_path, form, more):
    written(tmp_path, form, EXAMPLE, "--to", "2021-09-30", *more)


@FORMS
def test_the_proof_calendar_in_every_format(young, tmp_path, form):
    assert b"4.1" in written(tmp_path, form, young, "--proof") or form in {"xlsx", "pdf", "ics"}


def written(folder, form: str, *arguments) -> bytes:
    """What `smm agenda` writes into a file of this format."""
    file = folder / f"a.{'txt' if form == 'text' else form}"
    done = smm("agenda", *arguments, "-o", file)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert file.stat().st_size > 150
    return file.read_bytes()


@pytest.fixture(scope="module")
def young(tmp_path_factory):
    """A folder that has hardly any days: what every day of it takes is soon counted."""
    folder = tmp_path_factory.mktemp("young") / "q"
    assert smm("init", folder, "--name", "Dinas Contoh").returncode == 0
    return folder


def test_messages_one_for_each_person():
    done = smm("agenda", EXAMPLE, "--remind", SMM_LANG="id")
    messages = done.stdout.split("---")
    names = [m.strip().splitlines()[0] for m in messages]
    assert len(names) == len({*names}) > 4
    assert names[0] == "Yth. Bapak/Ibu Gilang Samudra,"
    assert all("Terima kasih. BKD Nusa Lestari" in m for m in messages)
    # a title alone does not say what is to be done
    assert "1. peninjauan dokumen: Pelayanan Mutasi" in messages[0]
    assert "2. Meninjau SOP-03" in messages[0]
    alone = smm("agenda", EXAMPLE, "--remind", "--person", "gilang  samudra", SMM_LANG="id")
    assert alone.stdout.strip() == messages[0].strip()


def test_nobody_is_reminded_of_nothing(tmp_path):
    smm("init", "q", "--name", "Dinas Contoh", cwd=tmp_path)
    done = smm("agenda", "q", "--remind", "--as-of", "2020-01-01", cwd=tmp_path)
    assert done.returncode == 0
    assert "Nobody" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--person", "nobody"), "there is no person nobody; there are: P-01 (Ratna Cakrawala)"),
        (("--unit", "XX"), "there is no unit XX"),
        (("--from", "2021-09-01", "--to", "2021-08-31"), "1 September 2021 is after 31 August"),
        (("--remind", "-f", "ics"), "--remind shows messages as text"),
        (("--remind", "--proof"), "--remind shows messages as text"),
        (("--to", "31/2/2021"), "write a day as 2019-12-31"),
    ],
)
def test_what_is_refused(arguments, said):
    done = smm("agenda", EXAMPLE, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


@pytest.mark.long
def test_the_proof_calendar_says_which_day_a_clause_lapses():
    done = smm("agenda", EXAMPLE, "--proof", "-f", "ics")
    assert "SUMMARY:9.2.1 lapses on 9 November 2021: Internal audit - purpose" in done.stdout
    found = json.loads(smm("agenda", EXAMPLE, "--proof", "-f", "json").stdout)
    audit = next(one for one in found["clauses"] if one["clause"] == "9.2.1")
    assert (audit["until"], audit["lapses"]) == ("2021-11-08", "2021-11-09")


def test_a_folder_with_a_broken_file_is_told_and_shown_as_far_as_it_can_be(qms, young, tmp_path):
    shutil.copytree(young, tmp_path / "young")
    (tmp_path / "young/rusak.yaml").write_text("kind: [")
    (qms / "sop/rusak.yaml").write_text("kind: [")
    for folder, *more in (
        (tmp_path / "young", "--proof"),
        *((qms, *more) for more in ((), ("-f", "ics"), ("--remind",))),
    ):
        done = smm("agenda", folder, *more)
        assert done.returncode == 1
        assert done.stdout
