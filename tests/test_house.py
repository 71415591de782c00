"""The house keeps its own promises: what is listed, labelled, laid out, and floor by floor."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import pytest

import smmkit
from smmkit.analyses.proof.content import last_field
from smmkit.cli import COMMANDS, Verbs
from smmkit.console.options import forms_in
from smmkit.documents import KINDS, Document, Entry, Information, Record, class_of, kind_label
from smmkit.files.tree import Memory
from smmkit.loading.folder import load
from smmkit.loading.rules import LOAD_RULES
from smmkit.model.fields import fields_of, parts_of
from smmkit.problem import Severity
from smmkit.rules import checks, rules
from smmkit.rules.asking import CRASHED, HINDERED
from smmkit.sheets import own_sheets, template_of
from smmkit.standards import Standard, shipped
from smmkit.standards.proof import Condition, Proof
from smmkit.templates import templates
from smmkit.waivers.rules import WAIVER_RULES
from smmkit.words import LABELS, ClosedList, language

SRC = Path(smmkit.__file__).parent
ROOT = SRC.parent.parent
HERE = Path(__file__).parent
MODULES = sorted(SRC.rglob("*.py"))


def files(folder: str, *but: str) -> set[str]:
    """The names of the modules of a folder."""
    return {file.stem for file in (SRC / folder).glob("*.py")} - {"__init__", *but}


def module_of(file: Path) -> str:
    """How a module is imported: `smmkit.analyses.kpis.kpi`."""
    return ".".join(file.relative_to(SRC.parent).with_suffix("").parts)


def name_of(module: Path) -> str:
    return module.relative_to(SRC).as_posix()


# rules


def test_codes_are_unique_and_in_order():
    codes = [rule.code for rule in rules()]
    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"SMM[0-9]{3}", code) for code in codes)
    names = [rule.name for rule in rules()]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", name) for name in names)


def test_no_rule_is_left_out():
    own = (*WAIVER_RULES, HINDERED, CRASHED)
    listed = {rule.code for rule in (*LOAD_RULES, *(check.rule for check in checks()), *own)}
    assert {rule.code for rule in rules()} == listed
    assert len(listed) == len(LOAD_RULES) + len(checks()) + len(own)


def test_every_module_of_a_family_is_a_rule_and_each_family_says_what_it_is_about():
    families = {folder.name for folder in (SRC / "rules").iterdir() if folder.is_dir()}
    families -= {"__pycache__"}
    asked = {check.look.__module__: check.rule for check in checks()}
    for family in families:
        assert import_module(f"smmkit.rules.{family}").__doc__.strip()
        for module in files(f"rules/{family}"):
            rule = asked.pop(f"smmkit.rules.{family}.{module}")
            assert rule.name.replace("-", "_") == module
    assert asked == {}


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_every_rule_says_what_is_promised_and_is_shown_by_cases(rule):
    assert rule.summary.endswith(".")
    assert len(rule.summary) < 130
    assert rule.severity in Severity
    shown = (HERE / "rules/cases" / f"{rule.code}.yaml").is_file()
    # test_cases.py shows those two: no file can make a rule fail
    assert shown or rule in {HINDERED, CRASHED}


def test_every_case_file_is_that_of_a_rule():
    assert {file.stem for file in (HERE / "rules/cases").glob("*")} <= {r.code for r in rules()}


def known(standard: str) -> set[str]:
    """Every number of a shipped standard."""
    found = load(Memory({})).standard(standard)
    return set(found.known)


def test_the_clause_of_a_rule_is_one_of_the_standard():
    assert {rule.clause for rule in rules() if rule.clause} <= known("iso9001-2015")


# kinds and labels


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_leads_to_its_class(kind):
    class_ = class_of(kind)
    assert issubclass(class_, Information)
    assert fields_of(class_)["kind"].choices == (kind,)
    assert class_.shape in {"yaml", "md"}
    assert class_.__doc__.strip()


def test_every_kind_of_the_modules_is_on_the_roll():
    classes = set()
    for file in files("documents", "base"):
        module = import_module(f"smmkit.documents.{file}")
        classes |= {
            thing
            for thing in vars(module).values()
            if isinstance(thing, type)
            and issubclass(thing, Information)
            and thing.__module__ == module.__name__
        }
    assert {class_of(kind) for kind in KINDS} == classes


def test_a_kind_has_one_of_the_natures():
    assert [kind for kind in KINDS if not issubclass(class_of(kind), Document | Record)] == []


PARTS = dict.fromkeys(p for kind in KINDS for p in (class_of(kind), *parts_of(class_of(kind))))
LISTS = dict.fromkeys(f.enum for part in PARTS for f in fields_of(part).values() if f.enum)


def named(class_: type) -> str:
    return class_.__name__


KNOWN = language("id")._catalogue(LABELS)._catalog


@pytest.mark.parametrize("part", sorted(PARTS, key=named), ids=named)
def test_every_field_has_a_label(part):
    labels = [field.label for field in fields_of(part).values()]
    if issubclass(part, Entry) and part is not Entry:
        assert part.prefix
        labels.append(kind_label(part.kind_of_entry))
    assert [label.text for label in labels if label.text not in KNOWN] == []


@pytest.mark.parametrize("enum", sorted(LISTS, key=named), ids=named)
def test_every_word_of_a_closed_list_has_a_label(enum):
    assert [word for word in enum if word.label.text not in KNOWN] == []


@pytest.mark.parametrize("part", sorted(PARTS, key=named), ids=named)
def test_every_field_is_explained(part):
    assert [name for name, field in fields_of(part).items() if not field.meaning] == []


def test_the_words_of_the_analyses_have_labels_too():
    enums = {
        thing
        for file in sorted((SRC / "analyses").rglob("*.py"))
        for thing in vars(import_module(module_of(file))).values()
        if isinstance(thing, type) and issubclass(thing, ClosedList)
    }
    assert len(enums) > 4
    assert [word for enum in enums for word in enum if word.label.text not in KNOWN] == []


def test_every_kind_has_a_label():
    assert [kind for kind in KINDS if kind_label(kind).text not in KNOWN] == []


# standards


def test_what_a_proof_needs_is_a_field_of_what_it_is_about(standard):
    for clause, proof in proofs(standard):
        for part in proof.every:
            kinds = [class_of(kind) for kind in part.kinds]
            for need in part.needs:
                first = need.has.partition(".")[0].partition("|")[0]
                having = [kind for kind in kinds if first in fields_of(kind)]
                assert having, (clause, need.has)
                for kind in having:
                    entry = fields_of(kind)[first].part
                    end = last_field(kind, need.has)
                    assert set(need.where) <= set(fields_of(entry) if need.where else ()), (
                        clause,
                        need,
                    )
                    for path in "|".join(need.each).split("|") if need.each else ():
                        assert last_field(end.part, path), (clause, path)


@pytest.fixture(params=shipped())
def standard(request) -> Standard:
    return load(Memory({})).standard(request.param)


def proofs(standard: Standard) -> Iterator[tuple[str, Proof]]:
    for clause in standard.clauses:
        if clause.proof:
            yield clause.id, clause.proof
        for item in clause.documented_information:
            if item.proof:
                yield clause.id, item.proof


def test_every_number_of_a_standard_is_there_once_and_hangs_together(standard):
    numbers = [part.id for part in standard.parts]
    assert len(numbers) == len(set(numbers))
    asked = [r.id for clause in standard.clauses for r in clause.requirements]
    assert len(asked) == len(set(asked))
    chapters = {chapter.id for chapter in standard.chapters}
    assert {part.parent for part in standard.parts if part.parent} <= chapters
    assert all(clause.requirements for clause in standard.clauses)
    for clause in standard.clauses:
        own = {requirement.id for requirement in clause.requirements}
        items = {asked for item in clause.documented_information for asked in item.requirements}
        assert items <= own
        assert all(name.startswith(clause.id + "-") for name in own)


def test_what_a_standard_takes_for_proof_can_be_proof(standard):
    wrong = []
    for clause, proof in proofs(standard):
        for kind in proof.kinds:
            if kind not in KINDS:
                wrong.append((clause, kind, "is no kind"))
                continue
            class_ = class_of(kind)
            wrong += [
                (clause, kind, f"has no field {name}")
                for name in proof.where
                if name not in fields_of(class_)
            ]
            wrong += [(clause, kind, why) for why in impossible(class_, proof)]
    assert wrong == []


def impossible(class_: type[Information], proof: Proof) -> Iterator[str]:
    """The conditions and values that no document of a kind can ever have."""
    bases = {
        Condition.APPROVED: Document,
        Condition.CURRENT: Document,
        Condition.IN_PERIOD: Record,
        Condition.CLOSED: Record,
        Condition.MEASURED: class_of("objective"),
        Condition.HOLDING: class_of("certificate"),
    }
    for condition in proof.conditions:
        if not issubclass(class_, bases[condition]):
            yield f"can never be {condition.value}"
    for name, values in proof.where.items():
        if (field := fields_of(class_).get(name)) and field.choices:
            yield from (f"{name} is never {v}" for v in values if v not in field.choices)


def test_the_file_of_a_standard_is_named_as_it_is(standard):
    assert standard.id in shipped()
    assert {"iso9001-2015", "juknis"} <= set(shipped())


# roll-calls


@pytest.mark.parametrize("folder", ["formats", "diagnostics"])
def test_every_module_of_formats_is_one(folder):
    assert set(forms_in(folder)) == files(folder)
    for word in forms_in(folder):
        assert callable(getattr(import_module(f"smmkit.{folder}.{word}"), word))
    assert forms_in(folder)[0] == "text"


def test_every_sheet_is_that_of_a_kind_and_has_its_template():
    assert {name.replace("_", "-") for name in own_sheets()} <= set(KINDS)
    for name in (*own_sheets(), "general"):
        assert callable(getattr(import_module(f"smmkit.sheets.{name}"), name))
        assert (templates() / f"sheets/{template_of(name)}.typ").is_file()


def test_every_command_is_a_module_and_every_module_a_command():
    verbs = {
        file
        for file in files("commands")
        if hasattr(import_module(f"smmkit.commands.{file}"), "command")
    }
    assert {verb.replace("-", "_") for verb in COMMANDS} == verbs
    assert len(set(COMMANDS)) == len(COMMANDS)


@pytest.mark.parametrize("verb", COMMANDS)
def test_every_command_can_be_called_and_explains_itself(verb):
    command = Verbs(name="smm").get_command(None, verb)
    assert command.name == verb
    assert command.help
    assert [p.name for p in command.params if p.param_type_name == "option" and not p.help] == []


# floors


class Seen(NamedTuple):
    """What these tests ask of a module, anywhere in it; each is parsed once."""

    lines: int
    functions: dict[str, int]
    """How many lines each has, but for the first."""
    imports: set[str]
    attributes: set[tuple[str, str]]
    """`a.b` as ("a", "b"); of what is no name, ("", "b")."""


@cache
def seen(module: Path) -> Seen:
    text = module.read_text("utf-8")
    found = Seen(len(text.splitlines()), {}, set(), set())
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Import():
                found.imports.update(alias.name.partition(".")[0] for alias in node.names)
            case ast.ImportFrom(module=str(name)):
                found.imports.add(name.partition(".")[0])
            case ast.Attribute():
                of = node.value.id if isinstance(node.value, ast.Name) else ""
                found.attributes.add((of, node.attr))
            case ast.FunctionDef():
                length = node.end_lineno - node.lineno
                found.functions[node.name] = max(length, found.functions.get(node.name, 0))
    return found


def imports(module: Path) -> set[str]:
    """What a module imports, anywhere in it."""
    return seen(module).imports


def test_no_two_files_of_tests_have_one_name():
    """Of two that do, pytest collects neither for certain: it takes the one for the other."""
    names = Counter(path.name for path in HERE.rglob("test_*.py"))
    assert [name for name, n in names.items() if n > 1] == []


LONGEST_MODULE, LONGEST_FUNCTION = 250, 50


def test_no_module_and_no_function_is_long():
    longer = set()
    for module in MODULES:
        if seen(module).lines > LONGEST_MODULE:
            longer.add(name_of(module))
        for name, length in seen(module).functions.items():
            if length >= LONGEST_FUNCTION:
                longer.add(f"{name_of(module)}: {name}")
    assert longer == set(), "make it shorter"


def test_the_floors_hold():
    tool = shutil.which("lint-imports", path=str(Path(sys.executable).parent)) or shutil.which(
        "lint-imports"
    )
    if tool is None or not (ROOT / "pyproject.toml").is_file():
        pytest.skip("import-linter is not installed, or this is not the repository")
    done = subprocess.run(
        [tool, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_nobody_imports_what_is_not_asked_for():
    if not (ROOT / "pyproject.toml").is_file():
        pytest.skip("this is not the repository")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extra = project["optional-dependencies"]
    asked = {re.split(r"[<>=; \[]", line)[0] for line in project["dependencies"]}
    called = {"pyyaml": "yaml", "ruamel.yaml": "ruamel", "markdown-it-py": "markdown_it"}
    called |= {"python-docx": "docx", "pillow": "PIL"}
    known = {called.get(name, name.replace("-", "_")) for name in asked} | {"smmkit"}
    known |= {"pydantic_core", "markupsafe"}  # these come with pydantic and jinja2
    known |= set(sys.stdlib_module_names)
    apart = {"lsp": "lsp", "rollup": "dask", "encryption.py": "encrypt"}
    found = {
        name
        for module in MODULES
        if not apart.keys() & set(module.parts)
        for name in imports(module)
    }
    assert found - known == set()
    known |= {re.split(r"[<>=]", line)[0] for name in apart.values() for line in extra[name]}
    known |= {"lsprotocol"}
    assert {name for module in MODULES for name in imports(module)} - known == set()


CLOCKS = {("date", "today"), ("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today")}
CLOCKS |= {("time", "time"), ("time", "localtime"), ("time", "gmtime")}


def test_only_one_place_asks_the_clock():
    asking = {name_of(module) for module in MODULES if seen(module).attributes & CLOCKS}
    assert asking == {"console/opening.py"}


def test_only_five_places_start_a_program():
    """Git, this one twice, LibreOffice, ssh-keygen and age; the sixth keeps a library from starting one."""
    calling = {name_of(module) for module in MODULES if "subprocess" in imports(module)}
    assert calling == {
        "bundle/tools.py",
        "git/process.py",
        "office/apart.py",
        "office/converting.py",
        "typesetting/press.py",
        "drawing/canvas.py",
    }


def test_importing_the_command_line_imports_none_of_the_work():
    heavy = [
        "pydantic",
        "jinja2",
        "typst",
        "xlsxwriter",
        "ruamel",
        "yaml",
        "markdown_it",
        "rapidfuzz",
        "rich",
        "pygls",
        "lsprotocol",
        "pyzipper",
        "Cryptodome",
    ]
    program = f"import smmkit.cli, sys; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_day_of_judgement_is_never_asked_of_the_clock_below_commands():
    qms = load(Memory({}), None, None)
    assert qms.as_of == date.min


def test_no_module_but_one_reads_the_annotations_of_fields():
    reading = {
        name_of(module)
        for module in MODULES
        if {"annotation", "metadata"} & {name for _, name in seen(module).attributes}
    }
    assert reading == {
        "model/fields.py",
        "model/part_schema.py",
    }  # the other makes validators of them
