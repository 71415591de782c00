"""`smm schema` as a person runs it: what it writes, and what it never touches."""

from __future__ import annotations

import json

import pytest

from running import smm
from smmkit.documents import KINDS

SETTINGS = """\
kind: qms
id: QMS
title: SMM
version: "1"
smmkit: {format}
as_of: 2019-12-31
organization: {{name: Badan Contoh, short_name: BC, head: Kepala Badan, language: id}}
scope: {{statement: Layanan kepegawaian}}
units: [{{id: SEK, title: Sekretariat}}]
"""


@pytest.fixture
def folder(tmp_path):
    from smmkit.documents import class_of
    from smmkit.model.fields import fields_of

    (format_,) = fields_of(class_of("qms"))["smmkit"].choices
    (tmp_path / "qms.yaml").write_text(SETTINGS.format(format=format_))
    return tmp_path


def test_one_schema_is_shown_or_written(tmp_path):
    done = smm("schema", "--kind", "audit", cwd=tmp_path)
    assert done.returncode == 0
    schema = json.loads(done.stdout)
    assert schema["properties"]["kind"]["const"] == "audit"
    assert "#/$defs" not in done.stdout
    assert smm("schema", "--kind", "audit", "-o", "a.json", cwd=tmp_path).returncode == 0
    assert json.loads((tmp_path / "a.json").read_text("utf-8")) == schema
    indonesian = smm("schema", "--kind", "audit", "--lang", "id", cwd=tmp_path).stdout
    assert json.loads(indonesian)["properties"]["title"]["description"].startswith("Judul")


def test_a_kind_that_is_unknown_is_answered_with_the_nearest(tmp_path):
    done = smm("schema", "--kind", "audits", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "`kind: audit`" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("schema",), "there is no qms.yaml in ."),
        (("schema", "nowhere"), "nowhere is not there"),
        (("schema", "-o", "x.json"), "--kind"),
    ],
)
def test_what_cannot_be_done_is_said(tmp_path, arguments, said):
    done = smm(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_gets_its_schemas_and_the_settings_of_vs_code(folder):
    done = smm("schema", "--yes", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    written = {p.name for p in (folder / ".smm/schemas").iterdir()}
    assert written == {f"{kind}.json" for kind in KINDS} | {"any-kind.json", "ids.json"}
    assert {p.name for p in (folder / ".vscode").iterdir()} == {
        *("settings.json", "extensions.json", "tasks.json")
    }
    unit = json.loads((folder / ".smm/schemas/ids.json").read_text("utf-8"))["$defs"]["unit"]
    assert unit["enum"] == ["SEK"]
    again = smm("schema", cwd=folder)
    assert (again.returncode, again.stderr) == (0, "")
    assert "0 of them new or changed" in again.stdout
    assert again.stdout.count("\n") == 1
    assert smm("validate", cwd=folder).returncode == 0


def test_the_schemas_speak_the_language_of_the_folder_whoever_writes_them(folder):
    smm("schema", "--yes", cwd=folder, SMM_LANG="en")
    first = (folder / ".smm/schemas/audit.json").read_bytes()
    assert json.loads(first)["properties"]["title"]["description"].startswith("Judul")
    smm("schema", "--yes", cwd=folder, SMM_LANG="id")
    assert (folder / ".smm/schemas/audit.json").read_bytes() == first


def test_nothing_that_is_not_ours_is_written_unasked(folder):
    done = smm("schema", cwd=folder)
    assert done.returncode == 2
    assert "--yes" in done.stderr
    assert (folder / ".smm/schemas/audit.json").is_file()
    assert not (folder / ".vscode").exists()


def test_what_a_person_has_in_the_settings_stays_and_the_difference_is_shown(folder):
    (folder / ".vscode").mkdir()
    mine = folder / ".vscode/settings.json"
    mine.write_bytes(b'\xef\xbb\xbf{\r\n\t"editor.wordWrap": "on"\r\n}\r\n')
    done = smm("schema", "--yes", cwd=folder)
    assert '-    "editor.wordWrap": "on"\n+    "editor.wordWrap": "on",\n' in done.stdout
    data = mine.read_bytes()
    assert b'{\r\n\t"editor.wordWrap": "on",\r\n\t"yaml.schemas": {\r\n' in data
    assert data.count(b"\n") == data.count(b"\r\n")
    assert data.startswith(b"\xef\xbb\xbf{")


def test_a_file_with_comments_is_left_alone_and_what_to_add_is_said(folder):
    (folder / ".vscode").mkdir()
    mine = folder / ".vscode/tasks.json"
    mine.write_text('{\n  // mine\n  "version": "2.0.0",\n  "tasks": []\n}\n')
    before = mine.read_bytes()
    done = smm("schema", "--yes", cwd=folder)
    assert done.returncode == 0
    assert mine.read_bytes() == before
    assert ".vscode/tasks.json has comments" in done.stdout
    assert '"label": "smm: validate"' in done.stdout
    assert (folder / ".vscode/settings.json").is_file()


def test_a_folder_that_may_not_be_written_is_said(folder):
    (folder / ".smm").write_text("a file")
    done = smm("schema", "--yes", cwd=folder)
    assert done.returncode == 2
    assert ".smm/schemas/" in done.stderr


@pytest.mark.parametrize(("answer", "is_written"), [("n", False), ("y", True), ("", False)])
def test_at_a_terminal_it_is_asked(folder, answer, is_written):
    done = smm("schema", cwd=folder, typed=[answer])
    assert done.returncode == 0, done.stderr
    assert (folder / ".vscode/tasks.json").is_file() == is_written


def test_the_schemas_never_go_into_a_count(folder):
    smm("schema", "--yes", cwd=folder)
    (folder / ".smm/schemas/extra.yaml").write_text("kind: nonsense\n")
    said = json.loads(smm("validate", "--format", "json", cwd=folder).stdout)
    assert ".smm" not in json.dumps(said)
