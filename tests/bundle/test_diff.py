"""Two bundles beside one another: what came, went and changed; and what strangers put into them."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import pytest

from running import smm
from smmkit.bundle import bag


def document(id_: str, **more: object) -> dict[str, object]:
    return {
        "id": id_,
        "title": f"Title of {id_}",
        "version": "1",
        "state": "in-force",
        "classification": "open",
        "file": f"documents/{id_}_1_title.pdf",
        "source_sha256": "aa",
        "signed": None,
        "files": [],
    } | more


HEAD = {
    "schema": "smmkit-bundle/1",
    "submission": "S-1",
    "as_of": "2026-03-02",
    "commit": None,
    "documents": [document("D-1"), document("D-2"), document("D-3", files=["files/D-3/x.pdf"])],
    "omitted": [],
    "questions": [],
}


def bundle(place: Path, data: object, **files: bytes) -> Path:
    text = data if isinstance(data, bytes) else json.dumps(data).encode()
    payload = {"manifest.json": text, "index.html": b"x", "files/D-3/x.pdf": b"one"}
    bag.write(place, payload | files)
    return place


@pytest.fixture
def before(tmp_path):
    return bundle(tmp_path / "a.zip", HEAD)


def compared(before, after):
    done = smm("diff", before, after, "--format", "json")
    assert done.returncode in (0, 1), done.stderr
    return done.returncode, json.loads(done.stdout)


def test_the_same_bundle_in_a_zip_and_in_a_folder_has_no_difference(before, tmp_path):
    code, said = compared(before, bundle(tmp_path / "a", HEAD))
    assert (code, said["same"], said["documents"], said["files"]) == (0, True, [], [])


def test_what_came_went_and_changed_is_told(before, tmp_path):
    new = copy.deepcopy(HEAD)
    new["documents"] = [
        document("D-1", source_sha256="bb"),
        document("D-3", version="2", state="revising", files=["files/D-3/x.pdf"]),
        document("D-4"),
    ]
    new["omitted"] = [{"id": "D-2", "title": "Title of D-2", "reason": "shown on site"}]
    new["questions"] = [
        {"on": "2026-03-05", "question": "Where is the map?", "answer": "In D-4.", "answered": None}
    ]
    after = bundle(tmp_path / "b.zip", new, **{"files/D-3/x.pdf": b"two"})
    code, said = compared(before, after)
    assert code == 1
    told = {one["id"]: (one["change"], one["what"]) for one in said["documents"]}
    assert told == {
        "D-1": ("changed", ["the text changed under the same version"]),
        "D-2": ("gone", ["left out: shown on site"]),
        "D-3": ("changed", ["version or day: 1 → 2", "state: in force → in force, newer draft"]),
        "D-4": ("added", ["version or day 1"]),
    }
    assert [(one["id"], one["title"], one["change"]) for one in said["files"]] == [
        ("D-3", "x.pdf", "changed")
    ]
    assert [(one["title"], one["what"]) for one in said["answers"]] == [
        ("Where is the map?", ["In D-4."])
    ]
    text = smm("diff", before, after, "--lang", "id").stdout
    assert "4 dokumen, 1 berkas, dan 1 jawaban berbeda" in text


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("not part of the sample", "tidak termasuk contoh yang diminta"),
        ("Sudah {dicabut}", "Sudah {dicabut}"),  # what a person wrote stays as it is
    ],
)
def test_why_a_document_is_gone_is_said_in_the_language_of_the_reader(
    before, tmp_path, reason, said
):
    new = copy.deepcopy(HEAD)
    new["documents"] = [document("D-1"), document("D-3", files=["files/D-3/x.pdf"])]
    new["omitted"] = [{"id": "D-2", "title": "Title of D-2", "reason": reason}]
    after = bundle(tmp_path / "b.zip", new)
    text = smm("diff", before, after, "--lang", "id").stdout
    assert said in " ".join(text.split())


@pytest.mark.parametrize("form", ["html", "pdf", "xlsx", "docx", "csv"])
def test_it_is_written_in_every_form(before, tmp_path, form):
    after = bundle(tmp_path / "b.zip", {**HEAD, "documents": []})
    page = tmp_path / f"x.{form}"
    assert smm("diff", before, after, "-o", page).returncode == 1
    assert page.stat().st_size > 200


@pytest.mark.parametrize(
    "data",
    [
        b"{",
        b"[" * 100_000,
        b"[]",
        {**HEAD, "schema": "other"},
        {**HEAD, "documents": {"a": 1}},
        {**HEAD, "documents": [document("D-1"), document("D-1")]},
        {**HEAD, "documents": [document("D-1", title=["x"])]},
        {**HEAD, "documents": [document("D-1", files=[None, 3])]},
        {**HEAD, "questions": 5},
    ],
)
def test_a_manifest_that_nobody_understands_is_refused(before, tmp_path, data):
    done = smm("diff", before, bundle(tmp_path / "b.zip", data))
    assert done.returncode == 2
    assert "data/manifest.json" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_bundle_that_is_not_whole_is_not_compared(before, tmp_path):
    after = bundle(tmp_path / "b", HEAD)
    (after / "data" / "index.html").write_bytes(b"y")
    done = smm("diff", before, after)
    assert done.returncode == 2
    assert "smm verify" in done.stderr


def test_what_no_eye_sees_is_shown_and_never_drawn_as_code(before, tmp_path):
    title = "\x1b[31mRed\u202e<script>alert(1)</script>=1+1"
    after = bundle(tmp_path / "b.zip", {**HEAD, "documents": [document("D-9", title=title)]})
    text = smm("diff", before, after).stdout
    assert "\x1b" not in text
    assert "\u202e" not in text
    page = tmp_path / "x.html"
    smm("diff", before, after, "-o", page)
    assert "<script" not in page.read_text("utf-8")
