"""`smm list` in a shell."""

from __future__ import annotations

import json

import pytest

from running import EXAMPLE, smm


def test_the_only_word_may_be_a_folder():
    done = smm("list", EXAMPLE)
    assert done.returncode == 0
    assert "SOP-01" in done.stdout
    assert "procedure (procedure): " in done.stdout
    assert smm("list", cwd=EXAMPLE).stdout == done.stdout
    assert smm("list", cwd=EXAMPLE / "sop").stdout == done.stdout


def test_a_kind_goes_before_a_folder_of_that_name():
    said = smm("list", "audit", cwd=EXAMPLE).stdout
    assert "AI-2019-1" in said
    assert "SOP-01" not in said


def test_a_kind_can_be_called_as_the_reader_calls_it():
    for word in ("key performance indicator", "Key Performance Indicator", "kpi"):
        assert "IKU-01" in smm("list", word, EXAMPLE).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("rsk",), "there is no kind rsk; did you mean risk?"),
        (("risk", EXAMPLE, "--state", "drft"), "there is no state drft; did you mean draft?"),
        (("risk", EXAMPLE, "--owner", "XYZ"), "there is no unit XYZ; there are: BKD (Pimpinan"),
        (("risk", "nowhere"), "nowhere is not there"),
        (("SOP-08",), "smm show SOP-08"),
        (("nowhere/at/all",), "there is no kind nowhere/at/all"),
    ],
)
def test_misuse(arguments, said):
    done = smm("list", *arguments, cwd=EXAMPLE)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_owner_and_state():
    said = json.loads(smm("list", "procedure", EXAMPLE, "-f", "json", "--state", "in-force").stdout)
    assert said["items"]
    assert {item["state"] for item in said["items"]} == {"in-force"}
    said = json.loads(smm("list", EXAMPLE, "-f", "json", "--owner", "MUT").stdout)
    assert {item["owner"] for item in said["items"]} == {"MUT"}


@pytest.mark.parametrize("suffix", ["html", "pdf", "xlsx", "json", "txt"])
def test_it_can_be_written(tmp_path, suffix):
    file = tmp_path / f"list.{suffix}"
    done = smm("list", EXAMPLE, "-o", file)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert file.stat().st_size > 1000


def test_what_cannot_be_read_is_told_and_leaves_with_1(tmp_path):
    (tmp_path / "qms.yaml").write_text("kind: [\n")
    (tmp_path / "a.yaml").write_text(
        "kind: audit\nid: A\ntitle: A\ndate: 2019-01-01\naudit_type: internal\n"
    )
    done = smm("list", tmp_path)
    assert done.returncode == 1
    assert "qms.yaml" in done.stdout
    assert "audit (audit): 1" in done.stdout


def test_an_empty_folder(tmp_path):
    done = smm("list", tmp_path)
    assert done.returncode == 2
    assert "nothing to check" in done.stderr
    assert list(tmp_path.iterdir()) == []
