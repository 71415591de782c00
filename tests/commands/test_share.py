"""`smm share`: two people, one QMS, and what they have both changed."""

from pathlib import Path

import pytest

from folders import contents, lay
from running import git, smm
from sharing import FILES, audit, save, share, two_people
from smmkit.errors import SmmError
from smmkit.words import say


def head(folder: Path, name: str = "HEAD") -> str:
    return git(folder, "rev-parse", name).strip()


def test_what_one_has_saved_comes_to_the_other(tmp_path):
    ours, theirs = two_people(tmp_path)
    lay(ours, {"audit/AUD-02.yaml": audit("AUD-02", "New")})
    save(ours, "one more")
    assert "1 save handed on" in share(ours).stdout
    done = share(theirs, by="P-2")
    assert done.returncode == 0
    assert "+ AUD-02 New (audit/AUD-02.yaml)" in done.stdout
    assert contents(ours) == contents(theirs)
    assert git(theirs, "status", "--porcelain", "--branch").strip() == "## main...origin/main"
    assert "nothing new" in share(theirs).stdout


def test_one_id_that_both_have_given_in_different_files_is_told(tmp_path):
    """Catches: two documents of one id are handed on, and all that is said is a number of errors."""
    ours, theirs = two_people(tmp_path)
    lay(ours, {"audit/a.yaml": audit("AUD-09", "Mine")})
    lay(theirs, {"audit/b.yaml": audit("AUD-09", "Yours")})
    for folder in (ours, theirs):
        save(folder)
    assert share(ours).returncode == 0
    said = share(theirs).stdout
    assert "audit/b.yaml: AUD-09 is already the id of something in audit/a.yaml" in said
    assert "smm renumber AUD-09 NEW-ID audit/b.yaml" in said


def test_what_both_have_changed_in_different_places_becomes_one(tmp_path):
    ours, theirs = two_people(tmp_path)
    lay(ours, {"audit/AUD-02.yaml": audit("AUD-02"), "audit/AUD-01.yaml": audit(title="Mine")})
    lay(theirs, {"audit/AUD-03.yaml": audit("AUD-03")})
    text = (theirs / "people.yaml").read_text()
    lay(theirs, {"people.yaml": text.replace("Budi Contoh", "Budi Rekaan")})
    for folder in (ours, theirs):
        save(folder)
    for folder in (ours, theirs, ours):
        assert share(folder).returncode == 0
    assert contents(ours) == contents(theirs)
    assert (ours / "audit/AUD-03.yaml").exists()
    assert "Mine" in (theirs / "audit/AUD-01.yaml").read_text()
    assert git(ours, "status", "--porcelain") == git(theirs, "status", "--porcelain") == ""


def test_fields_side_by_side_and_entries_at_one_place_are_no_conflict(tmp_path):
    register = (
        'kind: people\nid: ORG-02\ntitle: P\nversion: "1"\nowner: U-1\nentries:\n'
        "  - {id: P-3, title: Cici}\n"
    )
    ours, theirs = two_people(tmp_path, {"audit/AUD-01.yaml": audit(), "more.yaml": register})
    lay(ours, {"audit/AUD-01.yaml": audit(title="Mine"), "k.csv": "a,b\n"})
    lay(theirs, {"audit/AUD-01.yaml": audit().replace("2026-02-01", "2026-02-02")})
    lay(ours, {"more.yaml": register + "  - {id: P-4, title: Dedi}\n"})
    lay(theirs, {"more.yaml": register + "  - {id: P-5, title: Eka}\n"})
    for folder in (ours, theirs):
        assert save(folder).returncode == 0
    assert share(ours).returncode == 0
    done = share(theirs)
    assert done.returncode == 0, done.stdout
    text = (theirs / "audit/AUD-01.yaml").read_text()
    assert "title: Mine" in text
    assert "2026-02-02" in text
    people = (theirs / "more.yaml").read_text()
    assert "P-4" in people
    assert "P-5" in people


def conflict(tmp_path: Path) -> tuple[Path, Path]:
    """Both have changed the title, and one the note as well."""
    ours, theirs = two_people(tmp_path)
    lay(ours, {"audit/AUD-01.yaml": audit(title="Ours")})
    lay(theirs, {"audit/AUD-01.yaml": audit(title="Theirs")})
    for folder in (ours, theirs):
        save(folder)
    assert share(ours).returncode == 0
    return ours, theirs


