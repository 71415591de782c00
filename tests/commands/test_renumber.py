"""`smm renumber`: another id for a thing, wherever it is named; all of it or nothing."""

import pytest

from folders import contents, lay
from running import smm, smm_at_terminal
from two_procedures import HOME, OLD, PEOPLE, SOP


@pytest.fixture
def qms(tmp_path):
    files = {"qms.yaml": HOME, "people.yaml": PEOPLE, "SOP-01.md": SOP, "SOP-00.md": OLD}
    return lay(tmp_path, files)


def test_the_thing_its_file_and_all_that_name_it(qms):
    lay(qms, {"SOP-01.md": SOP + "\nAs SOP-00 says, but not SOP-001.\n"})
    before = contents(qms)
    done = smm("renumber", "SOP-00", "SOP-07", qms, "--yes")
    assert done.returncode == 0
    assert "+id: SOP-07" in done.stdout
    assert "SOP-00.md becomes SOP-07.md" in done.stdout
    assert "stands in sentences, which stay as they are: SOP-01.md:11" in done.stdout
    assert not (qms / "SOP-00.md").exists()
    assert (qms / "SOP-07.md").read_text() == OLD.replace("SOP-00", "SOP-07")
    assert "supersedes: [SOP-07]" in (qms / "SOP-01.md").read_text()
    assert smm("undo", qms, "--yes").returncode == 0
    assert contents(qms) == before


def test_an_entry_of_a_register_and_what_is_quoted(qms):
    lay(qms, {"people.yaml": PEOPLE.replace("id: P-1", 'id: "P-1"').replace("\n", "\r\n")})
    lay(qms, {"SOP-01.md": SOP.replace("steps:", "reviewer: 'P-1'\nsteps:")})
    assert smm("renumber", "P-1", "P-2", qms, "--yes").returncode == 0
    assert "reviewer: P-2\n" in (qms / "SOP-01.md").read_text()
    data = (qms / "people.yaml").read_bytes()
    assert data == PEOPLE.replace("P-1", "P-2").replace("\n", "\r\n").encode()


def test_without_a_yes_nothing_is_written(qms):
    before = contents(qms)
    assert smm("renumber", "SOP-00", "SOP-07", qms).returncode == 1
    assert contents(qms) == before


def test_a_file_that_takes_another_name_is_one_file_to_be_written(qms):
    before = contents(qms)
    _, shown = smm_at_terminal("renumber", "SOP-00", "SOP-07", qms, typed="n\n")
    assert "SOP-00.md becomes SOP-07.md" in shown
    assert "Write 2 files into" in shown
    assert contents(qms) == before


def test_of_two_with_one_id_the_one_in_the_file_that_is_named(qms):
    lay(qms, {"twin.md": OLD.replace("Leave", "Twin")})
    done = smm("validate", qms, "--select", "SMM203", "-v")
    assert "smm renumber SOP-00 NEW-ID twin.md" in done.stdout
    assert "say which of them" in smm("renumber", "SOP-00", "SOP-07", qms, "--yes").stderr
    assert smm("renumber", "SOP-00", "SOP-07", qms / "twin.md", "--yes").returncode == 0
    assert "id: SOP-07" in (qms / "twin.md").read_text()
    assert (qms / "SOP-00.md").read_text() == OLD
    assert "supersedes: [SOP-00]" in (qms / "SOP-01.md").read_text()


def test_what_has_to_be_approved_again_is_said(qms):
    smm("approve", "SOP-01", qms, "--by", "P-1", "--role", "Head")
    lay(
        qms,
        {
            "people.yaml": PEOPLE.replace(
                "title: Ani}",
                "title: Ani, assignments: [{role: Head, unit: U-1, since: 2020-01-01}]}",
            )
        },
    )
    assert smm("approve", "SOP-01", qms, "--by", "P-1").returncode == 0
    done = smm("renumber", "SOP-00", "SOP-07", qms)
    assert "SOP-01.md is approved, and its approval does not cover the new text" in done.stdout
    done = smm("renumber", "SOP-01", "SOP-07", qms)
    assert done.returncode == 2
    assert "was approved and is known by this id" in done.stderr


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("SOP-09", "SOP-10", "SOP-09"),
        ("SOP-00", "SOP-01", "is used already"),
        ("SOP-00", "../x", "cannot be an id"),
        ("SOP-00", "con", "cannot be an id"),
        ("QMS-01", "QMS-02", "keeps its id"),
        ("SOP-00", "SOP-00", "is used already"),
    ],
)
def test_what_cannot_be_is_refused(qms, old, new, said):
    before = contents(qms)
    done = smm("renumber", old, new, qms, "--yes")
    assert done.returncode == 2
    assert said in done.stderr
    assert contents(qms) == before
