"""`python -m bench.rival_input SORT SIZE PLACE`: the same documents as another checker reads them.

In a process of its own, as the folders: what it needs must not count as memory of the rival.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import yaml

from bench.folder import Draft, Plain, drafts, seal
from smmkit.documents import KINDS, class_of


def as_yaml(made: list[Draft], place: Path) -> None:
    """Every document as a file of YAML; prose becomes a field."""
    for each in made:
        file = place / "files" / (each.values["id"] + ".yaml")
        file.parent.mkdir(exist_ok=True)
        values = each.values | ({"prose": each.prose} if each.prose else {})
        file.write_text(dumped(values), "utf-8")


def as_schema(made: list[Draft], place: Path) -> None:
    """The same, and the JSON schema of our models, chosen by `kind`."""
    as_yaml(made, place)
    kinds = [kind for kind in KINDS if any(each.values["kind"] == kind for each in made)]
    schemas = {kind: class_of(kind).model_json_schema() for kind in kinds}
    for schema in schemas.values():
        schema["properties"]["prose"] = {"type": "string"}
    chosen = [
        {"if": {"properties": {"kind": {"const": kind}}}, "then": schema}
        for kind, schema in schemas.items()
    ]
    schema = {"type": "object", "required": ["kind"], "allOf": chosen}
    (place / "schema.json").write_text(json.dumps(schema), "utf-8")


def as_items(made: list[Draft], place: Path) -> None:
    """Items of doorstop: half of them in a document SMM, half below it, with three links each."""
    half = (len(made) + 1) // 2
    for prefix, parent in (("SMM", None), ("SUB", "SMM")):
        (place / prefix).mkdir()
        settings = {"digits": 5, "prefix": prefix, "sep": "-"}
        settings |= {"parent": parent} if parent else {}
        (place / prefix / ".doorstop.yml").write_text(dumped({"settings": settings}), "utf-8")
    for index, each in enumerate(made):
        prefix, number = ("SMM", index) if index < half else ("SUB", index - half)
        links = [{f"SMM-{(number + i * i) % half + 1:05}": None} for i in range(3)]
        item = {"active": True, "derived": False, "header": each.values["title"]}
        item |= {"level": f"1.{number + 1}", "links": links if prefix == "SUB" else []}
        item |= {"normative": True, "ref": "", "reviewed": None, "text": each.text()}
        (place / prefix / f"{prefix}-{number + 1:05}.yml").write_text(dumped(item), "utf-8")


def as_requirements(made: list[Draft], place: Path) -> None:
    """Documents of strictdoc, each with one requirement and up to three relations."""
    for index, each in enumerate(made):
        above = sorted({index // i for i in (2, 3, 5)} - {index})
        relations = "".join(
            f"- TYPE: Parent\n  VALUE: {made[parent].values['id']}\n" for parent in above
        )
        text = (
            f"[DOCUMENT]\nTITLE: {each.values['id']}\n\n"
            f"[REQUIREMENT]\nUID: {each.values['id']}\nTITLE: {each.values['title']}\n"
            f"STATEMENT: >>>\n{each.text().strip()}\n<<<\n"
        )
        text += f"RELATIONS:\n{relations}" if relations else ""
        (place / f"{each.values['id']}.sdoc").write_text(text, "utf-8")


def dumped(values: dict[str, object]) -> str:
    """YAML as all of them read it."""
    return yaml.dump(values, Dumper=Plain, sort_keys=False, allow_unicode=True, width=100)


SORTS = {"yaml": as_yaml, "schema": as_schema, "items": as_items, "sdoc": as_requirements}

if __name__ == "__main__":
    documents = drafts(int(sys.argv[2]))
    seal(documents)
    SORTS[sys.argv[1]](documents, Path(sys.argv[3]))
