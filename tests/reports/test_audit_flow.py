"""The flow of an audit: each step is seen in the folder, and what is taken away is missed at its step."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from running import EXAMPLE, smm
from smmkit.analyses.auditing.flow import Progress, progress_of
from smmkit.analyses.auditing.signs import SIGNS, Seen
from smmkit.standards.flows import Sign, shipped_flows

HELD, RECORD, PROGRAMME = "AI-2020-1", "audit/ai-2020-1.yaml", "audit/prg-2020.yaml"


def states(folder: Path, *words: str) -> dict[str, str]:
    told = json.loads(smm("audit", "flow", *words, folder, "-f", "json").stdout)
    return {one["id"]: one["state"] for one in told["steps"]}


def test_what_we_ship_leads_nowhere_astray_and_every_sign_is_looked_for() -> None:
    flow = shipped_flows()["internal"]
    assert not flow.astray
    assert {step.sign for step in flow.steps} == set(Sign) == set(SIGNS)


def test_an_audit_that_went_all_the_way_and_one_that_is_only_planned() -> None:
    assert set(states(EXAMPLE, HELD).values()) == {"done"}
    planned = states(EXAMPLE, "RA-2021-3")
    assert planned["programme"] == planned["team"] == "done"
    assert planned["plan"] == "here"
    assert planned["review"] == "to-come"


def test_its_entry_in_the_programme_shows_the_same() -> None:
    assert states(EXAMPLE, "RA-2020-4") == states(EXAMPLE, HELD)


@pytest.mark.parametrize(
    ("day", "here"),
    [
        (
            "2020-11-01",
            "plan",
        ),  # the record tells what was seen later: its questions prove nothing yet
        ("2020-11-09", "findings"),
        ("2020-12-01", "action"),
        ("2021-01-10", "verification"),
        ("2021-06-30", ""),
    ],
)
def test_as_the_days_go_by(day: str, here: str) -> None:
    found = states(EXAMPLE, HELD, "--as-of", day)
    assert next((step for step, state in found.items() if state == "here"), "") == here


@pytest.mark.parametrize(
    ("step", "day"),
    [
        ("programme", date(2020, 1, 13)),
        ("closing", date(2020, 11, 11)),
        ("report", date(2020, 11, 11)),
        ("review", date(2021, 2, 10)),
    ],
)
def test_a_step_is_done_from_its_own_day(step: str, day: date) -> None:
    assert states(EXAMPLE, HELD, "--as-of", str(day))[step] == "done"
    assert states(EXAMPLE, HELD, "--as-of", str(day - timedelta(1)))[step] != "done"


def test_a_review_on_the_last_day_of_an_audit_comes_after_it(qms: Path) -> None:
    review = qms / "tinjauan/RTM-2021.yaml"
    text = review.read_text("utf-8")
    review.write_text(text.replace("date: 2021-02-10", "date: 2020-11-11", 1), encoding="utf-8")
    assert states(qms, HELD)["review"] == "done"
    review.write_text(text.replace("date: 2021-02-10", "date: 2020-11-10", 1), encoding="utf-8")
    assert states(qms, HELD)["review"] != "done"


def test_an_entry_of_a_programme_waits_for_its_audit_until_its_last_day() -> None:
    def waiting(day: str) -> str:
        told = json.loads(smm("audit", "flow", EXAMPLE, "-f", "json", "--as-of", day).stdout)
        return str(told["under_way"])

    assert "RA-2021-3" in waiting("2021-11-12")
    assert "RA-2021-3" not in waiting("2021-11-13")


BREAKS: list[tuple[str, str, Callable[[str], str]]] = [
    ("programme", RECORD, lambda text: text.replace("planned: RA-2020-4\n", "")),
    ("team", RECORD, lambda text: text.replace(", lead: true", "")),
    ("team", RECORD, lambda text: text.replace("{person: P-07}", "{person: P-04}")),
    ("plan", RECORD, lambda text: re.sub(r"agenda:\n(  .*\n)+", "", text)),
    ("opening", RECORD, lambda text: re.sub(r"(?i)pembukaan", "Kedatangan", text)),
    ("closing", RECORD, lambda text: re.sub(r"(?i)penutupan", "Kepulangan", text)),
    ("checklist", RECORD, lambda text: re.sub(r"checklist:\n(  .*\n)+", "", text)),
    ("evidence", RECORD, lambda text: re.sub(r"    seen: .*\n(      .*\n)*", "", text, count=1)),
    ("findings", RECORD, lambda text: re.sub(r"    finding: .*\n", "", text)),
    ("report", RECORD, lambda text: re.sub(r"report: .*\n", "", text)),
    ("review", "tinjauan/RTM-2021.yaml", lambda text: text.replace(HELD, "AI-2019-2")),
    ("verification", "temuan/t-2020-06.yaml", lambda text: re.sub(r"closed: .*\n", "", text)),
    ("action", "temuan/t-2020-06.yaml", lambda text: re.sub(r"(closed|  done): .*\n", "", text)),
]


@pytest.mark.parametrize(("step", "path", "broken"), BREAKS)
def test_what_is_taken_away_is_missed(
    step: str, path: str, broken: Callable[[str], str], qms: Path
) -> None:
    file = qms / path
    before = file.read_text("utf-8")
    after = broken(before)
    assert after != before
    file.write_text(after, encoding="utf-8")
    found = states(qms, HELD)
    assert found[step] in {"passed-over", "here"}


def test_where_one_is_comes_after_all_that_is_done() -> None:
    done, not_, unneeded = Seen(True), Seen(False), Seen(False, needed=False)
    found = progress_of([done, not_, None, done, unneeded, not_, not_])
    assert found == [
        Progress.DONE,
        Progress.PASSED_OVER,
        Progress.UNSEEN,
        Progress.DONE,
        Progress.NOT_NEEDED,
        Progress.HERE,
        Progress.TO_COME,
    ]


def test_without_an_id_it_is_told_which_audits_are_where() -> None:
    told = json.loads(smm("audit", "flow", EXAMPLE, "-f", "json").stdout)
    assert told["audit"] is None
    assert told["under_way"]["plan"] == ["RA-2021-3"]
    assert not any(HELD in there for there in told["under_way"].values())


def test_the_own_copy_wins_and_is_what_is_written_out(qms: Path) -> None:
    ours = smm("audit", "flow", qms, "--yaml").stdout
    path = qms / "standards" / "alur.yaml"
    path.parent.mkdir()
    said = "{en: Letter, id: Surat}"
    letter = f"  - {{id: surat, title: {said}, what: {said}, who: {said}, paper: {said}}}\n"
    path.write_text(ours.replace("steps:\n", "steps:\n" + letter), encoding="utf-8")
    assert states(qms, HELD)["surat"] == "unseen"
    assert "id: surat" in smm("audit", "flow", qms, "--yaml").stdout
    assert smm("validate", qms).returncode == smm("validate", EXAMPLE).returncode
    path.write_text(ours.replace("to: review", "to: rewiev"), encoding="utf-8")
    found = smm("audit", "flow", qms, "--lang", "en")
    assert (found.returncode, "rewiev" in found.stderr) == (2, True)


def test_another_type_of_audit_has_the_flow_that_the_folder_gives_it(qms: Path) -> None:
    refused = smm("audit", "flow", "RA-2020-1", qms, "--lang", "en")
    assert (refused.returncode, "id: stage-1" in refused.stderr) == (2, True)
    ours = smm("audit", "flow", qms, "--yaml").stdout.replace("id: internal", "id: stage-1", 1)
    (qms / "standards").mkdir()
    (qms / "standards" / "alur.yaml").write_text(ours, encoding="utf-8")
    assert states(qms, "RA-2020-1")["programme"] == "done"


@pytest.mark.parametrize("words", [(), (HELD,)])
@pytest.mark.parametrize("form", ["html", "pdf", "xlsx", "docx", "csv"])
def test_drawn_in_every_format(words: tuple[str, ...], form: str, tmp_path: Path) -> None:
    assert smm("audit", "flow", *words, EXAMPLE, "-o", tmp_path / f"a.{form}").returncode == 0


def test_what_is_unknown_is_refused() -> None:
    assert smm("audit", "flow", "NONE-1", EXAMPLE).returncode == 2
    assert smm("audit", "flow", HELD, EXAMPLE, "more").returncode == 2
    assert smm("audit", "flow", EXAMPLE, "--as-of", "0001-01-01").returncode == 0
