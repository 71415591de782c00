"""What a person sees in an editor with our language server, which a real client talks to."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from editing import Editor, done, editing
from folders import SETTINGS, lay
from running import EXAMPLE
from smmkit.files.tree import Disk, Memory
from smmkit.loading.folder import load
from smmkit.rules import judged

FILES = {
    "qms.yaml": SETTINGS + "as_of: 2026-03-02\n",
    "sop/SOP-01.md": """\
---
kind: procedure
id: SOP-01
title: Pelayanan é 🙂 kartu
version: "1"
owner: U-1
---

# Tujuan

Prosa.

## Langkah

```
# tidak
```
""",
    "risiko.yaml": """\
kind: risk-register
id: RR-01
title: Risks
version: "1"
owner: U-1
entries:
  - {id: R-1, title: First, about: SOP-01, owner: U-1}
""",
}


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    return lay(tmp_path_factory.mktemp("lsp") / "qms é", FILES)


@pytest.fixture(scope="module")
def editor(root) -> Iterator[Editor]:
    with editing(root, "--lang", "en") as editor:
        yield editor


@pytest.fixture(scope="module")
def sop(editor) -> Path:
    return editor.show("sop/SOP-01.md")


@pytest.fixture(scope="module")
def risks(editor) -> Path:
    return editor.show("risiko.yaml")


@pytest.fixture(autouse=True)
def as_before(request) -> None:
    """Each test begins with the texts as they lie on the disk."""
    if "editor" in request.fixturenames:
        editor = request.getfixturevalue("editor")
        for file in [*editor.versions]:
            editor.type(file, file.read_text("utf-8"))


# what is wrong


def test_what_is_wrong_in_an_unsaved_text_is_marked_and_gone_when_it_is_mended(editor, sop):
    text = FILES["sop/SOP-01.md"]
    editor.type(sop, text.replace("owner: U-1", "owner: U-9"))
    found = editor.marks(sop, lambda marks: any(m["code"] == "SMM201" for m in marks))
    (mark,) = [m for m in found if m["code"] == "SMM201"]
    assert mark["message"].startswith("there is no U-9\ndid you mean U-1?")
    assert (mark["severity"], mark["source"]) == (1, "smm")
    assert mark["range"] == {
        "start": {"line": 5, "character": 7},
        "end": {"line": 5, "character": 10},
    }
    editor.type(sop, text)
    editor.marks(sop, lambda marks: all(m["code"] != "SMM201" for m in marks))


def test_the_other_files_are_marked_too_when_an_id_is_gone(editor, sop, root):
    editor.type(sop, FILES["sop/SOP-01.md"].replace("id: SOP-01", "id: SOP-02"))
    other = root / "risiko.yaml"
    editor.marks(other, lambda marks: any("there is no SOP-01" in m["message"] for m in marks))
    editor.type(sop, FILES["sop/SOP-01.md"])
    editor.marks(other, lambda marks: all("SOP-01" not in m["message"] for m in marks))


def test_places_are_counted_as_editors_count_them(editor, sop):
    text = FILES["sop/SOP-01.md"].replace("owner: U-1", '"ow🙂é": 1')
    editor.type(sop, text)
    found = editor.marks(sop, lambda marks: any("ow🙂é" in m["message"] for m in marks))
    (mark,) = [m for m in found if "ow🙂é" in m["message"]]
    assert mark["range"]["end"]["character"] == len('"ow🙂é"'.encode("utf-16-le")) // 2


@pytest.mark.parametrize(("units", "size"), [("utf-8", 1), ("utf-32", 4)])
def test_an_editor_may_count_otherwise(tmp_path, units, size):
    (tmp_path / "qms.yaml").write_text(SETTINGS)
    wishes = {"general": {"positionEncodings": [units]}}
    text = "kind: document\nid: D-1\ntitle: T\nversion: '1'\nowner: U-1\n'é🙂é': 1\n"
    with editing(tmp_path, "--lang", "en", capabilities=wishes) as editor:
        assert editor.capabilities["positionEncoding"] == units
        file = editor.show("d.yaml", text)
        marks = editor.marks(file, lambda marks: any("é🙂é" in m["message"] for m in marks))
        (mark,) = [m for m in marks if "é🙂é" in m["message"]]
        encoding = "utf-8" if size == 1 else "utf-32-le"
        assert mark["range"]["end"]["character"] == len("'é🙂é'".encode(encoding)) // size
        assert "**Owner**" in editor.hover(file, 4, 2)


def test_a_mark_before_the_first_letter_is_counted_as_the_editor_counts_it(editor, risks):
    editor.type(risks, "\ufeff" + FILES["risiko.yaml"].replace("kind: risk-register", "kind: risk"))
    marks = editor.marks(risks, lambda marks: [m["code"] for m in marks] == ["SMM002"])
    assert marks[0]["range"]["start"] == {"line": 0, "character": 7}
    assert marks[0]["range"]["end"] == {"line": 0, "character": 11}
    assert "risk-register" in editor.completion(risks, 0, 8)


def test_all_rules_are_asked_in_a_pause_and_say_what_validate_says(tmp_path):
    root = lay(tmp_path / "qms", FILES)
    path = "sop/SOP-01.md"
    text = FILES[path].replace("id: SOP-01", "id: SOP-99")
    qms = load(Memory({path: text}, Disk(root)))
    expected = {
        path: sorted(d.rule.code for d in judged(qms)[0] if d.at.path == path)
        for path in {d.at.path for d in judged(qms)[0]}
    }
    assert set(expected) == {path, "risiko.yaml"}
    with editing(root, "--lang", "en") as editor:
        editor.show(path, text)
        for each, codes in expected.items():
            editor.codes(root / each, *codes)


def test_a_text_that_cannot_be_read_is_marked_where_it_breaks_off(editor, risks):
    editor.type(risks, FILES["risiko.yaml"].replace("title: Risks", "title: Risks: all"))
    (mark,) = editor.marks(risks, lambda marks: [m["code"] for m in marks] == ["SMM001"])
    assert mark["range"]["start"]["line"] == 2


def test_the_language_is_that_of_the_qms(tmp_path):
    text = SETTINGS.replace("language: en", "language: id") + "standards: [none]\n"
    (tmp_path / "qms.yaml").write_text(text)
    with editing(tmp_path) as editor:
        file = editor.show("qms.yaml")
        marks = editor.marks(file, lambda marks: any("none" in m["message"] for m in marks))
        assert any("tidak ada" in mark["message"] for mark in marks)


# completion


def test_ids_are_offered_with_what_they_name_and_are_found_by_it(editor, sop):
    text = FILES["sop/SOP-01.md"].replace("owner: U-1", "owner: |")
    offers = editor.offers(sop, text)
    assert list(offers) == ["U-1"]
    offer = offers["U-1"]
    assert "Secretariat" in offer["detail"]
    assert "Secretariat" in offer["filterText"]
    assert offer["textEdit"]["newText"] == "U-1"


def test_what_is_there_is_replaced_as_a_whole_and_no_more(editor, sop):
    text = FILES["sop/SOP-01.md"].replace("owner: U-1", "owner: U-|9 # é")
    offer = editor.offers(sop, text)["U-1"]
    assert offer["textEdit"]["range"] == {
        "start": {"line": 5, "character": 7},
        "end": {"line": 5, "character": 10},
    }


def test_only_ids_of_the_kind_that_is_asked_for_are_offered(editor, risks):
    text = FILES["risiko.yaml"].replace("owner: U-1}", "owner: |}")
    assert list(editor.offers(risks, text)) == ["U-1"]
    text = FILES["risiko.yaml"].replace("about: SOP-01", "about: |")
    assert {"SOP-01", "RR-01", "R-1"} <= set(editor.offers(risks, text))


def test_missing_fields_are_offered_those_that_must_be_there_first(editor, sop):
    text = (
        FILES["sop/SOP-01.md"].replace("owner: U-1", "|\nowner: U-1").replace('version: "1"\n', "")
    )
    offers = editor.offers(sop, text)
    assert next(iter(offers)) == "version"
    assert {"title", "owner", "kind"} & set(offers) == set()
    assert offers["review_by"]["textEdit"]["newText"] == "review_by: "
    assert "reviewed" in offers["review_by"]["documentation"]["value"]


def test_fields_of_an_item_are_offered_as_soon_as_its_hyphen_stands(editor, risks):
    text = FILES["risiko.yaml"] + "  - |\n"
    assert {"id", "title", "likelihood"} <= set(editor.offers(risks, text))


def test_a_text_that_cannot_be_read_above_still_gets_help(editor, risks):
    text = (
        FILES["risiko.yaml"].replace("title: Risks", "title: Risks: all") + "  - id: R-2\n    |\n"
    )
    offers = editor.offers(risks, text)
    assert "likelihood" in offers
    assert "id" not in offers


def test_words_of_a_list_are_offered_with_their_labels(editor, risks):
    text = FILES["risiko.yaml"].replace("version:", "dimension: |\nversion:")
    offers = editor.offers(risks, text)
    assert {"planning", "processing"} <= set(offers)


def test_kinds_are_offered_where_a_document_begins(editor, root):
    file = editor.show("baru.yaml", "kind: ")
    assert "risk-register" in editor.offers(file, "kind: |")
    assert list(editor.offers(file, "|")) == ["kind"]
    editor.close(file)
    assert not file.exists()


@pytest.mark.parametrize(
    ("typed", "new"),
    [
        ("clauses: |", '["8.5.1"]'),
        ("clauses: [|]", '"8.5.1"'),
        ('clauses: ["8.|"]', '"8.5.1"'),
        ('clauses: ["8.|', '"8.5.1"'),
        ("clauses:\n  - |", '"8.5.1"'),
    ],
)
def test_the_number_of_a_clause_is_put_into_quotes(editor, sop, typed, new):
    text = FILES["sop/SOP-01.md"].replace("owner: U-1", typed)
    assert editor.offers(sop, text)["8.5.1"]["textEdit"]["newText"] == new


def test_nothing_is_offered_in_prose_comments_and_texts(editor, sop):
    text = FILES["sop/SOP-01.md"]
    assert editor.offers(sop, text.replace("Prosa.", "owner: |")) == {}
    assert editor.offers(sop, text.replace("owner: U-1", "owner: U-1 # o|")) == {}
    assert editor.offers(sop, text.replace("title: Pela", "title: |Pela")) == {}


def test_who_types_does_not_lose_the_ids_of_the_text(editor, risks):
    text = FILES["risiko.yaml"].replace("about: SOP-01", "about: |") + "  - id: R-2\n    title: [\n"
    editor.put(risks, text)
    editor.marks(risks, lambda marks: [m["code"] for m in marks] == ["SMM001"])
    assert "R-1" in editor.offers(risks, text)


# hover, definition, references, outline


def test_hover_explains_fields_words_and_ids(editor, sop, risks):
    assert "**Owner**" in editor.hover(sop, 5, 1)
    said = editor.hover(risks, 4, 8)
    assert "**U-1**: Secretariat" in said
    assert "qms.yaml" in said
    text = FILES["risiko.yaml"]
    about = text.split("\n")[6].index("SOP-01")
    said = editor.hover(risks, 6, about)
    assert "Procedure, draft" in said
    assert "kartu" in said
    assert "risk" in editor.hover(risks, 0, 8).lower()
    assert editor.hover(sop, 8, 3) == ""


def test_a_definition_leads_to_the_line_of_the_id(editor, risks, sop, root):
    about = FILES["risiko.yaml"].split("\n")[6].index("SOP-01")
    found = editor.at("definition", risks, 6, about + 6)
    assert found["uri"] == sop.as_uri()
    assert found["range"]["start"] == {"line": 2, "character": 4}
    found = editor.at("definition", risks, 4, 8)
    assert found["uri"] == (root / "qms.yaml").as_uri()
    assert found["range"]["start"]["line"] == len(SETTINGS.split("\n")) - 2


def test_references_are_all_places_that_name_an_id(editor, risks, sop):
    found = editor.at("references", sop, 2, 5, context={"includeDeclaration": False})
    assert [(one["uri"], one["range"]["start"]["line"]) for one in found] == [(risks.as_uri(), 6)]
    found = editor.at("references", sop, 2, 5, context={"includeDeclaration": True})
    assert [one["uri"] for one in found] == [sop.as_uri(), risks.as_uri()]


def test_the_outline_has_entries_and_headings(editor, risks, sop):
    (top,) = editor.ask("textDocument/documentSymbol", textDocument={"uri": risks.as_uri()})
    assert (top["name"], top["detail"]) == ("RR-01", "Risks")
    assert [child["name"] for child in top["children"]] == ["R-1"]
    found = editor.ask("textDocument/documentSymbol", textDocument={"uri": sop.as_uri()})
    assert [one["name"] for one in found] == ["SOP-01", "Tujuan", "Langkah"]


# quick fixes


def test_what_is_certain_is_a_preferred_fix_and_all_of_it_one_action(editor, sop):
    text = FILES["sop/SOP-01.md"].replace("owner: U-1", "owner: U-1\nreview_by: 31/12/2026")
    text = text.replace("title: Pelayanan é 🙂 kartu", "title: “Pelayanan é 🙂 kartu”")
    editor.type(sop, text)
    first = editor.actions(sop, ["quickfix"])[0]
    assert first["isPreferred"]
    assert 'title: "Pelayanan é 🙂 kartu"\n' in done(first, text)
    (every,) = editor.actions(sop, ["source.fixAll"])
    new = done(every, text)
    assert 'title: "Pelayanan é 🙂 kartu"\n' in new
    assert "review_by: 2026-12-31\n" in new
    assert [a["kind"] for a in editor.actions(sop)].count("source.fixAll.smm") == 1


def test_a_guess_is_an_action_of_its_own_and_never_part_of_the_rest(editor, sop):
    text = FILES["sop/SOP-01.md"].replace("owner: U-1", "owner: U-9")
    editor.type(sop, text)
    (guess,) = editor.actions(sop)
    assert guess["title"] == "Did you mean U-1?"
    assert not guess["isPreferred"]
    assert done(guess, text) == FILES["sop/SOP-01.md"]


def test_of_a_sealed_text_it_is_said_that_it_must_be_approved_again(tmp_path):
    root = Path(shutil.copytree(EXAMPLE, tmp_path / "qms"))
    with editing(root, "--lang", "en") as editor:
        file = editor.show("kebijakan-mutu.md")
        text = file.read_text("utf-8")
        editor.type(file, text.replace("review_by: 2022-02-28", "review_by: 31/12/2026"))
        titles = [action["title"] for action in editor.actions(file)]
        assert titles
        assert all("approved again" in title for title in titles)


def test_formatting_is_not_offered(root):
    with editing(root) as editor:
        assert not {name for name in editor.capabilities if "ormatting" in name}
        assert editor.capabilities["textDocumentSync"]["change"] == 1
