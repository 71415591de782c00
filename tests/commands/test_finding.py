"""smm finding and smm action: what is waited for, what is late, and gates that no closing passes by."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from running import EXAMPLE, smm

OPEN = {
    "T-2020-04": "effect",
    "T-2021-01": "cause",
    "T-2021-02": "done",
    "T-2021-03": "decision",
}
FIELDS = {
    "effect": "effectiveness",
    "cause": "cause",
    "done": "action.done",
    "decision": "decision",
}
"""What is written when each is there."""


def rows(verb: str, folder: Path) -> dict[str, dict[str, object]]:
    told = json.loads(smm(verb, folder, "-f", "json").stdout)
    return {one["id"]: one for one in told["rows"]}


def test_what_the_example_waits_for() -> None:
    found = rows("finding", EXAMPLE)
    assert {id_: one["waits_for"] for id_, one in found.items() if not one["closed"]} == OPEN
    assert found["T-2021-02"]["late_since"] == "2021-06-11"
    assert found["T-2020-04"]["accepted"] == "2020-04-17"
    assert next(iter(found)) == "T-2020-04"


def test_accepted_by_the_body_is_not_closed_by_us() -> None:
    one = rows("finding", EXAMPLE)["T-2020-04"]
    assert one["accepted"]
    assert one["closed"] is None


@pytest.mark.parametrize("id_", OPEN)
def test_nothing_is_closed_before_its_time(qms: Path, id_: str) -> None:
    before = (qms / "temuan" / f"{id_.lower()}.yaml").read_bytes()
    found = smm("finding", "close", id_, qms)
    assert found.returncode == 2
    assert id_ in found.stderr
    assert f"`{FIELDS[OPEN[id_]]}:`" in found.stderr
    assert (qms / "temuan" / f"{id_.lower()}.yaml").read_bytes() == before


EFFECT = """\
effectiveness: {checked_on: 2021-06-28, by: P-07, effective: %s, how: Dua puluh keputusan diperiksa.}
"""


def with_effect(qms: Path, effective: str) -> Path:
    path = qms / "temuan" / "t-2020-04.yaml"
    path.write_text(path.read_text("utf-8") + "\n" + EFFECT % effective, encoding="utf-8")
    return path


def test_closed_with_all_that_is_asked_for_and_nothing_else_touched(qms: Path) -> None:
    path = with_effect(qms, "true")
    before = path.read_text("utf-8")
    found = smm("finding", "close", "T-2020-04", qms, "--on", "2021-06-29")
    assert found.returncode == 0, found.stderr
    after = path.read_text("utf-8")
    assert [line for line in after.splitlines() if line not in before.splitlines()] == [
        "closed: 2021-06-29"
    ]
    assert smm("finding", "close", "T-2020-04", qms).returncode == 2
    assert smm("undo", qms, "--yes").returncode == 0
    assert path.read_text("utf-8") == before


def test_closed_on_the_day_of_judgement_that_is_named(qms: Path) -> None:
    file = with_effect(qms, "true")
    assert smm("finding", "close", "T-2020-04", qms, "--as-of", "2021-06-29").returncode == 0
    assert "\nclosed: 2021-06-29\n" in file.read_text("utf-8")


def test_what_did_not_help_is_not_closed(qms: Path) -> None:
    with_effect(qms, "false")
    assert smm("finding", "close", "T-2020-04", qms).returncode == 2


@pytest.mark.parametrize(("looked", "code"), [("2020-05-27", 2), ("2020-05-28", 0)])
def test_an_effect_is_looked_at_after_the_action_was_done(
    qms: Path, looked: str, code: int
) -> None:
    path = with_effect(qms, "true")
    path.write_text(path.read_text("utf-8").replace("2021-06-28", looked), encoding="utf-8")
    found = smm("finding", "close", "T-2020-04", qms, "--lang", "en")
    assert found.returncode == code
    assert ("a look at its effect" in found.stderr) == (code == 2)


@pytest.mark.parametrize(
    ("looked", "on", "said"),
    [
        (
            "2021-06-29",
            "2021-06-28",
            "`effectiveness:` in temuan/t-2020-04.yaml is of 29 June 2021",
        ),
        ("2020-05-27", "2021-06-28", "`effectiveness:` in temuan/t-2020-04.yaml is of 27 May 2020"),
    ],
)
def test_a_look_with_the_wrong_day_is_not_told_as_missing(
    qms: Path, looked: str, on: str, said: str
) -> None:
    path = with_effect(qms, "true")
    path.write_text(path.read_text("utf-8").replace("2021-06-28", looked), encoding="utf-8")
    found = smm("finding", "close", "T-2020-04", qms, "--on", on, "--lang", "en")
    assert found.returncode == 2
    assert said in " ".join(found.stderr.split())
    assert "(write" not in found.stderr


ACTION = "action: {what: Menambah satu pertanyaan tentang layanan, owner: SEK, due: 2021-06-25%s}\n"


@pytest.mark.parametrize(
    ("accepted", "action", "waits"),
    [
        ("true", "", "an action"),
        ("true", ACTION % "", "the action to be done"),
        ("true", ACTION % ", done: 2021-06-24", ""),
        ("false", "", ""),
    ],
)
def test_a_suggestion_that_was_taken_up_is_carried_out_before_it_is_closed(
    qms: Path, accepted: str, action: str, waits: str
) -> None:
    path = qms / "temuan" / "t-2021-03.yaml"
    decision = f"decision: {{on: 2021-06-01, accepted: {accepted}, reason: Memilah hasil survei}}\n"
    path.write_text(path.read_text("utf-8") + decision + action, encoding="utf-8")
    found = smm("finding", "close", "T-2021-03", qms, "--lang", "en")
    assert found.returncode == (2 if waits else 0)
    assert f"waits for {waits}" in found.stderr if waits else "is closed" in found.stdout


@pytest.mark.parametrize(
    ("verb", "id_", "said"),
    [
        ("finding", "TK-2021-1", "smm action close TK-2021-1"),
        ("action", "T-2020-04", "smm finding close T-2020-04"),
        ("finding", "RTM-2021", "RTM-2021 is not meant here, it is: management review"),
        ("finding", "T-2020-4", "there is no T-2020-4; did you mean T-2020-04?"),
    ],
)
def test_what_is_no_finding_is_told_by_what_it_is(verb: str, id_: str, said: str) -> None:
    found = smm(verb, "close", id_, EXAMPLE, "--lang", "en")
    assert found.returncode == 2
    assert said in found.stderr


@pytest.mark.parametrize("day", ["2020-01-01", "2030-01-01"])
def test_no_day_before_it_was_found_or_that_is_still_to_come(qms: Path, day: str) -> None:
    with_effect(qms, "true")
    assert smm("finding", "close", "T-2020-04", qms, "--on", day).returncode == 2


def test_a_rule_that_is_against_it_keeps_it_open(qms: Path) -> None:
    path = with_effect(qms, "true")
    found = smm("finding", "close", "T-2020-04", qms, "--on", "2021-06-01")
    assert found.returncode == 2
    assert "closed:" not in path.read_text("utf-8")


def test_a_new_one_is_the_form_of_its_kind(qms: Path) -> None:
    assert smm("action", "new", qms).returncode == 0
    assert list(qms.rglob("*TK-*.yaml")) or list(qms.rglob("*CA-*.yaml"))


def test_words_that_say_nothing_are_refused_with_what_can_be_said() -> None:
    found = smm("finding", "shut", "T-1", EXAMPLE, "--lang", "en")
    assert found.returncode == 2
    assert "close" in found.stderr


def test_an_id_alone_is_answered_with_what_can_be_done_with_it() -> None:
    said = smm("finding", "T-2021-01", EXAMPLE, "--lang", "en").stderr
    assert f"smm show T-2021-01 {EXAMPLE}" in said
    assert f"smm finding close T-2021-01 {EXAMPLE}" in said


@pytest.mark.parametrize("verb", ["finding", "action"])
@pytest.mark.parametrize("form", ["html", "xlsx", "pdf", "csv", "docx"])
def test_drawn_in_every_format(verb: str, form: str, tmp_path: Path) -> None:
    assert smm(verb, EXAMPLE, "-o", tmp_path / f"f.{form}").returncode == 0
