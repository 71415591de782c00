"""The first steps of a new user, as typed: `smm init`, then `smm new` of every kind."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from faults import fails_at
from folders import contents
from running import ROOT, smm
from smmkit.documents import KINDS, class_of
from smmkit.files.tree import Disk
from smmkit.loading.folder import load
from smmkit.words import LANGUAGES
from smmkit.yaml_text.source import Source

DAY = date(2026, 3, 2)
NEW = tuple(kind for kind in KINDS if kind != "qms")


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    place = tmp_path_factory.mktemp("begun")
    options = ["--name", "Dinas Contoh", "--units", "SEK=Sekretariat, MUT=Mutasi"]
    assert smm("init", *options, cwd=place).returncode == 0
    return place


@pytest.fixture
def folder(begun, tmp_path):
    return Path(shutil.copytree(begun, tmp_path, dirs_exist_ok=True))


@pytest.mark.long
@pytest.mark.parametrize("lang", LANGUAGES)
def test_init_then_new_of_every_kind_leaves_a_valid_folder(tmp_path, lang):
    place = str(tmp_path / "smm baru")
    done = smm("init", place, "--name", "Dinas Contoh", "--lang", lang)
    assert done.returncode == 0
    said = done.stdout
    assert f'cd "{place}"' in said
    steps = [line.split("  ")[1] for line in said.splitlines()[-3:]]
    assert steps == ["smm adopt FOLDER", "smm new procedure", "smm"]
    done = smm("validate", place)
    assert done.returncode == 0
    assert ": 0 errors, 0 warnings\n" in done.stdout
    said = ""
    for kind in NEW:
        single = ("--id", f"{kind}-2") if KINDS[kind].is_single else ()
        done = smm("new", kind, place, *single)
        assert done.returncode == 0, kind
        said += done.stdout
    paths = [p for p in contents(Path(place)) if p.endswith((".md", ".yaml", ".csv"))]
    for path in paths:
        assert b"\r" not in (Path(place) / path).read_bytes()
    found = {"id": "temuan/T-01.yaml", "en": "findings/F-01.yaml"}[lang]
    assert os.path.relpath(Path(place) / found, ROOT) in said
    done = smm("validate", place)
    assert done.returncode == 0
    qms = load(Disk(Path(place)), DAY)
    assert {thing.is_a for thing in qms.documents} == set(KINDS)
    mark = "(isi)" if lang == "id" else "(fill in)"
    assert mark in qms.get("SOP-01", class_of("procedure")).title


def test_without_a_terminal_a_name_must_be_given(tmp_path):
    done = smm("init", str(tmp_path / "x"))
    assert done.returncode == 2
    assert done.stderr == "Error: --name is missing: Name of the organization\n"
    assert contents(tmp_path) == {}


@pytest.mark.parametrize("options", [["--zone", "Mars"], ["--units", "P 1=x"], ["--name", " "]])
def test_answers_that_cannot_be_used_are_refused(tmp_path, options):
    done = smm("init", tmp_path, "--name", "Dinas Contoh", *options)
    assert done.returncode == 2
    assert "Error: " in done.stderr
    assert contents(tmp_path) == {}


def test_a_unit_with_the_code_of_a_class_is_refused(tmp_path):
    done = smm("init", tmp_path, "--name", "X", "--units", "public=x")
    assert done.returncode == 2
    assert "qms.yaml: public is already the id of something" in done.stderr
    assert contents(tmp_path) == {}


def test_init_never_begins_where_a_qms_is(folder):
    before = contents(folder)
    (folder / "file").write_text("")
    for place in (".", "people", "people/deep/er", "file"):
        done = smm("init", place, "--name", "X", cwd=folder)
        assert done.returncode == 2, place
        assert done.stderr.startswith("Error: ")
    (folder / "file").unlink()
    assert contents(folder) == before


def test_init_writes_all_or_nothing_and_overwrites_nothing(tmp_path):
    (tmp_path / "policy").mkdir()
    (tmp_path / "policy" / "QP-01.md").write_text("mine")
    before = contents(tmp_path)
    done = smm("init", tmp_path, "--name", "X")
    assert done.returncode == 2
    assert "QP-01.md is already there; nothing was written" in done.stderr
    assert contents(tmp_path) == before


def test_init_keeps_a_readme_that_is_there(tmp_path):
    (tmp_path / "README.md").write_text("mine")
    (tmp_path / ".gitignore").write_text("mine")
    done = smm("init", tmp_path, "--name", "X")
    assert done.returncode == 0
    assert "README" not in done.stdout
    assert (tmp_path / "README.md").read_text() == (tmp_path / ".gitignore").read_text() == "mine"


@pytest.mark.parametrize("stop", [OSError(28, "No space left"), KeyboardInterrupt()])
def test_a_disk_that_is_full_leaves_nothing_behind(tmp_path, monkeypatch, stop):
    with monkeypatch.context() as patch:
        fails_at(patch, ("write",), 3, stop)
        place = str(tmp_path / "new" / "qms")
        done = smm("init", place, "--name", "X")
    full = isinstance(stop, OSError)
    assert done.returncode == (2 if full else 130)
    assert ("/QP-01.md cannot be written: the disk is full" in done.stderr) == full
    assert contents(tmp_path) == {}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_said(folder):
    (folder / "procedures").mkdir(0o500)
    done = smm("new", "procedure", cwd=folder)
    assert done.returncode == 2
    assert "cannot be written: Permission denied" in done.stderr
    folder.chmod(0o500)
    done = smm("new", "objective", cwd=folder)
    assert done.returncode == 2
    assert "cannot be written: Permission denied" in done.stderr
    folder.chmod(0o700)
    (folder / "procedures").chmod(0o700)


def test_new_says_where_and_never_overwrites(folder):
    done = smm("new", "procedure", "people", "--id", "SOP-CUTI", "--title", 'Cuti: "A"', cwd=folder)
    assert done.returncode == 0
    assert done.stdout.splitlines()[:2] == ["SOP-CUTI is written:", "  procedures/SOP-CUTI.md"]
    source = Source.parse("x.md", (folder / "procedures" / "SOP-CUTI.md").read_bytes())
    assert (source.values["id"], source.values["title"]) == ("SOP-CUTI", 'Cuti: "A"')
    there = folder / "procedures" / "SOP-09.md"
    for text, said in (("mine", "used already"), ("---\nid: SOP-99\n---\n", "already there")):
        there.write_text(text)
        done = smm("new", "procedure", "--id", "SOP-09", cwd=folder)
        assert done.returncode == 2
        assert said in done.stderr
        assert there.read_text() == text


@pytest.mark.parametrize(
    "id_",
    [
        *("CON", "nul", "com1.md", "LPT9", "true", "README", "a b", "../x", "a/b", "a\\b", "a:b"),
        *("QP-01", "qp-01", "SEK", "P-01", "x.", "-x", "7", "é", "", "x" * 65),
    ],
)
def test_an_odd_or_taken_id_is_refused(folder, id_):
    before = contents(folder)
    done = smm("new", "procedure", "--id=" + id_, cwd=folder)
    assert done.returncode == 2
    assert "Error: " in done.stderr
    assert contents(folder) == before


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("procedur", "there is no kind procedur; did you mean procedure?"),
        ("temuam", "there is no kind temuam; did you mean finding?"),
        ("konteks", "konteks may be more than one kind; write one of: regulations, glossary"),
        ("xyz", "there is no kind xyz; `smm new` names the kinds"),
        ("qms", "a QMS begins with: smm init"),
    ],
)
def test_an_unknown_kind_is_answered_with_the_nearest(folder, kind, said):
    done = smm("new", kind, cwd=folder)
    assert done.returncode == 2
    assert done.stderr.startswith(f"Error: {said}")


def test_new_needs_a_qms_that_can_be_read(tmp_path):
    done = smm("new", "procedure", cwd=tmp_path)
    assert done.returncode == 2
    assert "first: smm init" in done.stderr
    (tmp_path / "qms.yaml").write_text("kind: qms\n")
    done = smm("new", "procedure", cwd=tmp_path)
    assert done.returncode == 2
    assert "qms.yaml has faults; first: smm validate" in done.stderr
    done = smm("new", "procedure", "nowhere", cwd=tmp_path)
    assert done.returncode == 2


def test_the_help_of_new_names_every_kind():
    done = smm("new", "--help")
    assert done.returncode == 0
    said = done.stdout
    assert all(kind in said for kind in NEW)


def test_at_a_terminal_only_what_is_missing_is_asked(tmp_path):
    answers = ["id", "", "Badan Contoh Daerah", "", "Pemerintah Kota Contoh", "Kepala Badan"]
    answers += ["Rekaan Satu, S.T.", "Mars", "WIT", "", "Bidang Mutasi, Promosi", "SEK=again", ""]
    answers += ["Surat keterangan", "XX: y", "BMP: Mutasi", "", "banyak", "40"]
    answers += ["2008", "2026, 2015", "y"]
    asked = smm("init", tmp_path / "q", typed=answers)
    assert asked.returncode == 0, asked.stderr
    settings = load(Disk(tmp_path / "q"), DAY).settings
    organization = settings.organization
    assert organization.language == "id"
    assert (organization.name, organization.short_name) == ("Badan Contoh Daerah", "BCD")
    assert (organization.head, organization.time_zone) == ("Kepala Badan", "Asia/Jayapura")
    assert {unit.id: unit.title for unit in settings.units} == {
        "SEK": "Sekretariat",
        "BMP": "Bidang Mutasi, Promosi",
    }
    assert (organization.parent, settings.headcount) == ("Pemerintah Kota Contoh", 40)
    assert settings.standards == ("iso9001-2026", "iso9001-2015")
    qms = load(Disk(tmp_path / "q"), DAY)
    services = [(s.owner, s.title) for s in qms.get("DL-01", class_of("services")).entries]
    assert services == [("SEK", "Surat keterangan"), ("BMP", "Mutasi")]
    assert qms.things["P-01"].title == "Rekaan Satu, S.T."
