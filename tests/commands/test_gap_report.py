"""smm gap-report and smm why as they are typed: what they refuse, and how they leave."""

from __future__ import annotations

import json

import pytest

from running import EXAMPLE, git, smm
from smmkit.commands.gap_report import MOST_DAYS
from smmkit.standards.readiness import Milestone


@pytest.mark.parametrize(
    ("stage", "code"), [("registration", 0), ("stage-1", 0), ("stage-2", 1), ("surveillance", 1)]
)
def test_ready_leaves_with_1_while_something_blocks(stage, code):
    done = smm("gap-report", EXAMPLE, "--ready", stage, "--lang", "en")
    assert done.returncode == code, done.stderr
    assert f"Ready for {stage.replace('-', ' ')}?" in done.stdout
    said = json.loads(smm("gap-report", EXAMPLE, "--ready", stage, "-f", "json").stdout)
    assert said["ready"] is (code == 0)


def test_the_steps_that_can_be_named_are_those_of_the_packs():
    for stage in Milestone:
        assert smm("gap-report", EXAMPLE, "--ready", stage.value).returncode in {0, 1}
    assert smm("gap-report", EXAMPLE, "--ready", "stage-3").returncode == 2


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--ready", "stage-1", "--unit", "SEK"), "--ready speaks of one step alone"),
        (("--unit", "XYZ"), "there is no unit XYZ"),
        (("--by", "colour"), "there is no view colour"),
        (("--since", "2022-01-01"), "1 January 2022 lies after the day of judgement"),
        (("--since", "no-such-revision"), "git knows no revision"),
        (("--series", "weekly"), "weekly is no day and no period"),
        (("--series", "2020-01-01,soon"), "soon is no day and no period"),
        (("--series", ",".join(["2020-01-01"] * (MOST_DAYS + 1))), "at most 60 days"),
        (("--standard", "iso9000"), "there is no standard iso9000"),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(options, said):
    done = smm("gap-report", EXAMPLE, *options, "--lang", "en")
    assert done.returncode == 2
    assert said in done.stderr


def test_views_can_be_named_in_the_words_of_the_reader_and_more_than_once():
    done = smm(
        "gap-report", EXAMPLE, "--by", "proses", "--by", "unit", "--by", "unit", SMM_LANG="id"
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("Menurut proses") == 1
    assert "Menurut unit" in done.stdout


def test_where_there_is_room_all_views_stand_without_being_asked_for():
    page = smm("gap-report", EXAMPLE, "-f", "html", "--lang", "en").stdout
    plain = smm("gap-report", EXAMPLE, "--lang", "en").stdout
    for view in ("unit", "owner", "process", "service", "dimension"):
        assert f"By {view}" in page
        assert f"By {view}" not in plain


def test_since_a_revision_tells_what_was_written_since(qms):
    git(qms, "init", "-q")
    git(qms, "add", "-A")
    git(qms, "commit", "-qm", "before")
    same = smm("gap-report", qms, "--since", "HEAD", "-f", "json")
    assert json.loads(same.stdout)["since"]["changes"] == []
    (qms / "konteks" / "PB-01.yaml").unlink()
    done = smm("gap-report", qms, "--since", "HEAD", "-f", "json")
    (change, *_) = json.loads(done.stdout)["since"]["changes"]
    assert (change["id"], change["turn"]) == ("4.2", "worse")
    assert change["because"][0] == "PB-01 is gone from the folder"


def test_why_finds_a_number_wherever_it_is_and_names_the_nearest_where_it_is_not():
    assert "A4: why it counts or not (juknis)" in smm("why", "A4", EXAMPLE, "--lang", "en").stdout
    assert (
        "A4: why it counts or not (juknis)"
        in smm("why", "juknis/A4", EXAMPLE, "--lang", "en").stdout
    )
    assert (
        "A4: why it counts or not (juknis)"
        in smm("why", "A4", EXAMPLE, "--standard", "juknis", "--lang", "en").stdout
    )
    for words in (("9.2.9",), ("A4", "--standard", "iso9001-2015"), ("juknis/9.2.2",)):
        done = smm("why", *words, EXAMPLE, "--lang", "en")
        assert done.returncode == 2
        assert "did you mean one of these" in done.stderr
    assert "9.2.2" in smm("why", "9.2.9", EXAMPLE, "--lang", "en").stderr
    assert "juknis/A4" in smm("why", "iso9001-2015/A4", EXAMPLE, "--lang", "en").stderr
    assert smm("why", "x/4.1", EXAMPLE).returncode == 2


PACK = "standards/iso9001-2015.yaml"


def test_other_words_of_the_folder_that_cannot_be_read_are_left_out_too(qms):
    (qms / "standards").mkdir(exist_ok=True)
    (qms / "standards/words.yaml").write_text("kind: vocabulary\nid: vocabulary\nbodies: 3\n")
    for verb in ("gap-report", "status", "agenda"):
        done = smm(verb, qms, "-f", "json")
        assert (done.returncode, json.loads(done.stdout)["left_out"]) == (
            1,
            ["standards/words.yaml"],
        )


@pytest.mark.parametrize("text", ["title: [\n", "title: x\n"])
def test_a_broken_pack_of_the_folder_is_told_where_the_shipped_one_stands_in(qms, text):
    mine = qms / PACK
    mine.parent.mkdir(exist_ok=True)
    mine.write_text(f"kind: standard\nid: iso9001-2015\n{text}")
    for verb in (("gap-report", qms), ("why", "9.2.2", qms)):
        said = " ".join(smm(*verb, "--lang", "en").stdout.split())
        assert "Counted by iso9001-2015 as it comes with smmkit" in said
        assert "which has faults; run `smm validate`" in said
    done = smm("gap-report", qms, "-f", "json")
    assert (done.returncode, json.loads(done.stdout)["left_out"]) == (1, [PACK])
    mine.unlink()
    assert "as it comes with smmkit" not in smm("gap-report", qms, "--lang", "en").stdout
