"""A report of code quality, as far as GitLab reads it."""

import json

from jsonschema import Draft202012Validator

from diagnostics.found import drawn

TEXT = {"type": "string", "minLength": 1}
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": TEXT,
            "check_name": TEXT,
            "fingerprint": TEXT,
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^./]"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
"""What GitLab asks of it, as its manual says (Code Quality, "Code Quality report format")."""


def test_it_is_a_report_of_code_quality(folder):
    found = json.loads(drawn(folder, "gitlab"))
    assert list(Draft202012Validator(SCHEMA).iter_errors(found)) == []
    assert [(f["location"]["path"], f["severity"]) for f in found] == [
        *[("qms/a b, c%.yaml", "major")] * 3,
        ("qms/late.yaml", "minor"),
    ]
    assert len({f["fingerprint"] for f in found}) == len(found)


def test_without_problems_it_is_an_empty_list(folder):
    assert json.loads(drawn(folder, "gitlab", codes=["SMM999"])) == []
