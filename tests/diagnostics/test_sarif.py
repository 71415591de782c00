"""Problems for code scanning: SARIF 2.1.0, as far as smmkit writes it."""

import json
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from jsonschema import Draft202012Validator

from smmkit.diagnostics import Checked, Surroundings, render
from smmkit.rules import examine, judge, rules
from smmkit.words import Language

TEXT = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": {"type": "string", "minLength": 1}},
}
POSITIVE = {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}


def closed(required: str, **properties) -> dict:
    """An object that has only these keys."""
    return {
        "type": "object",
        "required": required.split(),
        "properties": properties,
        "additionalProperties": False,
    }


URI = {"type": "string", "format": "uri-reference", "pattern": "^[A-Za-z0-9/_.~%!$&'()*+,;=@-]*$"}
REGION = closed(
    "startLine startColumn",
    startLine=POSITIVE,
    startColumn=POSITIVE,
    endLine=POSITIVE,
    endColumn=POSITIVE,
)
ARTIFACT = closed("uri", uri=URI, uriBaseId={"type": "string"})
PLACE = closed("artifactLocation region", artifactLocation=ARTIFACT, region=REGION)
RESULT = closed(
    "ruleId message",
    ruleId={"type": "string"},
    ruleIndex={"type": "integer", "minimum": -1},
    level=LEVEL,
    message=TEXT,
    locations={"type": "array", "items": closed("physicalLocation", physicalLocation=PLACE)},
    suppressions={
        "type": "array",
        "items": closed(
            "kind",
            kind={"enum": ["inSource", "external"]},
            status={"enum": ["accepted", "underReview", "rejected"]},
            justification={"type": "string"},
        ),
    },
    partialFingerprints={"type": "object", "additionalProperties": {"type": "string"}},
)
RULE = closed(
    "id",
    id={"type": "string"},
    name={"type": "string", "pattern": "^[A-Z][A-Za-z]+$"},
    shortDescription=TEXT,
    fullDescription=TEXT,
    help=TEXT,
    helpUri={"type": "string", "format": "uri"},
    defaultConfiguration=closed("", level=LEVEL),
    properties={"type": "object"},
)
DRIVER = closed(
    "name",
    name={"type": "string"},
    version={"type": "string"},
    semanticVersion={"type": "string"},
    informationUri={"type": "string", "format": "uri"},
    rules={"type": "array", "items": RULE, "uniqueItems": True},
)
RUN = closed(
    "tool",
    tool=closed("driver", driver=DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    originalUriBaseIds={"type": "object"},
    results={"type": "array", "items": RESULT},
)
SCHEMA = closed(
    "version runs",
    **{"$schema": {"type": "string", "format": "uri"}},
    version={"enum": ["2.1.0"]},
    runs={"type": "array", "items": RUN},
)
"""The part of the OASIS schema that smmkit uses, typed by hand."""

AUDIT = "kind: audit\nid: {id}\ntitle: (isi)\ndate: 2026-01-01\naudit_type: internal\n"
FAULTY = AUDIT.format(id="AUD-01") + "owner: U-2\nunits: [U-3, U-4]\n"


def log(folder, files, root="/repo", top="/repo", code="en", turn=False) -> dict:
    qms = folder(files)
    found = tuple(d for d in examine(qms) if d.rule.name != "says-too-little")
    found = found[::-1] if turn else found
    checked = Checked(Path(root), qms.as_of, len(files) + 1, 1, found, rules())
    around = Surroundings(Path("/elsewhere"), Path(top))
    return json.loads(render("sarif", checked, Language(code), around))


def results(found: dict) -> list[dict]:
    return found["runs"][0]["results"]


def fingerprints(found: dict) -> list[str]:
    return [result["partialFingerprints"]["smmkit/v1"] for result in results(found)]


@pytest.mark.parametrize("code", ["en", "id"])
def test_it_is_sarif(folder, code):
    files = {"a b.yaml": FAULTY, "c.yaml": b"a: caf\xe9\n", "d.csv": "x", "e.yaml": "a: [\n"}
    found = log(folder, files, code=code)
    assert list(Draft202012Validator(SCHEMA).iter_errors(found)) == []
    assert len(results(found)) == 5


def test_every_rule_is_described_and_each_result_leads_to_its_own(folder):
    found = log(folder, {"a.yaml": FAULTY})
    described = found["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in described] == [rule.code for rule in rules()]
    for result in results(found):
        assert described[result["ruleIndex"]]["id"] == result["ruleId"]


@pytest.mark.parametrize(("code", "begin"), [("en", "Why: "), ("id", "Sebab: ")])
def test_why_a_rule_is_there_is_told_to_the_reader(folder, code, begin):
    described = log(folder, {}, code=code)["runs"][0]["tool"]["driver"]["rules"]
    for told, rule in zip(described, rules(), strict=True):
        assert told.get("help", {}).get("text", "").startswith(begin if rule.why else "")
        assert ("help" in told) is bool(rule.why)


def test_no_text_of_a_file_is_a_link(folder):
    files = {"a.yaml": AUDIT.format(id="A") + "owner: '[a](http://b.example)'\n"}
    (one,) = [r for r in results(log(folder, files)) if r["ruleId"] == "SMM201"]
    assert "[a] (http://b.example)" in one["message"]["text"]


def test_the_level_is_that_of_the_rule_and_the_hint_is_said(folder):
    files = {
        "a.yaml": FAULTY,
        "r.yaml": "kind: risk-register\nid: R\ntitle: R\nversion: '1'\nreview_by: 2020-01-01\n",
    }
    said = {r["ruleId"]: r for r in results(log(folder, files))}
    assert said["SMM301"]["level"] == "warning"
    assert said["SMM201"]["level"] == "error"
    first = results(log(folder, files))[0]
    assert first["message"]["text"] == "there is no U-2 (did you mean U-1?)"


def uri(found: dict) -> str:
    return results(found)[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]


@pytest.mark.parametrize(
    "path",
    [
        "a.yaml",
        "sop/spasi, dan koma.yaml",
        "é/日本.yaml",
        "100%.yaml",
        "a#b?c.yaml",
        "a:b.yaml",
        "[x].yaml",
    ],
)
def test_a_path_is_percent_encoded_and_leads_back(folder, path):
    found = uri(log(folder, {path: FAULTY}))
    assert found.isascii()
    assert not set(found) & set(' #?"<>[]{}|\\^`:')
    assert unquote(found) == path


def test_paths_begin_at_the_root_of_the_repository(folder):
    assert (
        uri(log(folder, {"a.yaml": FAULTY}, root="/repo/mutu kita", top="/repo"))
        == "mutu%20kita/a.yaml"
    )
    assert uri(log(folder, {"a.yaml": FAULTY})) == "a.yaml"


def test_columns_are_code_points_and_ends_are_exclusive(folder):
    found = log(folder, {"a.yaml": AUDIT.format(id="AUD-01") + "units: [😀, U-3]\n"})
    assert found["runs"][0]["columnKind"] == "unicodeCodePoints"
    region = results(found)[1]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 6, "startColumn": 12, "endLine": 6, "endColumn": 15}


def test_a_fingerprint_is_stable_when_lines_move(folder):
    moved = FAULTY.replace("kind:", "# a comment\n\nkind:").replace("[U-3", "[ U-3")
    assert moved != FAULTY
    one, other = log(folder, {"a.yaml": FAULTY}), log(folder, {"a.yaml": moved})
    assert fingerprints(one) == fingerprints(other)
    assert results(one) != results(other)


def test_a_fingerprint_does_not_depend_on_the_language(folder):
    files = {"a.yaml": FAULTY}
    assert fingerprints(log(folder, files)) == fingerprints(log(folder, files, code="id"))


def test_no_two_results_share_a_fingerprint(folder):
    long = AUDIT.format(id="AUD-02") + "a: 1\nb: 2\nowner: U-2\n"
    twice = "kind: audit\n"
    found = log(folder, {"a.yaml": FAULTY, "b.yaml": long, "c.yaml": twice, "d.yaml": twice})
    assert len(set(fingerprints(found))) == len(results(found)) > 10


def test_problems_at_one_key_differ_by_their_number(folder):
    qms = folder({"a.yaml": FAULTY})
    found = [d for d in examine(qms) if d.rule.name != "says-too-little"]
    same = tuple(replace(d, at=replace(d.at, line=n)) for n, d in enumerate([found[0]] * 3, 1))
    checked = Checked(Path("/r"), qms.as_of, 2, 2, same, rules())
    text = render("sarif", checked, Language("en"), Surroundings(Path("/r"), Path("/r")))
    assert len(set(fingerprints(json.loads(text)))) == 3


IN_PLACE = "# smm: ignore[SMM201] until 2026-12-31: the unit is new\n"
BESIDE = "waivers: [{rule: SMM201, document: AUD-01, until: 2026-12-31, reason: the unit is new}]\n"


@pytest.mark.parametrize(
    ("head", "more", "kind"), [(IN_PLACE, "", "inSource"), ("", BESIDE, "external")]
)
def test_what_is_waived_is_a_result_that_is_suppressed(folder, head, more, kind):
    qms = folder({"a.yaml": head + FAULTY}, more=more)
    judgement = judge(qms)
    waived = tuple(judgement.waived)
    checked = Checked(Path("/r"), qms.as_of, 2, 2, (), rules(), waived=waived)
    text = render("sarif", checked, Language("en"), Surroundings(Path("/r"), Path("/r")))
    found = json.loads(text)
    assert list(Draft202012Validator(SCHEMA).iter_errors(found)) == []
    suppressed = [{"kind": kind, "status": "accepted", "justification": "the unit is new"}]
    assert [r["suppressions"] for r in results(found)] == [suppressed] * 3
    assert len(set(fingerprints(found))) == 3


def test_without_problems_there_are_results_all_the_same(folder):
    assert results(log(folder, {"a.yaml": AUDIT.format(id="AUD-01")})) == []
