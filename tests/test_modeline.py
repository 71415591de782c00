"""The line that tells an editor the schema of a file: which files get one."""

from smmkit.new.modeline import MARK, kinds_with_schema, with_modelines

AUDIT = "kind: audit\nid: A\n"


def marked(path: str, text: str | bytes, *kinds: str) -> bool:
    return str(with_modelines({path: text}, kinds or ("audit",))[path]).startswith(MARK)


def test_a_yaml_document_of_a_known_kind_gets_one():
    made = with_modelines({"audit/A.yaml": AUDIT}, {"audit"})["audit/A.yaml"]
    assert made == f"{MARK} $schema=../.smm/schemas/audit.json\n{AUDIT}"
    assert marked("A.yaml", '# a remark\nkind: "audit"\n')
    assert with_modelines({"audit/A.yaml": made}, {"audit"})["audit/A.yaml"] == made


def test_nothing_else_does():
    assert not marked("A.yaml", AUDIT, "survey")
    assert not marked("A.md", f"---\n{AUDIT}---\n")
    assert not marked("A.csv", AUDIT)
    assert not marked("standards/own.yaml", AUDIT)
    assert not marked("templates/forms/audit.yaml", AUDIT)
    assert not marked("A.yaml", "id: A\nparts:\n  kind: audit\n")
    assert not marked("A.yaml", AUDIT.encode())


def test_the_schemas_that_are_there_are_found(tmp_path):
    assert kinds_with_schema(tmp_path) == set()
    (tmp_path / ".smm/schemas").mkdir(parents=True)
    (tmp_path / ".smm/schemas/audit.json").write_text("{}")
    assert kinds_with_schema(tmp_path) == {"audit"}
