"""Schemas for editors: they accept and refuse what the models do, and explain every field."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel, ValidationError
from referencing import Registry, Resource

from samples import PEOPLE, sample
from smmkit.diagnostics import Checked, Surroundings
from smmkit.diagnostics.text import text
from smmkit.documents import KINDS, class_of
from smmkit.editor.files import schema_files
from smmkit.editor.id_lists import id_lists, list_name
from smmkit.editor.ids import ids
from smmkit.editor.merge import ByHandError, merged
from smmkit.editor.schema import STANDARD, Schemas
from smmkit.editor.vscode import matchers, wishes
from smmkit.files.tree import Disk
from smmkit.loading.folder import load
from smmkit.model.fields import Field, fields_of, parts_of
from smmkit.model.patterns import PATTERNS
from smmkit.new.modeline import modeline
from smmkit.rules import examine
from smmkit.words import LANGUAGES, language
from smmkit.yaml_text.reading import read

EXAMPLE = Path(__file__).parent.parent / "example-qms"
ENGLISH = {kind: Schemas(language("en")).of(kind) for kind in KINDS}


def refused(schema: dict[str, Any], values: Any) -> list[str]:
    return [error.message for error in Draft202012Validator(schema).iter_errors(values)]


def nodes(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every schema inside a schema."""
    yield schema
    for below in (*schema.get("properties", {}).values(), *schema.get("anyOf", ())):
        yield from nodes(below)
    if "items" in schema:
        yield from nodes(schema["items"])


