"""smm validate in any CI: which rules, which weight fails, which formats, where they go."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from folders import SETTINGS, lay
from running import git, smm, smm_at_terminal
from smmkit.console import reporting
from smmkit.rules import checks

DAY = ("--as-of", "2026-03-02")
RISKS = "kind: risk-register\nid: RR-1\ntitle: Risks\nversion: '1'\nowner: {owner}\nreview_by: 2020-01-01\n"
CODES = ("--select", "SMM2,SMM301")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A QMS with an error (SMM201) and a warning (SMM301)."""
    files = {"qms.yaml": SETTINGS, "r.yaml": RISKS.format(owner="U-9")}
    return lay(tmp_path / "repo/qms", files)


def validate(folder: Path, *more: object, **env: str):
    return smm("validate", *DAY, *more, cwd=folder, **env)


def codes(done) -> list[str]:
    return [line.split()[2] for line in done.stdout.splitlines() if line.startswith("r.yaml:")]


# which rules, and what fails


@pytest.mark.parametrize(
    ("options", "told", "code"),
    [
        (["--select", "SMM201"], ["SMM201"], 1),
        (["--select", "SMM3*"], ["SMM301"], 0),
        (["--select", "smm3", "--select", "broken-reference"], ["SMM201", "SMM301"], 1),
        (["--select", "SMM2,SMM301", "--ignore", "SMM20"], ["SMM301"], 0),
        ([*CODES, "--fail-on", "never"], ["SMM201", "SMM301"], 0),
        (["--select", "SMM301", "--fail-on", "error"], ["SMM301"], 0),
        (["--select", "SMM301", "--fail-on", "warning"], ["SMM301"], 1),
        (["--select", "SMM301", "--fail-on", "note"], ["SMM301"], 1),
    ],
)
def test_which_rules_are_told_and_what_fails(folder, options, told, code):
    done = validate(folder, *options)
    assert (sorted(codes(done)), done.returncode) == (told, code), done


@pytest.mark.parametrize("word", ["SMM8888", "review-over", "7"])
def test_a_word_that_means_no_rule_is_refused(folder, word):
    done = validate(folder, "--ignore", word)
    assert done.returncode == 2
    assert f"there is no rule {word}" in done.stderr


def test_a_choice_that_leaves_no_rule_is_refused(folder):
    done = validate(folder, "--select", "SMM301", "--ignore", "review-overdue")
    assert done.returncode == 2
    assert "all that are selected are ignored, too" in done.stderr


def test_what_is_ignored_is_found_all_the_same_by_its_waiver(folder):
    late = "2020-01-01  # smm: ignore[SMM301] until 2026-12-31: why"
    lay(folder, {"r.yaml": RISKS.format(owner="U-1").replace("2020-01-01", late)})
    assert validate(folder, "--select", "SMM905").returncode == 0
    done = validate(folder, "--ignore", "SMM301", "--select", "SMM905", "--fail-on", "warning")
    assert done.returncode == 0, done.stdout


def test_that_a_rule_failed_is_told_whatever_else_is_chosen_and_others_are_not_asked(
    folder, monkeypatch
):
    def fails(*_arguments):
        raise ValueError("oh")

    broken = tuple(replace(c, look=fails) if c.rule.code == "SMM301" else c for c in checks())
    monkeypatch.setattr("smmkit.rules.checks", lambda: broken)
    for options in (("--select", "SMM301"), ("--ignore", "SMM9"), ("--fail-on", "never")):
        done = validate(folder, *options)
        assert done.returncode == 3
        assert "SMM999" in done.stdout
    done = validate(folder, "--select", "SMM201")
    assert done.returncode == 1
    assert "SMM999" not in done.stdout


# how much is said


def test_quiet_says_problems_alone_and_nothing_where_there_are_none(folder):
    assert validate(folder, "-q", "--select", "SMM201").stdout == (
        "r.yaml:5:8: error SMM201 there is no U-9\n"
    )
    assert validate(folder, "-q", "--select", "SMM202").stdout == ""


def test_statistics_count_by_rule(folder):
    lines = validate(folder, *CODES, "--statistics").stdout.splitlines()
    assert [line.split()[:4] for line in lines[:2]] == [
        ["1", "error", "SMM201", "broken-reference:"],
        ["1", "warning", "SMM301", "review-overdue:"],
    ]
    counted = json.loads(validate(folder, *CODES, "--statistics", "-f", "json").stdout)
    assert counted["statistics"][0] == {"code": "SMM201", "name": "broken-reference", "count": 1}
    assert validate(folder, "--statistics", "-f", "junit").returncode == 2


def test_what_is_waived_is_counted_and_shown_with_v(folder):
    late = "2020-01-01  # smm: ignore[SMM301] until 2026-12-31: the decree is awaited"
    lay(folder, {"r.yaml": RISKS.format(owner="U-1").replace("2020-01-01", late)})
    usual, verbose = (validate(folder, *CODES, *v).stdout for v in ((), ("-v",)))
    assert usual == "2 of 2 documents judged as of 2 March 2026: 0 errors, 0 warnings, 1 waived\n"
    assert verbose.splitlines()[:2] == [
        "r.yaml:6:12: SMM301 RR-1 was due for review on 1 January 2020",
        "    waived until 31 December 2026: the decree is awaited",
    ]
    told = json.loads(validate(folder, *CODES, "-f", "json").stdout)
    assert (told["summary"]["waived"], told["waived"][0]["until"]) == (1, "2026-12-31")


