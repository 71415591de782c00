"""Problems for programs: the keys are a promise."""

import json
from pathlib import Path

from smmkit.diagnostics import Checked, Surroundings, render
from smmkit.rules import examine, rules
from smmkit.words import Language

AUDIT = "kind: audit\nid: AUD-01\ntitle: Café (isi)\ndate: 2026-01-01\naudit_type: internal\n"


def data(folder, files, code="en"):
    qms = folder(files)
    found = tuple(d for d in examine(qms) if d.rule.name != "says-too-little")
    checked = Checked(Path("/a b/mutu"), qms.as_of, len(files) + 1, 2, found, rules())
    around = Surroundings(Path("/a b"), Path("/a b"))
    return render("json", checked, Language(code), around)


def test_the_whole_of_it(folder):
    text = data(folder, {"sop/a.yaml": AUDIT + "owner: U-2\nevidence: [a.pdf]\n"})
    assert json.loads(text) == {
        "schema": "smmkit-diagnostics/1",
        "as_of": "2026-03-02",
        "root": "/a b/mutu",
        "summary": {
            "documents": 2,
            "judged": 2,
            "error": 2,
            "warning": 0,
            "note": 0,
            "waived": 0,
            "old": 0,
            "mended": 0,
        },
        "not_asked": [],
        "unfilled": [],
        "diagnostics": [
            {
                "code": "SMM201",
                "name": "broken-reference",
                "severity": "error",
                "message": "there is no U-2",
                "hint": "did you mean U-1?",
                "path": "sop/a.yaml",
                "line": 6,
                "column": 8,
                "end_line": 6,
                "end_column": 11,
                "key": "owner",
                "document": "AUD-01",
                "clause": "7.5.3.1",
                "source": "ISO 9001, 7.5.3",
            },
            {
                "code": "SMM205",
                "name": "missing-file",
                "severity": "error",
                "message": "there is no file sop/a.pdf",
                "hint": "put the file into the folder, or write the path of one that is there",
                "path": "sop/a.yaml",
                "line": 7,
                "column": 12,
                "end_line": 7,
                "end_column": 17,
                "key": "evidence[1]",
                "document": "AUD-01",
                "clause": "7.5.3.1",
                "source": "ISO 9001, 7.5.3",
            },
        ],
        "waived": [],
        "old": [],
        "more": [],
    }


def test_nothing_found_is_an_empty_list(folder):
    found = json.loads(data(folder, {"a.yaml": AUDIT}))
    assert found["diagnostics"] == []
    counts = dict.fromkeys(("error", "warning", "note", "waived", "old", "mended"), 0)
    assert found["summary"] == {"documents": 2, "judged": 2, **counts}


def test_letters_are_letters_and_the_bytes_are_the_same_each_time(folder):
    files = {"a.yaml": AUDIT + "owner: Café\n"}
    text = data(folder, files)
    assert "Café" in text
    assert text.endswith("}\n")
    assert text == data(folder, files)


def test_the_keys_do_not_depend_on_the_language(folder):
    files = {"a.yaml": AUDIT + "owner: U-2\n"}
    one, other = (json.loads(data(folder, files, code)) for code in ("en", "id"))
    for found in (one, other):
        del found["diagnostics"][0]["message"], found["diagnostics"][0]["hint"]
    assert one == other


def test_no_place_ends_before_it_begins(folder):
    files = {
        "wrong.yaml": b"a: 1\nb: caf\xe9\n",
        "broken.yaml": "a: 1\nb: [\n",
        "a.yaml": AUDIT + "owner: U-2\n",
    }
    for found in json.loads(data(folder, files))["diagnostics"]:
        begins = (found["line"], found["column"])
        ends = (found["end_line"], found["end_column"])
        assert ends >= begins, found