def fields(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field of a kind, and of the parts in it."""
    for node in nodes(schema):
        if node.get("type") == "object":
            yield from node["properties"].items()


def of_class(
    class_: type[BaseModel], schema: dict[str, Any]
) -> Iterator[tuple[Field, dict[str, Any]]]:
    """Every field of a class and of the parts in it, each with its schema."""
    for name, below in schema["properties"].items():
        field = fields_of(class_)[name]
        yield field, below
        if field.part:
            yield from of_class(field.part, below["items"] if field.many else below)


# one kind


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one_and_says_its_dialect(kind):
    schema = ENGLISH[kind]
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["properties"]["kind"]["const"] == kind
    assert next(iter(schema["properties"])) == "kind"


@pytest.mark.parametrize("full", [False, True], ids=["least", "most"])
@pytest.mark.parametrize("kind", KINDS)
def test_what_a_model_accepts_its_schema_accepts(kind, full):
    values = sample(class_of(kind), full)
    class_of(kind).model_validate(values)
    assert refused(ENGLISH[kind], values) == []


WRONG: dict[str, Any] = {
    "a field that is unknown": {"bogus": "x"},
    "a number for text": {"title": 5},
    "text that is empty": {"title": ""},
    "an id with a blank": {"id": "A 1"},
    "text for a list": {"clauses": "8.5.1"},
    "a number in a list of texts": {"clauses": [8.5]},
    "another kind": {"kind": "nonsense"},
    "a group of fields for text": {"owner": {"id": "X"}},
}


@pytest.mark.parametrize("change", WRONG.values(), ids=WRONG)
@pytest.mark.parametrize("kind", KINDS)
def test_what_a_model_refuses_its_schema_refuses(kind, change):
    values = sample(class_of(kind), False) | change
    with pytest.raises(ValidationError):
        class_of(kind).model_validate(values)
    assert len(refused(ENGLISH[kind], values)) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_required_field_is_missed_by_both(kind):
    whole = sample(class_of(kind), False)
    for name in whole:
        values = {key: value for key, value in whole.items() if key != name}
        with pytest.raises(ValidationError):
            class_of(kind).model_validate(values)
        assert refused(ENGLISH[kind], values) == [f"{name!r} is a required property"]


def test_days_are_days_of_a_calendar_as_far_as_a_pattern_can_tell():
    schema = ENGLISH["audit"]
    values = sample(class_of("audit"), False)
    for wrong in ("31/12/2019", "2019-13-01", "2019-12-32", "2019-12-3", "20191231"):
        assert len(refused(schema, values | {"date": wrong})) == 1
    assert refused(schema, values | {"date": "2024-02-29"}) == []


def test_every_document_of_the_example_is_accepted_by_the_schema_of_its_kind():
    accepted = load(Disk(EXAMPLE), date(2019, 12, 31)).documents
    assert len(accepted) > 5
    wrong = [(d.path, refused(ENGLISH[d.kind], d.source.values)) for d in accepted]
    assert [each for each in wrong if each[1]] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_field_is_explained_in_both_languages_the_readers_first(lang):
    other = next(code for code in LANGUAGES if code != lang)
    for kind in KINDS:
        whole = Schemas(language(lang)).of(kind)
        for field, schema in of_class(class_of(kind), whole):
            said = schema["markdownDescription"]
            if field.name != "kind":
                first, second = (language(code).say(field.label) for code in (lang, other))
                assert said.startswith(f"**{first[0].upper()}{first[1:]}**"), (kind, field)
                assert f"\n\n**{second[0].upper()}{second[1:]}**" in said, (kind, field)
        for _, schema in fields(whole):
            said = schema["markdownDescription"]
            assert said.count("**") == 4
            assert schema["description"]


def test_nothing_is_typed_for_the_writer_and_only_groups_of_fields_have_titles():
    for kind in KINDS:
        for node in nodes(ENGLISH[kind]):
            assert "default" not in node
            assert "null" not in str(node.get("type"))
            assert "title" not in node or node["type"] == "object"


def test_every_group_of_fields_has_a_title_and_knows_all_its_fields():
    for kind in KINDS:
        for node in nodes(ENGLISH[kind]):
            if node.get("type") == "object":
                assert node["title"]
                assert node["additionalProperties"] is False
                assert set(node["required"]) <= set(node["properties"])


def test_rules_that_have_settings_are_known_with_their_bounds():
    qms = sample(class_of("qms"), False)
    for right in ({}, {"SMM301": {}}, {"SMM301": {"notice": 0}}):
        assert refused(ENGLISH["qms"], qms | {"rules": right}) == []
    for wrong in ({"SMM302": {}}, {"SMM301": {"months": 1}}, {"SMM301": {"notice": -1}}):
        assert len(refused(ENGLISH["qms"], qms | {"rules": wrong})) == 1
    said = ENGLISH["qms"]["properties"]["rules"]["properties"]["SMM301"]["markdownDescription"]
    assert "**SMM301 review-overdue**: A document is reviewed by the day that it names." in said
    assert "Why: a day that has passed" in said
    assert "Dokumen" in said
    assert "Sebab: " in said


def test_every_word_of_a_closed_list_is_explained():
    for kind in KINDS:
        for node in nodes(ENGLISH[kind]):
            if node.get("type") == "string" and "enum" in node:
                assert len(node["enum"]) == len(node["markdownEnumDescriptions"])
                assert all(node["markdownEnumDescriptions"])
    grades = ENGLISH["finding"]["properties"]["grade"]["markdownEnumDescriptions"]
    assert grades[0] == "major nonconformity / ketidaksesuaian mayor"


def test_every_pattern_has_advice_of_its_own():
    patterns = {n["pattern"] for k in KINDS for n in nodes(ENGLISH[k]) if "pattern" in n}
    assert len(patterns) > 3
    for node in (n for k in KINDS for n in nodes(ENGLISH[k]) if "pattern" in n):
        assert node["patternErrorMessage"] in {p.advice.text for p in PATTERNS.values()}
    indonesian = Schemas(language("id")).of("audit")["properties"]["date"]
    assert indonesian["patternErrorMessage"] == "tulis tahun, bulan, dan hari: 2019-12-31"


def test_a_reference_says_which_kinds_it_wants():
    said = ENGLISH["finding"]["properties"]["unit"]["markdownDescription"]
    assert "An id of this kind: unit." in said
    assert "unit kerja" in said


# a folder


@pytest.fixture
def made(folder) -> dict[str, Any]:
    """The schema files of a small folder, read again."""
    qms = folder({"orang/ORG-01.yaml": PEOPLE})
    assert qms.found == []
    return {path: json.loads(text) for path, text in schema_files(qms, language("en")).items()}


def test_a_folder_has_a_schema_for_each_kind_one_for_all_and_its_ids(made):
    names = {*KINDS, "any-kind", "ids"}
    assert {"any-kind", "ids"} & set(KINDS) == set()
    assert set(made) == {f".smm/schemas/{name}.json" for name in names}
    for schema in made.values():
        Draft202012Validator.check_schema(schema)
        assert "smm schema" in schema["$comment"]


def test_what_refers_to_something_is_completed_with_the_ids_of_the_folder(made):
    lists = made[".smm/schemas/ids.json"]["$defs"]
    unit = made[".smm/schemas/finding.json"]["properties"]["unit"]
    assert unit["anyOf"][0] == {"$ref": "ids.json#/$defs/unit"}
    assert help_of(lists["unit"]) == {"U-1": "Secretariat"}
    assert help_of(lists["clause"])["8.5.1"].startswith("Control of production")
    assert help_of(lists["standard"])["iso9001-2015"]
    assert {"QMS-01", "U-1", "P-01"} <= set(lists["anything"]["enum"])
    assert lists["kpi" if "kpi" in lists else "audit"] == {}


def test_a_person_is_a_role_and_never_a_name(made):
    lists = made[".smm/schemas/ids.json"]["$defs"]
    assert help_of(lists["person"]) == {"P-01": "Head", "P-02": "Person"}
    assert "Budi" not in json.dumps(made)


def test_a_clause_of_another_standard_has_its_name_before_it(folder):
    qms = folder({}, more="standards: [iso9001-2015, juknis]\n")
    clauses = ids(qms, language("id"))["$defs"]["clause"]["enum"]
    assert {"8.5.1", "juknis/A4"} <= set(clauses)


def help_of(schema: dict[str, Any]) -> dict[str, str]:
    return dict(zip(schema["enum"], schema["markdownEnumDescriptions"], strict=True))


def test_every_list_that_a_schema_refers_to_is_there(made):
    lists = set(made[".smm/schemas/ids.json"]["$defs"])
    asked = {
        node["$ref"].rpartition("/")[2]
        for kind in KINDS
        for node in nodes(made[f".smm/schemas/{kind}.json"])
        if "$ref" in node
    }
    assert asked == lists == set(id_lists())
    parts = [part for kind in KINDS for part in (class_of(kind), *parts_of(class_of(kind)))]
    fields = (f for part in parts for f in fields_of(part).values())
    assert {list_name(f.reference) for f in fields if f.reference} - {""} == lists


def test_the_schemas_of_a_folder_accept_ids_that_are_not_there_yet_but_nothing_else(made):
    resources = [(name.rpartition("/")[2], Resource.from_contents(s)) for name, s in made.items()]
    every = Draft202012Validator(
        made[".smm/schemas/any-kind.json"], registry=Registry().with_resources(resources)
    )
    for kind in KINDS:
        values = sample(class_of(kind), True)
        assert [error.message for error in every.iter_errors(values)] == []
        assert len([*every.iter_errors(values | {"owner": 5})]) == 1
        assert len([*every.iter_errors(values | {"bogus": 1})]) == 1
    assert len([*every.iter_errors({"kind": "nonsense"})]) == 1
    assert len([*every.iter_errors({})]) == 1
    assert [*every.iter_errors({"kind": STANDARD, "clauses": 5})] == []


def test_what_is_not_of_the_qms_is_never_read(tmp_path):
    for path in (".smm/schemas/a.yaml", ".vscode/b.yaml", "c.yaml"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("kind: audit\n")
    assert set(Disk(tmp_path).paths()) == {"c.yaml"}


# the first line of a file


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("qms.yaml", "# yaml-language-server: $schema=.smm/schemas/audit.json\n"),
        ("audit/A-1.yaml", "# yaml-language-server: $schema=../.smm/schemas/audit.json\n"),
        ("a/b/c.yaml", "# yaml-language-server: $schema=../../.smm/schemas/audit.json\n"),
        ("sop/SOP-01.md", ""),
    ],
)
def test_a_file_says_where_its_schema_is(path, line):
    assert modeline("audit", path) == line
    assert read(path, line + "kind: audit\n") == {"kind": "audit"}


# VS Code


def test_the_problem_matchers_read_what_validate_says_in_both_languages(folder):
    broken = "kind: audit\nid: A-1\ntitle: T\ndate: 2030-01-01\nowner: NO\nclauses: ['8.5.1']\n"
    qms = folder({"audit/A 1.yaml": broken, "x/audit.yaml": "kind: audit\nid: A-2\n"})
    found = tuple(examine(qms))
    assert len(found) > 3
    weights = {"error": "error", "warning": "warning", "note": "info"}
    for code in LANGUAGES:
        checked = Checked(Path("/q"), qms.as_of, 3, 1, found, ())
        said = text(checked, language(code), Surroundings(Path("/q"), Path("/q")))
        read_ = [
            (m["severity"], *(hit[m["pattern"][part]] for part in ("file", "line", "code")))
            for line in said.splitlines()
            for m in matchers()
            if (hit := re.match(m["pattern"]["regexp"], line))
        ]
        assert read_ == [
            (weights[d.rule.severity], d.at.path, str(d.at.line), d.rule.code) for d in found
        ]


def test_every_severity_is_matched_in_every_language_and_by_one_matcher():
    lines = {
        "error": ["a.yaml:1:2: error SMM101 x", "b c/a.yaml:1:2: kesalahan SMM101 x"],
        "warning": ["a.yaml:1:2: warning SMM101 x", "../a.yaml:1:2: peringatan SMM101 x"],
        "info": ["a.yaml:1:2: note SMM101 x", "C:/a.yaml:1:2: catatan SMM101 x: 1:2: error"],
    }
    for severity, said in lines.items():
        for line in said:
            hits = [m for m in matchers() if re.match(m["pattern"]["regexp"], line)]
            assert [m["severity"] for m in hits] == [severity]
    for line in ("    did you mean 8.5?", "3 of 4 documents judged as of 1 May 2026: 1 error"):
        assert not any(re.match(m["pattern"]["regexp"], line) for m in matchers())


WISH = wishes()[".vscode/settings.json"]


def test_a_new_file_is_the_wish():
    for wish in wishes().values():
        assert json.loads(merged("", wish)) == wish
        assert merged(merged("", wish), wish) == merged("", wish)


def test_what_stands_there_stays_and_what_is_missing_comes_behind_it():
    old = '{\n    "z": 1.50,\n    "yaml.schemas": {"own.json": "own.yaml"}\n}\n'
    new = json.loads(merged(old, WISH))
    assert list(new) == ["z", "yaml.schemas"]
    assert new["yaml.schemas"] == {"own.json": "own.yaml"} | WISH["yaml.schemas"]
    assert '\n    "z": 1.5,' in merged(old, WISH)


def test_a_key_or_a_task_that_a_person_changed_is_left_alone():
    (name,) = WISH["yaml.schemas"]
    mine = json.dumps({"yaml.schemas": {name: "only/this.yaml"}})
    assert merged(mine, WISH) == mine
    tasks = wishes()[".vscode/tasks.json"]
    mine = json.dumps({"tasks": [{"label": "smm: validate", "command": "own"}, {"label": "x"}]})
    new = json.loads(merged(mine, tasks))["tasks"]
    assert [task["label"] for task in new][:3] == ["smm: validate", "x", "smm: gap-report"]
    assert new[0]["command"] == "own"


@pytest.mark.parametrize(
    "old",
    [
        '// mine\n{"a": 1}',
        '{"a": "http://x", /* b */ "c": 2}',
        '{"a": 1,}',
        '{"a": 1, "a": 2}',
        "no json",
        "[1]",
        '{"a": {"b": 1, "b": 2}}',
    ],
)
def test_what_would_be_lost_is_left_to_the_person(old):
    with pytest.raises(ByHandError) as stopped:
        merged(old, WISH)
    assert stopped.value.missing == WISH


def test_a_file_with_comments_that_has_all_of_it_is_fine():
    old = '// mine, with a "quote"\n' + merged("", WISH).replace("}\n}", "},\n}")
    assert "//" in old
    assert merged(old, WISH) == old
    text_ = '{"a": "// no comment, ]", ' + json.dumps(WISH)[1:]
    assert merged(text_, WISH) == text_
