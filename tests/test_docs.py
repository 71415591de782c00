"""The pages of docs/ are those that the code would write; what README shows is true."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "docs"))

from generate import pages  # noqa: E402

from running import EXAMPLE, example_on  # noqa: E402
from smmkit.cli import COMMANDS  # noqa: E402
from smmkit.drill.drilled import drills_of  # noqa: E402
from smmkit.model.fields import fields_of  # noqa: E402
from smmkit.rules import judge, rules, rules_with_settings  # noqa: E402

CALL = re.compile(r"\bsmm ([a-z-]+)\b([^\n`#;]*)")
OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")


@pytest.fixture(scope="module")
def fresh():
    return pages()


@pytest.mark.parametrize("name", ["rules.md", "aturan.md", "kinds.md", "cli.md", "juknis.md"])
def test_a_generated_page_is_fresh(fresh, name):
    assert (ROOT / "docs" / name).read_text("utf-8") == fresh[name], "run `make docs`"


@pytest.mark.parametrize("name", ["rules.md", "aturan.md"])
def test_every_rule_has_its_place_where_links_lead(fresh, name):
    headings = re.findall(r"(?m)^## (.+)$", fresh[name])
    assert headings == [f"{rule.code} {rule.name}" for rule in rules()]


def test_the_page_of_rules_for_indonesians_is_in_indonesian(fresh):
    page = fresh["aturan.md"].splitlines()
    for rule, settings in rules_with_settings():
        assert rule.summary not in page
        for field in fields_of(settings).values():
            assert not any(field.meaning.text in line for line in page)
    assert {line.split(",")[0].strip("*") for line in page if re.match(r"\*\w", line)} == {
        "kesalahan",
        "peringatan",
        "catatan",
    }
    assert not re.search(
        r"(?m)^\*.* and |own rule|^Why:| or |whole number|list of", "\n".join(page)
    )


@pytest.mark.parametrize("name", ["rules.md", "aturan.md"])
def test_settings_stand_there_as_they_are_written_and_as_they_are(fresh, name):
    shown = {}
    for text in re.findall(r"`rules: (\{.+\})`", fresh[name]):
        shown |= YAML(typ="safe").load(text)
    known = {rule.code: settings for rule, settings in rules_with_settings()}
    assert set(shown) == set(known)
    for code, values in shown.items():
        assert known[code].model_validate(values) == known[code]()
        assert set(values) == set(fields_of(known[code]))


def test_every_command_is_in_the_readme():
    text = (ROOT / "README.md").read_text("utf-8")
    assert set(COMMANDS) <= set(re.findall(r"(?m)^smm ([a-z-]+)", text))


@pytest.mark.parametrize("page", ["README.md", "docs/panduan.md", "docs/editors.md"])
def test_every_option_that_a_page_shows_is_there(page):
    text, helps = (ROOT / page).read_text("utf-8"), (ROOT / "docs/cli.md").read_text("utf-8")
    known = dict(re.findall(r"(?ms)^## smm ([a-z-]+)$(.*?)^```$", helps))
    shown = [(name, OPTION.findall(rest)) for name, rest in CALL.findall(text) if name in known]
    assert any(options for _, options in shown)
    for name, options in shown:
        assert {*options} <= {*OPTION.findall(known[name])}, name


def test_so_many_faults_are_tried_as_the_readme_says():
    text = (ROOT / "README.md").read_text("utf-8")
    [told] = re.findall(r"smm drill .* (\d+) faults, tried", text)
    assert int(told) == len(drills_of(example_on())[0].breaks)


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "example-qms/README.md"])
def test_every_file_that_a_page_links_to_is_there(page):
    text = (ROOT / page).read_text("utf-8")
    for link in re.findall(r"\]\(([^)#:]+)\)", text):
        assert ((ROOT / page).parent / link).exists(), link


def test_what_the_readme_of_the_example_promises_is_there():
    text = (EXAMPLE / "README.md").read_text("utf-8")
    qms = example_on()
    named = {*re.findall(r"SMM[0-9]{3}", text)}
    assert named
    assert named <= {one.rule.code for one in judge(qms).diagnostics}
    [id_] = re.findall(r"--submission (\S+)", text)
    assert qms.things[id_].sent is None
