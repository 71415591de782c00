"""English names of ids and folders: each kind keeps one of its own, and a folder keeps to what it has."""

from collections import Counter
from datetime import date

import pytest

from running import smm
from smmkit.documents import KINDS, Entry, class_of
from smmkit.files.tree import Disk
from smmkit.kinds import CREATABLE
from smmkit.loading.folder import load
from smmkit.model.fields import parts_of
from smmkit.names import folder_of, names_in, prefix_in, prefix_of
from smmkit.new.document import blank_form
from smmkit.new.ids import free_id

INDONESIAN = ("juknis", "UU 2", "Permen", "Renstra", "decree", "perspective", "lampiran", "berkas")


def entries() -> set[str]:
    """What the ids of entries begin with."""
    parts = [part for kind in KINDS for part in parts_of(class_of(kind)) if issubclass(part, Entry)]
    return {part.prefix for part in parts if part.prefix}


def test_no_two_kinds_of_documents_have_the_same_name_in_english():
    documents = Counter(prefix_of(kind, "en") for kind in CREATABLE)
    before = Counter(prefix_of(kind, "id") for kind in CREATABLE)
    assert max(documents.values()) == max(before.values()) == 1
    assert len({prefix_in(one, "en") for one in entries()}) == len(entries())
    assert {prefix_in(one, "en") for one in entries()}.isdisjoint(documents)


def test_english_folders_are_english_and_indonesian_ones_stay():
    assert {folder_of(kind, "en") for kind in CREATABLE}.isdisjoint(
        {folder_of(kind, "id") for kind in CREATABLE}
    )
    assert folder_of("people", "id") == "orang"


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    folder = tmp_path_factory.mktemp("begun") / "q"
    done = smm("init", folder, "--lang", "en", "--name", "Acme Widgets")
    assert done.returncode == 0, done.stderr
    return folder


def test_init_in_english_is_english_throughout(begun):
    for kind in ("team", "objective", "procedure", "competences", "training", "audit-programme"):
        done = smm("new", kind, begun)
        assert done.returncode == 0, done.stderr
    texts = {
        path.relative_to(begun).as_posix(): path.read_text("utf-8")
        for path in begun.rglob("*")
        if path.suffix in {".yaml", ".md"} and ".smm" not in path.parts
    }
    assert {"services/SVC-01.yaml", "objectives/QO-01.yaml", "teams/TEAM-01.yaml"} <= set(texts)
    said = [(path, word) for path, text in texts.items() for word in INDONESIAN if word in text]
    assert said == []
    settings = load(Disk(begun)).settings
    assert settings.organization.time_zone == "UTC"
    assert settings.standards == ("iso9001-2015",)


def test_a_folder_with_indonesian_names_keeps_them_whatever_it_speaks(folder):
    files = {"orang/ORG-01.yaml": "kind: people\nid: ORG-01\ntitle: P\nversion: '1'\n"}
    there = folder(files, date(2026, 3, 2))
    assert (names_in(there), free_id(there, "services")) == ("id", "DL-01")
    fresh = folder({}, date(2026, 3, 2))
    assert (names_in(fresh), free_id(fresh, "services")) == ("en", "SVC-01")


def test_a_field_that_no_standard_wishes_for_is_left_out_of_the_form():
    assert "decree" in blank_form("team", "en")
    assert "decree" not in blank_form("team", "en", wishes=())
    assert "decree" in blank_form("team", "en", wishes=("decree",))
