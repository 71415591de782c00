"""`smm review`: a document is held against what it names, and told when that has changed."""

import shutil

import pytest

from folders import contents, lay
from running import EXAMPLE, smm
from two_procedures import HOME, OLD, PEOPLE, SOP


@pytest.fixture
def qms(tmp_path):
    files = {"qms.yaml": HOME, "people.yaml": PEOPLE, "SOP-01.md": SOP, "SOP-00.md": OLD}
    return lay(tmp_path, files)


def review(folder, *words):
    return smm("review", *words, folder)


def told(folder):
    done = smm("validate", folder, "--select", "SMM331", "-q")
    return [line for line in done.stdout.splitlines() if "SMM331" in line]


BY = ("--by", "P-1", "--why", "read both")


def test_a_change_of_what_it_was_held_against_is_told_until_somebody_looks_again(qms):
    assert "never held against it" in review(qms, "SOP-01").stdout
    assert review(qms, "SOP-01", "SOP-00", *BY).returncode == 0
    assert told(qms) == []
    assert "fits, as P-1 found on 1 March 2026 (read both)" in review(qms, "SOP-01").stdout
    lay(qms, {"SOP-00.md": OLD.replace("activity: ask", "activity: demand")})
    (line,) = told(qms)
    assert "SOP-00 has changed since P-1 held SOP-01 against it on 1 March 2026" in line
    assert review(qms, "SOP-01").returncode == 1
    assert review(qms, "SOP-01", *BY).returncode == 0
    assert told(qms) == []
    text = (qms / "SOP-01.md").read_text()
    assert text.count("target: SOP-00") == 2
    assert smm("undo", qms, "--yes").returncode == 0
    assert len(told(qms)) == 1


def test_another_order_of_fields_or_an_approval_of_the_target_is_no_change(qms):
    review(qms, "SOP-01", "SOP-00", *BY)
    lay(
        qms,
        {"SOP-00.md": OLD.replace('version: "1"\n', "").replace("id: ", 'version:   "1"\nid: ')},
    )
    assert told(qms) == []


def test_it_breaks_no_seal(tmp_path):
    folder = tmp_path / "e"
    shutil.copytree(EXAMPLE, folder)
    done = smm("review", "SM-01", "BM-4", folder, "--by", "P-03", "--why", "sesuai")
    assert done.returncode == 0, done.stderr
    assert "SMM302" not in smm("validate", folder).stdout
    file = folder / "kebijakan-mutu.md"
    file.write_text(file.read_text().replace("mendengar pengguna layanan", "mendengar pengguna"))
    assert len(told(folder)) == 1


def test_documents_are_named_by_their_titles_and_who_looked_by_name(qms):
    lay(qms, {"SOP-00.md": OLD.replace("title: Leave", "title: Leave of old")})
    done = review(qms, "sop 1", "leave", "of", "old", "--by", "ani", "--why", "read both")
    assert done.returncode == 0, done.stderr
    assert "SOP-01 was held against SOP-00 by P-1." in done.stdout


def test_the_same_look_at_the_same_text_is_written_down_once(qms):
    """Catches: a call typed twice leaves two entries that say one thing."""
    assert review(qms, "SOP-01", "SOP-00", *BY).returncode == 0
    done = review(qms, "SOP-01", "SOP-00", *BY)
    assert done.returncode == 2
    assert (
        "that P-1 held SOP-01 against SOP-00 on 1 March 2026 is written down already" in done.stderr
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("SOP-09", "SOP-00", *BY), "SOP-09"),
        (("SOP-01", "SOP-09", *BY), "SOP-09"),
        (("SOP-01", "ORG-01", *BY), "does not name ORG-01"),
        (("SOP-01", "SOP-00", "--by", "P-9", "--why", "x"), "P-9 is not in the register"),
        (("SOP-01", "SOP-00", "--by", "P-1"), "--why"),
        (("SOP-01", "SOP-00", "--why", "x"), "--by"),
        (("SOP-01", "SOP-00", *BY, "--on", "2026-03-02"), "still to come"),
        (("SOP-01", *BY), "never been held against anything"),
        (("P-1", *BY), "smm review ORG-01"),
        (("SOP-01", "SOP-01", *BY), "SOP-01 cannot be held against itself"),
        (("SOP-01", "SOP-00", "U-9", *BY), "U-9"),
    ],
)
def test_all_or_nothing(qms, words, said):
    before = contents(qms)
    done = review(qms, *words)
    assert done.returncode == 2
    assert said in done.stderr
    assert contents(qms) == before


def test_a_look_of_an_earlier_day_is_not_the_last_one(qms):
    assert review(qms, "SOP-01", "SOP-00", *BY, "--on", "2026-02-01").returncode == 0
    done = review(qms, "SOP-01", "SOP-00", *BY, "--on", "2026-01-31")
    assert done.returncode == 2
    assert "against SOP-00 on 1 February 2026 already" in done.stderr
    text = (qms / "SOP-01.md").read_text()
    item = "  - {target: SOP-00, by: P-1, on: 2026-02-02, why: read, hash: 'sha256:%s'}\n" % (
        "0" * 64
    )
    lay(qms, {"SOP-01.md": text.replace("checked_against:\n", f"checked_against:\n{item}")})
    (line,) = told(qms)
    assert "on 2 February 2026" in line


def test_nobody_has_looked_at_a_text_before_it_was_approved(qms):
    post = "title: Ani, assignments: [{role: Head, unit: U-1, since: 2020-01-01}]"
    lay(qms, {"people.yaml": PEOPLE.replace("title: Ani", post)})
    assert smm("approve", "SOP-00", qms, "--by", "P-1", "--on", "2026-02-05").returncode == 0
    done = review(qms, "SOP-01", "SOP-00", *BY, "--on", "2026-02-04")
    assert done.returncode == 2
    assert "what SOP-00 says now was approved on 5 February 2026" in done.stderr