def test_a_conflict_is_told_field_by_field_and_nothing_changes(tmp_path):
    _, folder = conflict(tmp_path)
    before, at = contents(folder), head(folder)
    done = share(folder)
    assert done.returncode == 1
    assert "AUD-01 Theirs (audit/AUD-01.yaml)" in done.stdout
    assert "`title:` yours: Theirs; theirs: Ours" in done.stdout
    assert "smm share --mine AUD-01" in done.stdout
    assert contents(folder) == before
    assert head(folder) == at
    assert git(folder, "status", "--porcelain") == ""


@pytest.mark.parametrize(("side", "title"), [("--mine", "Theirs"), ("--theirs", "Ours")])
@pytest.mark.parametrize("name", ["AUD-01", "audit/AUD-01.yaml"])
def test_a_person_says_what_holds(tmp_path, side, title, name):
    ours, folder = conflict(tmp_path)
    assert share(folder, side, name).returncode == 0
    assert f"title: {title}" in (folder / "audit/AUD-01.yaml").read_text()
    assert share(ours).returncode == 0
    assert contents(ours) == contents(folder)
    said = git(folder, "log", "--all", "-p", "--format=")
    assert "+title: Ours" in said
    assert "+title: Theirs" in said


def test_a_name_that_is_in_no_conflict_is_misuse(tmp_path):
    _, folder = conflict(tmp_path)
    assert share(folder, "--mine", "AUD-09").returncode == 2
    assert share(folder, "--mine", "AUD-01", "--theirs", "AUD-01").returncode == 2
    assert git(folder, "status", "--porcelain") == ""


def test_one_has_deleted_what_the_other_has_changed(tmp_path):
    ours, theirs = two_people(tmp_path)
    (ours / "audit/AUD-01.yaml").unlink()
    lay(theirs, {"audit/AUD-01.yaml": audit(title="Theirs")})
    for folder in (ours, theirs):
        save(folder)
    share(ours)
    done = share(theirs)
    assert "you have changed it, the others have deleted it" in done.stdout
    assert share(theirs, "--theirs", "AUD-01").returncode == 0
    assert not (theirs / "audit/AUD-01.yaml").exists()


def test_two_documents_of_one_id_are_told_and_renumbered(tmp_path):
    ours, theirs = two_people(tmp_path)
    lay(ours, {"audit/AUD-02.yaml": audit("AUD-02", "Kitchen")})
    lay(theirs, {"audit/AUD-02.yaml": audit("AUD-02", "Archive")})
    for folder in (ours, theirs):
        save(folder)
    share(ours)
    done = share(theirs)
    assert done.returncode == 1
    assert "yours: Archive; theirs: Kitchen" in done.stdout
    assert "smm renumber AUD-02 NEW-ID" in done.stdout
    assert smm("renumber", "AUD-02", "AUD-03", theirs, "--yes").returncode == 0
    save(theirs)
    assert share(theirs).returncode == 0
    assert "Kitchen" in (theirs / "audit/AUD-02.yaml").read_text()
    assert "Archive" in (theirs / "audit/AUD-03.yaml").read_text()


def test_prose_that_both_have_changed_is_told(tmp_path):
    text = "---\nkind: procedure\nid: SOP-01\ntitle: T\nversion: '1'\n---\nWords {}.\n"
    ours, theirs = two_people(tmp_path, {"SOP-01.md": text.format("one")})
    lay(ours, {"SOP-01.md": text.format("two")})
    lay(theirs, {"SOP-01.md": text.format("three")})
    for folder in (ours, theirs):
        save(folder)
    share(ours)
    assert (
        "the text below the fields yours: Words three.; theirs: Words two." in share(theirs).stdout
    )


def test_a_file_that_is_not_saved_is_never_overwritten(tmp_path):
    ours, theirs = two_people(tmp_path)
    lay(ours, {"audit/AUD-02.yaml": audit("AUD-02"), "ignored.txt": "theirs"})
    save(ours)
    share(ours)
    lay(theirs, {"audit/AUD-01.yaml": audit(title="Not saved")})
    done = share(theirs)
    assert done.returncode == 2
    assert "first: smm save" in done.stderr
    git(theirs, "checkout", "-q", ".")
    lay(theirs, {".git/info/exclude": "ignored.txt\n", "ignored.txt": "mine"})
    done = share(theirs)
    assert done.returncode == 2
    assert "another file lies there that is not saved" in done.stderr
    assert (theirs / "ignored.txt").read_text() == "mine"
    assert git(theirs, "log", "--format=%s") == "begun\n"