@pytest.mark.parametrize(
    ("options", "env", "bright"),
    [
        ([], {}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
        (["--color", "auto"], {}, False),
    ],
)
def test_colour(folder, options, env, bright):
    assert ("\x1b[" in validate(folder, *options, **env).stdout) == bright


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no such terminals")
def test_on_a_terminal_the_line_is_shown_and_marked(folder):
    _, shown = smm_at_terminal("validate", folder, *DAY, "--select", "SMM201", NO_COLOR="1")
    lines = shown.replace("\r", "").splitlines()
    assert lines[0].endswith("r.yaml:5:8: error SMM201 there is no U-9")
    assert lines[1:4] == ["     5 | owner: U-9", "       |        ^^^", "    did you mean U-1?"]
    assert " | " not in validate(folder, "--select", "SMM201").stdout


# formats and where they go


def test_several_reports_at_once(folder, tmp_path):
    files = {form: tmp_path / f"found.{form}" for form in ("junit", "sarif", "gitlab", "rdjsonl")}
    reports = [f"--report={form}={file}" for form, file in files.items()]
    done = validate(folder, *CODES, *reports)
    assert done.returncode == 1
    assert codes(done) == ["SMM201", "SMM301"]
    assert '<testcase classname="smm validate" name="r.yaml"' in files["junit"].read_text("utf-8")
    assert json.loads(files["sarif"].read_text("utf-8"))["version"] == "2.1.0"
    assert len(json.loads(files["gitlab"].read_text("utf-8"))) == 2
    assert len(files["rdjsonl"].read_text("utf-8").splitlines()) == 2


@pytest.mark.parametrize("report", ["junit", "=x.xml", "junit=", "xunit=x.xml"])
def test_a_report_that_is_not_understood_is_refused_before_anything_is_read(folder, report):
    done = validate(folder, "--report", report)
    assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.parametrize(
    ("name", "begins"),
    [("a.md", "# The QMS"), ("a.xml", "<?xml"), ("a.json", "{"), ("a.txt", "r.y")],
)
def test_the_name_of_the_output_says_the_format(folder, tmp_path, name, begins):
    validate(folder, "-o", tmp_path / name)
    assert (tmp_path / name).read_text("utf-8").startswith(begins)


def test_github_gets_its_commands_as_they_are_and_a_summary(folder, tmp_path):
    git(tmp_path / "repo", "init", "-q")
    summary = tmp_path / "summary.md"
    summary.write_text("of a step before", "utf-8")
    done = validate(folder, *CODES, "-f", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert done.stdout.splitlines()[0].startswith("::error file=qms/r.yaml,line=5,")
    assert summary.read_text("utf-8").startswith("of a step before\n# The QMS has faults\n")
    assert "SMM201" in summary.read_text("utf-8")


def test_without_github_nothing_is_added_to_a_summary(folder, tmp_path):
    summary = tmp_path / "summary.md"
    validate(folder, GITHUB_STEP_SUMMARY=str(summary))
    assert not summary.exists()


def test_a_summary_ends_where_github_would_refuse_it(tmp_path, monkeypatch):
    monkeypatch.setattr(reporting, "LONGEST_SUMMARY", 10)
    summary = tmp_path / "summary.md"
    reporting.add_summary(summary, "é" * 20)
    reporting.add_summary(summary, "é" * 20)
    assert len(summary.read_bytes()) <= 11


@pytest.mark.parametrize("asked", ["s.yaml", "data/s.csv"])
def test_a_document_and_its_table_are_asked_for_together(folder, asked):
    survey = {"kind": "survey", "id": "SKM-1", "title": "S", "owner": "U-7", "date": "2026-01-02"}
    questions = [{"id": "A-1", "title": "A"}]
    text = json.dumps(
        {**survey, "until": "2026-01-03", "questions": questions, "answers": "data/s.csv"}
    )
    lay(folder, {"s.yaml": text, "data/s.csv": "A-1\n4\ngood\n"})
    done = validate(folder, asked, "--select", "SMM366")
    assert "data/s.csv:3:1: error SMM366 good is no answer" in done.stdout
    assert "of 1 document" in done.stdout


# the text of an editor


def typed(folder: Path, name: str, text: str, monkeypatch, *more: object):
    """What is said of a text that is typed into a pipe."""
    import running

    stream = running.Stream
    monkeypatch.setattr(
        running, "Stream", lambda given="", is_terminal=False: stream(given or text, is_terminal)
    )
    return validate(folder, "--stdin-filename", name, *more)


def test_a_text_from_stdin_is_judged_in_its_place(folder, monkeypatch):
    done = typed(folder, "r.yaml", RISKS.format(owner="U-8"), monkeypatch, *CODES)
    assert "there is no U-8" in done.stdout
    assert "of 1 document" in done.stdout
    assert "U-9" in (folder / "r.yaml").read_text("utf-8")


def test_a_file_that_is_not_there_yet(folder, monkeypatch):
    text = RISKS.format(owner="U-7").replace("RR-1", "RR-2")
    done = typed(folder, "new.yaml", text, monkeypatch, *CODES)
    assert "new.yaml:5:8: error SMM201 there is no U-7" in done.stdout
    assert "U-9" not in done.stdout


def test_a_kept_copy_is_no_document(folder, monkeypatch):
    lay(folder, {"issued/RR-1/1/r.yaml": RISKS.format(owner="U-9")})
    said = "is the kept copy of an approved version and no document"
    for done in (
        typed(folder, "issued/RR-1/1/r.yaml", "x: 1\n", monkeypatch),
        validate(folder, "issued/RR-1/1/r.yaml"),
    ):
        assert done.returncode == 2
        assert said in done.stderr


def test_stdin_goes_with_no_other_file_and_with_documents_only(folder, monkeypatch):
    assert typed(folder, "r.yaml", "", monkeypatch, "qms.yaml").returncode == 2
    assert typed(folder, "r.pdf", "", monkeypatch).returncode == 2
