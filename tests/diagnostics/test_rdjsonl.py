"""Problems for reviewdog: its format of diagnostics, one a line, columns in bytes."""

import json

from jsonschema import Draft202012Validator

from diagnostics.found import drawn

POSITION = {
    "type": "object",
    "properties": {
        "line": {"type": "integer", "minimum": 1},
        "column": {"type": "integer", "minimum": 1},
    },
    "additionalProperties": False,
}
RANGE = {
    "type": "object",
    "properties": {"start": POSITION, "end": POSITION},
    "additionalProperties": False,
}
SCHEMA = {
    "type": "object",
    "required": ["message", "location"],
    "properties": {
        "message": {"type": "string"},
        "location": {
            "type": "object",
            "properties": {"path": {"type": "string"}, "range": RANGE},
            "additionalProperties": False,
        },
        "severity": {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]},
        "source": {
            "type": "object",
            "properties": {"name": {"type": "string"}, "url": {"type": "string"}},
            "additionalProperties": False,
        },
        "code": {
            "type": "object",
            "properties": {"value": {"type": "string"}, "url": {"type": "string"}},
            "additionalProperties": False,
        },
    },
    "additionalProperties": False,
}
"""The part of the reviewdog diagnostic format (Diagnostic.json) that smmkit uses, typed by hand."""


def test_each_line_is_a_diagnostic(folder):
    found = [json.loads(line) for line in drawn(folder, "rdjsonl").splitlines()]
    assert [e for f in found for e in Draft202012Validator(SCHEMA).iter_errors(f)] == []
    assert [(f["severity"], f["code"]["value"]) for f in found] == [
        *[("ERROR", "SMM201")] * 3,
        ("WARNING", "SMM301"),
    ]


def test_columns_count_bytes(folder):
    smile = json.loads(drawn(folder, "rdjsonl").splitlines()[1])["location"]["range"]
    assert smile == {"start": {"line": 7, "column": 9}, "end": {"line": 7, "column": 13}}