def test_where_nobody_answers_it_is_said_and_all_stays(tmp_path):
    ours, _ = two_people(tmp_path)
    (tmp_path / "place.git").rename(tmp_path / "away.git")
    lay(ours, {"audit/AUD-02.yaml": audit("AUD-02")})
    save(ours)
    done = share(ours)
    assert done.returncode == 2
    assert "is not there now" in done.stderr
    git(ours, "remote", "set-url", "origin", "https://name:secret@127.0.0.1:9/x.git")
    done = share(ours)
    assert done.returncode == 2
    assert "does not answer" in done.stderr
    assert "secret" not in done.stdout + done.stderr
    assert git(ours, "status", "--porcelain") == ""


def test_what_is_missing_first_is_said(tmp_path):
    folder = lay(tmp_path / "q", FILES)
    assert "--begin" in share(folder).stderr
    save(folder, "x", "--begin")
    assert "smm share --to ADDRESS" in share(folder).stderr
    assert share(folder, "--to", tmp_path / "p.git").returncode == 0
    assert "already" in share(folder, "--to", tmp_path / "other.git").stderr
    assert not (tmp_path / "other.git").exists()


def test_a_place_that_git_could_not_make_is_not_left_half_made(tmp_path, monkeypatch):
    folder, _ = two_people(tmp_path)
    git(folder, "remote", "remove", "origin")

    def half(place):
        place.mkdir()
        (place / "HEAD").write_text("")
        raise SmmError(say("git refuses: {words}", words="no room"))

    with monkeypatch.context() as patch:
        patch.setattr("smmkit.git.address.begin_at", half)
        assert "no room" in share(folder, "--to", tmp_path / "new.git").stderr
    assert not (tmp_path / "new.git").exists()
    assert share(folder, "--to", tmp_path / "new.git").returncode == 0


def test_a_history_of_another_beginning_is_not_joined(tmp_path):
    _, _ = two_people(tmp_path)
    folder = lay(tmp_path / "q", FILES)
    save(folder, "x", "--begin")
    done = share(folder, "--to", tmp_path / "place.git")
    assert done.returncode == 2
    assert "another beginning" in done.stderr


def test_a_part_of_a_history_is_not_joined(tmp_path):
    ours, _ = two_people(tmp_path)
    lay(ours, {"a.yaml": audit("AUD-02")})
    save(ours)
    share(ours)
    clone = tmp_path / "clone"
    place = (tmp_path / "place.git").as_uri()
    git(tmp_path, "clone", "-q", "--depth=1", place, str(clone))
    assert "only a part of the history" in share(clone).stderr


def test_a_folder_that_somebody_works_in_is_no_place_to_share(tmp_path):
    ours, theirs = two_people(tmp_path)
    git(ours, "remote", "set-url", "origin", str(theirs))
    lay(ours, {"a.yaml": audit("AUD-02")})
    save(ours)
    done = share(ours)
    assert done.returncode == 2
    assert "git init --bare" in done.stderr


def test_the_list_of_ids_never_stands_in_the_way(tmp_path):
    ours, theirs = two_people(tmp_path)
    for folder, name in ((ours, "x"), (theirs, "y")):
        lay(folder, {".smm/schemas/ids.json": f'{{"{name}": 1}}\n', ".smm/schemas/a.json": "{}\n"})
        save(folder)
        assert share(folder).returncode == 0
    assert (theirs / ".smm/schemas/ids.json").exists()
    assert git(theirs, "status", "--porcelain") in {"", " M .smm/schemas/ids.json\n"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("remote: fatal: write error: No space left on device", "the disk is full, at "),
        ("remote: a hook speaks\nremote: fatal: Disk quota exceeded", "the disk is full, at "),
        (
            "To /there\n ! [remote rejected] HEAD -> main (unable to migrate objects to permanent "
            "storage)",
            "is the disk there full, or may you not write there?",
        ),
        (
            "error: remote unpack failed: unable to create temporary object directory",
            "is the disk there full, or may you not write there?",
        ),
    ],
)
def test_a_disk_that_is_full_where_the_history_is_kept_is_told(
    tmp_path, monkeypatch, words, expected
):
    """Catches: all that is said is that some refs could not be pushed."""
    from smmkit.git import process

    ours, _ = two_people(tmp_path)
    lay(ours, {"audit/AUD-02.yaml": audit("AUD-02")})
    save(ours)
    run = process.run

    def full(call, *more, **options):
        if "push" in call:
            return process.Answer(b"", f"{words}\nerror: failed to push some refs to '/there'\n", 1)
        return run(call, *more, **options)

    monkeypatch.setattr(process, "run", full)
    done = share(ours)
    assert done.returncode == 2
    assert expected in done.stderr
    assert "All that was saved is kept here" in done.stderr
