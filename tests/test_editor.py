"""What a person sees in an editor: a real yaml-language-server shows our schemas, for every kind."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from folders import SETTINGS, TODAY
from language_server import Client, serving
from samples import PEOPLE, sample
from smmkit.documents import KINDS, class_of, kind_label
from smmkit.documents.audit import AuditType
from smmkit.documents.risk import Risk
from smmkit.editor.files import schema_files
from smmkit.editor.vscode import wishes
from smmkit.files.tree import Memory
from smmkit.loading.folder import load
from smmkit.model.fields import fields_of
from smmkit.model.patterns import ID
from smmkit.new.modeline import modeline
from smmkit.words import language

pytestmark = pytest.mark.long

ROOT = Path(__file__).parent.parent
NAME = "yaml-language-server"
OFFLINE = {"enable": False, "url": ""}


def server() -> list[str]:
    """The command of the server that `make editor-tools` installs, or of one on the path."""
    program = ROOT / ".tools/node_modules" / NAME / "bin" / NAME
    node, other = shutil.which("node"), shutil.which(NAME)
    if node and program.is_file():
        return [node, str(program), "--stdio"]
    if not other:
        pytest.skip(f"{NAME} is not installed; `make editor-tools` does it")
    return [other, "--stdio"]


@dataclass
class Written:
    """A file that is open in the editor, and the places in it that are asked about."""

    file: Path
    text: str

    def line(self, begin: str) -> int:
        """The line (from 0) that begins so."""
        return next(n for n, line in enumerate(self.text.split("\n")) if line.startswith(begin))


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("qms")


@pytest.fixture(scope="module")
def editor(root) -> Iterator[Client]:
    """One server for all, with the settings that we write for VS Code."""
    command = server()
    settings = {
        "yaml": {
            "validate": True,
            "hover": True,
            "completion": True,
            "schemas": wishes()[".vscode/settings.json"]["yaml.schemas"],
            "schemaStore": OFFLINE,
            "kubernetesCRDStore": OFFLINE,
        },
        "[yaml]": {"editor.tabSize": 2},
        "editor": {"detectIndentation": False},
    }
    with serving(command, root, settings) as client:
        yield client


@pytest.fixture(scope="module")
def written(root, editor) -> dict[str, Written]:
    """For each kind a file that names its schema (`kind`) and one that does not (`kind?`)."""
    qms = load(Memory({"qms.yaml": SETTINGS, "orang/ORG-01.yaml": PEOPLE}), TODAY)
    for path, text in schema_files(qms, language("id")).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    files = {}
    for kind in KINDS:
        values = {"kind": kind} | sample(class_of(kind), False)
        text = yaml.safe_dump(values, sort_keys=False, allow_unicode=True) + "bogus: 1\n\n"
        files[kind] = Written(root / f"a/{kind}.yaml", modeline(kind, f"a/{kind}.yaml") + text)
        files[f"{kind}?"] = Written(root / f"b/{kind}.yaml", text)
    for one in files.values():
        editor.open(one.file, one.text)
    return files


BOTH = [name for kind in KINDS for name in (kind, f"{kind}?")]


@pytest.mark.parametrize("name", BOTH)
def test_a_field_that_is_unknown_is_marked_and_nothing_else(editor, written, name):
    one = written[name]
    assert editor.wrong(one.file) == [(one.line("bogus"), "Property bogus is not allowed.")]


@pytest.mark.parametrize("name", BOTH)
def test_fields_that_are_left_are_offered_and_explained(editor, written, name):
    one = written[name]
    offered = editor.completion(one.file, one.line("bogus") + 1, 0)
    optional = {n for n, f in fields_of(class_of(name.rstrip("?"))).items() if not f.required}
    assert optional <= set(offered)
    said = offered["clauses"]["documentation"]["value"]
    assert said.startswith("**Klausul**")
    assert "\n\n**Clauses**" in said


@pytest.mark.parametrize("name", BOTH)
def test_a_field_under_the_mouse_is_explained_in_both_languages(editor, written, name):
    one = written[name]
    said = editor.hover(one.file, one.line("title"), 1)
    assert "**Judul**" in said
    assert "\n\n**Title**" in said


def test_an_empty_file_is_offered_every_kind_with_its_name(editor, written, root):
    file = root / "b/new.yaml"
    editor.open(file, "kind: x\n")
    assert [message[:22] for _, message in editor.wrong(file)] == ["Value is not accepted."]
    offered = editor.completion(file, 0, 7)
    assert set(KINDS) <= set(offered)
    name = language("id").say(kind_label("risk-register"))
    assert offered["risk-register"]["documentation"]["value"].lower().startswith(name.lower())


def opened(editor: Client, root: Path, kind: str, text: str) -> Written:
    path = f"a/{kind}-{abs(hash(text))}.yaml"
    one = Written(root / path, f"{modeline(kind, path)}kind: {kind}\n{text}")
    editor.open(one.file, one.text)
    return one


def test_an_id_is_offered_with_its_title_and_one_that_is_not_there_is_no_fault(
    editor, written, root
):
    one = opened(editor, root, "finding", "unit: U-9\nclause: \nrecorded_by: P-01\nowner: U-1\n")
    units = editor.completion(one.file, one.line("unit"), 9)
    assert units["U-1"]["documentation"]["value"] == "Secretariat"
    people = editor.completion(one.file, one.line("recorded_by"), 17)
    assert people["P-01"]["documentation"]["value"] == "Head"
    clauses = editor.completion(one.file, one.line("clause"), 8)
    assert clauses["8.5.1"]["documentation"]["value"]
    assert clauses['"7"']["textEdit"]["newText"] == '"7"'
    assert "`U-1`: Unit kerja: Secretariat" in editor.hover(one.file, one.line("owner"), 8)
    wrong = editor.wrong(one.file)
    assert one.line("unit") not in dict(wrong)
    assert (one.line("clause"), 'Incorrect type. Expected "string".') in wrong
    assert len([message for line, message in wrong if line == one.line("clause")]) == 1


def test_advice_is_in_the_language_of_the_folder(editor, written, root):
    one = opened(editor, root, "audit", "id: A 1\ndate: 31/12/2019\naudit_type: intern\n")
    said = dict(editor.wrong(one.file))
    assert said[one.line("date")] == "tulis tahun, bulan, dan hari: 2019-12-31"
    assert said[one.line("id")] == language("id").say(ID.advice)
    types = editor.completion(one.file, one.line("audit_type"), 18)
    label = language("id").say(AuditType.SURVEILLANCE.label)
    assert types["surveillance"]["documentation"]["value"].startswith(label)


def test_an_item_of_a_list_comes_with_its_required_fields(editor, written, root):
    one = opened(editor, root, "risk-register", "id: RR-1\n\n")
    typed = editor.completion(one.file, 3, 0)["entries"]["textEdit"]["newText"]
    needed = [n for n, f in fields_of(Risk).items() if f.required]
    assert [line.strip(" -").partition(":")[0] for line in typed.split("\n")] == [
        "entries",
        *needed,
    ]
    one = opened(editor, root, "risk-register", "id: RR-2\nentries:\n  - \n")
    risk = language("id").say(kind_label("risk"))
    assert risk[0].upper() + risk[1:] in editor.completion(one.file, 4, 4)


@pytest.mark.parametrize(
    "path", [".github/x.yaml", "issued/RR-01/1/x.yaml", "templates/forms/x.yaml"]
)
def test_files_that_are_no_documents_are_left_alone(editor, written, root, path):
    editor.open(root / path, "bogus: 1\n")
    assert editor.wrong(root / path) == []


def test_a_standard_of_the_folder_is_left_alone(editor, written, root):
    editor.open(root / "standards/own.yaml", "kind: standard\nclauses: 5\n")
    assert editor.wrong(root / "standards/own.yaml") == []
