"""The language server with what editors, disks and typists do to it: it answers on, and writes nothing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from editing import SERVER, Editor, editing
from folders import SETTINGS
from running import PATIENCE, smm

RISKS = """\
kind: risk-register
id: RR-01
title: Risks
version: "1"
owner: U-1
entries:
  - {id: R-1, title: First, owner: U-1}
"""

NOWHERE = RISKS.replace("owner: U-1\n", "owner: U-9\n")


@pytest.fixture
def root(tmp_path) -> Path:
    root = tmp_path / "qms"
    root.mkdir()
    (root / "qms.yaml").write_text(SETTINGS)
    (root / "risiko.yaml").write_text(RISKS)
    return root


@pytest.fixture
def editor(root) -> Iterator[Editor]:
    with editing(root, "--lang", "en") as editor:
        yield editor


def marked(editor: Editor, file: Path, code: str = "SMM201") -> None:
    """See that a file is judged still."""
    editor.marks(file, lambda marks: code in [mark["code"] for mark in marks])


def state(root: Path) -> dict[str, tuple[int, bytes]]:
    """All that lies in a folder, with the times of it."""
    return {
        str(file.relative_to(root)): (file.stat().st_mtime_ns, file.read_bytes())
        for file in sorted(root.rglob("*"))
        if file.is_file()
    }


def asked_everything(editor: Editor, file: Path, line: int = 0, column: int = 0) -> None:
    """Ask all that can be asked of a place; no answer is an error."""
    document = {"uri": file.as_uri()}
    editor.completion(file, line, column)
    editor.hover(file, line, column)
    editor.at("definition", file, line, column)
    editor.at("references", file, line, column, context={"includeDeclaration": True})
    editor.ask("textDocument/documentSymbol", textDocument=document)
    editor.actions(file)


TEXTS = {
    "deep": "kind: audit\na: " + "[" * 3000,
    "one line": "kind: audit\nnote: " + "x y " * 60_000,
    "quote": 'kind: audit\nnote: "' + "never closed " * 10_000,
    "brackets": "kind: audit\n" + "{[" * 2000,
    "colons": ": " * 20_000,
    "twice": RISKS + RISKS,
    "anchors": "kind: audit\na: &x [1]\nb: *x\n<<: *x\n",
    "signs": "kind: audit\nnote: \x00\x07\u202e\u2028\x85\ufeff\ud83d\n",
    "private": "kind: audit\nowner: \ue0f1\ue0f2\n",
    "returns": RISKS.replace("\n", "\r"),
    "windows": RISKS.replace("\n", "\r\n"),
    "marked": "\ufeff" + RISKS,
    "empty": "",
    "blank": "\n\n\n",
    "number": "1",
    "list": "- a\n- b\n",
    "ids": "kind: [risk-register]\nid: {a: b}\nentries: 3\n",
    "conflict": "<<<<<<< ours\n" + RISKS + "=======\n" + RISKS + ">>>>>>> theirs\n",
}


@pytest.mark.parametrize("name", TEXTS)
def test_no_text_stops_it(editor, root, name):
    before = state(root)
    file = editor.show("risiko.yaml")
    editor.type(file, TEXTS[name])
    for line, column in [(0, 0), (1, 6), (1, 10**6), (10**6, 3)]:
        asked_everything(editor, file, line, column)
    editor.type(file, NOWHERE)
    marked(editor, file)
    assert state(root) == before


def test_a_file_of_five_megabytes_is_told_to_be_too_large_and_nothing_waits_for_it(editor, root):
    file = editor.show("risiko.yaml")
    editor.type(file, RISKS + "# é x\n" * 800_000)
    marked(editor, file, "SMM001")
    asked_everything(editor, file, 3, 3)
    editor.type(file, NOWHERE)
    marked(editor, file)


def test_of_many_letters_typed_in_a_row_the_last_text_counts(editor, root):
    file = editor.show("risiko.yaml")
    for length in range(300):
        editor.type(file, RISKS.replace("title: Risks", f"title: {'x' * length}"))
    editor.type(file, NOWHERE)
    marked(editor, file)
    editor.type(file, RISKS)
    editor.marks(file, lambda marks: "SMM201" not in [mark["code"] for mark in marks])


def test_files_that_are_in_no_qms_are_left_alone(editor, root, tmp_path):
    other = tmp_path / "compose.yaml"
    editor.open(other, "services: {web: [}\n")
    asked_everything(editor, other)
    for uri in (
        "untitled:Untitled-1",
        "https://example.org/a.yaml",
        "file:",
        "x",
        "file:///a%00b.md",
    ):
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": RISKS}
        editor.tell("textDocument/didOpen", textDocument=document)
        place = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 0}}
        assert editor.ask("textDocument/hover", **place) is None
        editor.tell("textDocument/didClose", textDocument={"uri": uri})
    file = editor.show("risiko.yaml")
    editor.type(file, NOWHERE)
    marked(editor, file)
    assert other.as_uri() not in editor._wrong


def changed(editor: Editor, *files: Path) -> None:
    """Tell the server that files have changed on the disk."""
    changes = [{"uri": file.as_uri(), "type": 2} for file in files]
    editor.tell("workspace/didChangeWatchedFiles", changes=changes)


def test_a_file_that_comes_goes_or_is_renamed_on_the_disk_counts_as_it_is(editor, root):
    file = editor.show("risiko.yaml", RISKS.replace("entries:", "distribution: [U-1]\nentries:"))
    new = root / "lain.yaml"
    new.write_text(NOWHERE.replace("RR-01", "RR-02").replace("R-1,", "R-2,"))
    changed(editor, new)
    marked(editor, new)
    renamed = new.rename(root / "beda.yaml")
    changed(editor, new, renamed)
    marked(editor, renamed)
    editor.marks(new, lambda marks: marks == [])
    renamed.unlink()
    changed(editor, renamed)
    editor.marks(renamed, lambda marks: marks == [])
    file.unlink()
    changed(editor, file)
    editor.type(file, NOWHERE)
    marked(editor, file)
    editor.close(file)
    editor.marks(file, lambda marks: marks == [])


def test_a_qms_that_comes_and_goes_while_its_texts_are_open(editor, root):
    home = root / "qms.yaml"
    file = editor.show("risiko.yaml", NOWHERE)
    marked(editor, file)
    home.unlink()
    changed(editor, home)
    editor.marks(file, lambda marks: marks == [])
    asked_everything(editor, file)
    home.write_text(SETTINGS)
    changed(editor, home)
    marked(editor, file)


def test_settings_that_cannot_be_read_leave_the_rest_at_work(editor, root):
    home = editor.show("qms.yaml")
    editor.type(home, SETTINGS + "units: [\n")
    marked(editor, home, "SMM001")
    file = editor.show("risiko.yaml", RISKS.replace("title: First", "titel: First"))
    marked(editor, file, "SMM101")
    text = RISKS.replace("owner: U-1\n", "owner: |\n")
    assert "U-1" in editor.offers(file, text)


def test_several_folders_each_know_their_own_ids(editor, root, tmp_path):
    other = Path(shutil.copytree(root, tmp_path / "other"))
    (other / "qms.yaml").write_text(SETTINGS.replace("U-1", "V-1"))
    folder = {"uri": other.as_uri(), "name": "other"}
    event = {"added": [folder], "removed": []}
    editor.tell("workspace/didChangeWorkspaceFolders", event=event)
    file = other / "risiko.yaml"
    marked(editor, file)
    editor.versions[file] = 0
    editor.open(file, RISKS)
    text = RISKS.replace("owner: U-1\n", "owner: |\n")
    assert list(editor.offers(file, text)) == ["V-1"]
    mine = editor.show("risiko.yaml")
    assert list(editor.offers(mine, text)) == ["U-1"]


@pytest.mark.skipif(os.name == "nt", reason="Windows lets few make links")
def test_a_link_is_not_followed_also_when_it_is_open(editor, root, tmp_path):
    outside = tmp_path / "outside.yaml"
    outside.write_text(NOWHERE.replace("RR-01", "RR-99"))
    (root / "link.yaml").symlink_to(outside)
    file = editor.show("risiko.yaml", RISKS.replace("owner: U-1}", "owner: U-1, about: RR-99}"))
    editor.versions[root / "link.yaml"] = 0
    editor.open(root / "link.yaml", outside.read_text())
    editor.marks(file, lambda marks: any("RR-99" in mark["message"] for mark in marks))


def test_when_the_editor_is_gone_the_server_goes_too(root):
    editor = Editor(root)
    editor.show("risiko.yaml")
    editor._server.stdin.close()
    assert editor._server.wait(PATIENCE) == 1
    editor.end()


def test_what_is_no_message_does_not_stop_it(editor, root):
    editor.tell("textDocument/didOpen", textDocument={"uri": 3})
    editor.tell("no/such/thing", x=1)
    editor.tell(
        "textDocument/didChange", textDocument={"uri": "x", "version": 1}, contentChanges=[]
    )
    file = editor.show("risiko.yaml", NOWHERE)
    marked(editor, file)


def test_by_hand_it_is_not_started(root):
    done = smm("lsp", cwd=root, typed=[])
    assert done.returncode == 2
    assert "started by an editor" in done.stderr


def test_without_its_package_it_says_what_to_install(root, monkeypatch):
    monkeypatch.setattr("smmkit.commands.lsp.find_spec", lambda _: None)
    done = smm("lsp", cwd=root)
    assert done.returncode == 2
    assert 'pip install "smmkit[lsp]"' in done.stderr


def test_what_is_printed_by_mistake_is_no_message(root):
    program = (
        "from smmkit.lsp import server, session\n"
        "session.Session.enter = lambda *_: print('noise', flush=True)\n"
        "server.serve(None)\n"
    )
    initialize = {"processId": None, "rootUri": root.as_uri(), "capabilities": {}}
    told = [
        {"id": 1, "method": "initialize", "params": initialize},
        {"method": "initialized", "params": {}},
        {"id": 2, "method": "shutdown"},
        {"method": "exit"},
    ]
    bodies = [json.dumps({"jsonrpc": "2.0", **message}).encode() for message in told]
    data = b"".join(b"Content-Length: %d\r\n\r\n%s" % (len(body), body) for body in bodies)
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=data,
        capture_output=True,
        check=False,
        timeout=PATIENCE,
    )
    assert b"noise" in done.stderr
    assert done.stdout.startswith(b"Content-Length: ")
    assert b"noise" not in done.stdout


def test_nothing_but_messages_comes_out_of_it(root):
    done = subprocess.run(
        [*SERVER], input=b"", capture_output=True, cwd=root, check=False, timeout=PATIENCE
    )
    assert done.stdout == b""
    assert b"Traceback" not in done.stderr
