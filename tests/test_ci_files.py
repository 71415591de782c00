"""The files for pre-commit, GitHub, GitLab and containers are well formed, and do what they say."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from folders import SETTINGS, lay
from running import ROOT, environment
from smmkit.console.options import PROBLEM_FORMS

if not (ROOT / "action.yml").is_file():
    pytest.skip("this is not the repository", allow_module_level=True)

FAULTY = "kind: services\nid: DL-1\ntitle: A\nversion: '1'\nowner: U-9\n"


def read(name: str):
    return YAML(typ="safe", pure=True).load((ROOT / name).read_text("utf-8"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return lay(tmp_path / "a b", {"qms.yaml": SETTINGS, "a.yaml": FAULTY})


def bash(script: str, folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """What a service makes of a script; `smm` and `pip` are ours."""
    shell = shutil.which("bash")
    if shell is None or os.name == "nt":
        pytest.skip("there is no bash")
    own = folder.parent / "bin"
    own.mkdir(exist_ok=True)
    (own / "smm").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m smmkit "$@"\n', "utf-8")
    (own / "smm").chmod(0o755)
    env = environment(**env, PATH=f"{own}:{os.environ['PATH']}")
    call = [shell, "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script]
    return subprocess.run(
        call, cwd=folder.parent, env=env, capture_output=True, text=True, check=False
    )


# GitHub


def test_the_action_says_what_github_asks_of_one():
    action = read("action.yml")
    assert set(action) == {"name", "description", "inputs", "runs"}
    assert action["runs"]["using"] == "composite"
    assert all(set(one) == {"description", "default"} for one in action["inputs"].values())
    for step in action["runs"]["steps"]:
        assert ("uses" in step) != ("run" in step)
        assert "run" not in step or step["shell"] == "bash"
        assert "uses" not in step or re.fullmatch(r"[\w-]+/[\w-]+@v\d+", step["uses"])


def test_no_input_of_the_action_becomes_a_part_of_its_script():
    action = read("action.yml")
    used = set(
        re.findall(r"\$\{\{ inputs\.([\w-]+) \}\}", (ROOT / "action.yml").read_text("utf-8"))
    )
    assert used == set(action["inputs"])
    assert [s["run"] for s in action["runs"]["steps"] if "${{" in s.get("run", "")] == []


@pytest.mark.parametrize(("fail_on", "code"), [("error", 1), ("never", 0)])
def test_the_script_of_the_action_runs(folder, tmp_path, fail_on, code):
    step = read("action.yml")["runs"]["steps"][-1]
    given = {"SMM_FOLDER": "a b", "SMM_FAIL_ON": fail_on, "SMM_SARIF": "s.sarif", "SMM_SPEAK": "en"}
    empty = dict.fromkeys(step["env"], "")
    summary = str(tmp_path / "summary.md")
    done = bash(step["run"], folder, **empty | given, GITHUB_STEP_SUMMARY=summary)
    assert done.returncode == code, done.stderr
    assert "::error file=a.yaml,line=5," in done.stdout
    assert "SMM201" in Path(summary).read_text("utf-8")
    assert json.loads((tmp_path / "s.sarif").read_text("utf-8"))["version"] == "2.1.0"


# GitLab


def test_the_job_of_gitlab_keeps_the_reports_that_its_script_writes(folder, tmp_path):
    (job,) = read("ci/gitlab.yml").values()
    assert set(job) == {"image", "variables", "before_script", "script", "artifacts"}
    done = bash("\n".join(job["script"]), folder, **job["variables"] | {"SMM_FOLDER": "a b"})
    assert done.returncode == 1, done.stderr
    for report, path in job["artifacts"]["reports"].items():
        assert path in job["artifacts"]["paths"]
        text = (tmp_path / path).read_text("utf-8")
        assert ("<testcase" if report == "junit" else "fingerprint") in text


# pre-commit


def test_the_hook_says_what_pre_commit_asks_of_one():
    (hook,) = read(".pre-commit-hooks.yaml")
    assert {"id", "name", "entry", "language"} <= set(hook)
    assert hook["entry"] == "smm validate"
    assert not hook["pass_filenames"]
    assert hook["always_run"]  # a commit that only deletes has no files to pre-commit


# containers


def instructions() -> list[tuple[str, str]]:
    """The lines of the Containerfile: a word, and what is said with it."""
    text = re.sub(r"^#.*\n", "", (ROOT / "Containerfile").read_text("utf-8"), flags=re.M)
    lines = text.replace("\\\n", " ").splitlines()
    return [(line.split(" ", 1)[0], line.split(" ", 1)[1]) for line in lines if line]


def test_the_container_has_all_that_the_package_is_made_of():
    known = {"FROM", "RUN", "WORKDIR", "COPY", "USER", "ENTRYPOINT", "CMD"}
    assert {word for word, _ in instructions()} == known
    copied = {name for word, said in instructions() if word == "COPY" for name in said.split()[:-1]}
    assert [name for name in copied if not (ROOT / name).exists()] == []
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = {"pyproject.toml", "src", *wheel["force-include"], project["project"]["readme"]}
    assert needed <= copied
    kept = {
        line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").split() if line[0] == "!"
    }
    assert kept == copied


def test_in_the_container_nobody_is_root_and_smm_validates():
    said = dict(instructions())
    assert said["USER"] == "1000"
    assert json.loads(said["ENTRYPOINT"]) + json.loads(said["CMD"]) == ["smm", "validate"]


# the page about them


def test_the_page_names_every_format_in_both_languages():
    page = (ROOT / "docs/ci.md").read_text("utf-8")
    for half in page.split("\n## English\n"):
        assert set(PROBLEM_FORMS) <= set(re.findall(r"^\| `(\w+)` \|", half, re.M))
        for option in ("--fail-on", "--select", "--report", "--stdin-filename", "smm baseline"):
            assert option in half
    for name in ("action.yml", "ci/gitlab.yml", ".pre-commit-hooks.yaml", "Containerfile"):
        assert name in page
