"""Where an answer goes: it replaces nothing that is not ours, and a way out that is shut is told."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from folders import contents
from running import EXAMPLE, PATIENCE, environment, smm, smm_process

posix = pytest.mark.skipif(os.name == "nt", reason="no such shell, no such devices")
FAULT = ("Traceback", "fault of smmkit")


def shell(line, **env):
    """A line of a shell, in which SMM is the program."""
    call = line.replace("SMM", f"{sys.executable} -m smmkit")
    return subprocess.run(
        ["bash", "-c", call], env=environment(**env), capture_output=True, text=True, check=False
    )


def sentence(done):
    """The only sentence on stderr."""
    assert not any(word in done.stderr for word in FAULT), done.stderr
    (line,) = done.stderr.splitlines()
    return line


@pytest.mark.parametrize(
    "arguments",
    [
        ("kpi", "-o", "qms.yaml"),
        ("kpi", "-f", "text", "-o", "qms.yaml"),
        ("kpi", "-f", "text", "-o", "sop/cuti.md"),
        ("gap-report", "-f", "json", "-o", "README.md"),
        ("list", "-f", "html", "-o", "notes"),
        ("validate", "-f", "json", "-o", "data/new.csv"),
        ("kpi", "-f", "pdf", "-o", "new.yaml"),
        ("validate", "-o", "new.md"),
        ("validate", "-o", "link.txt"),
    ],
)
def test_nothing_of_the_folder_is_replaced(qms, arguments):
    (qms / "notes").write_text("mine")
    (qms / "link.txt").symlink_to("sop/cuti.md")
    before = contents(qms)
    done = smm(arguments[0], qms, *arguments[1:], cwd=qms)
    assert done.returncode == 2, done.stdout
    assert not any(word in done.stderr for word in FAULT)
    assert contents(qms) == before


def test_what_smm_has_made_it_may_make_anew_until_somebody_changes_it(qms):
    target = qms / "out.html"
    assert smm("kpi", qms, "-o", target).returncode == 0
    assert smm("gap-report", qms, "-o", target).returncode == 0
    target.write_bytes(target.read_bytes() + b"<!-- mine -->")
    done = smm("kpi", qms, "-o", target)
    assert done.returncode == 2
    assert "smmkit has not made what is in it" in done.stderr
    assert target.read_bytes().endswith(b"<!-- mine -->")
    target.unlink()
    assert smm("kpi", qms, "-o", target).returncode == 0


def test_no_link_of_the_folder_leads_what_is_written_out_of_it(qms, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "mine.html").write_text("mine")
    (qms / "a.html").symlink_to(outside / "mine.html")
    (qms / "new.html").symlink_to(outside / "new.html")
    (qms / "out").symlink_to(outside)
    (qms / "in").symlink_to("data")
    before = contents(outside)
    for name in ("a.html", "new.html", "out/mine.html", "out/b.html", "out/b.zip"):
        verb = "bundle" if name.endswith("zip") else "kpi"
        assert "leads out of the folder" in sentence(smm(verb, qms, "-o", qms / name)), name
    assert contents(outside) == before
    smm("kpi", qms, "-o", qms / "in/b.html")
    (tmp_path / "q").symlink_to(qms)
    smm("kpi", qms, "-o", tmp_path / "q/c.html")
    assert (qms / "data/b.html").is_file()
    assert (qms / "c.html").is_file()


def test_outside_of_a_folder_a_file_is_replaced_as_before(qms, tmp_path):
    target = tmp_path / "out.html"
    target.write_text("old")
    assert smm("kpi", qms, "-o", target).returncode == 0
    assert target.read_bytes().startswith(b"<!doctype html>")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show", "SOP-01", "{q}", "-o", "{t}/k.xlsx"), ".txt"),
        (("validate", "{q}", "-o", "{t}/k.xlsx"), ".json, .md, .rdjsonl, .sarif, .txt, .xml"),
        (("validate", "{q}", "-o", "{t}/k.pdf"), ".json, .md, .rdjsonl, .sarif, .txt, .xml"),
        (("kpi", "{q}", "-o", "{t}/k.doc"), ".csv, .docx, .html, .json, .pdf, .txt, .xlsx"),
        (("kpi", "{q}", "-f", "json", "-o", "{t}/k.pdf"), ".json"),
        (("list", "{q}", "-o", "{t}/k.zip"), ".xlsx"),
        (("schema", "--kind", "audit", "-o", "{t}/k.yaml"), ".json"),
        (("bundle", "{q}", "-o", "{t}/k.rar"), ".zip"),
        (("bundle", "{q}", "-o", "{t}/k.pdf"), ".zip"),
    ],
)
def test_an_ending_that_cannot_be_written_is_refused_and_the_possible_ones_named(
    qms, tmp_path, arguments, said
):
    done = smm(*(str(part).format(q=qms, t=tmp_path) for part in arguments))
    assert done.returncode == 2
    assert "possible: " in sentence(done)
    assert said in done.stderr.partition("possible: ")[2]
    assert not list(tmp_path.glob("k.*"))


@pytest.mark.parametrize(
    "arguments",
    [
        ("kpi", "-o", "{t}/k"),
        ("kpi", "-o", "{t}/k.txt"),
        ("kpi", "-f", "json", "-o", "{t}/k.report"),
        ("validate", "-f", "sarif", "-o", "{t}/k.json"),
        ("validate", "-o", "{t}/K.JSON"),
        ("kpi", "-o", "/dev/null"),
    ],
)
def test_other_names_are_written_as_before(qms, tmp_path, arguments):
    done = smm(arguments[0], qms, *(part.format(t=tmp_path) for part in arguments[1:]))
    assert (done.returncode, done.stderr) == (0, "")


WAYS = (
    "--version",
    "--help",
    "validate {q}",
    "validate {q} -f json",
    "list {q}",
    "show SOP-01 {q}",
    "kpi {q} -f pdf",
    "gap-report {q} -f xlsx",
    "kpi {q} -f json",
    "schema --kind audit",
)


@posix
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("shut", [">&-", ">/dev/full"])
def test_a_stdout_that_takes_nothing_is_told_in_a_sentence(way, shut):
    done = shell(f"SMM {way.format(q=EXAMPLE)} {shut}")
    assert done.returncode == 2
    said = sentence(done)
    assert "it is closed" in said or "the disk is full" in said


@posix
@pytest.mark.parametrize("shut", [">&- 2>&-", ">/dev/full 2>&1", ">&- 2>/dev/full", "<&- >&- 2>&-"])
def test_where_nothing_can_be_said_the_code_says_it(shut):
    assert shell(f"SMM validate {EXAMPLE} {shut}").returncode == 2


@posix
def test_what_goes_into_a_file_needs_no_stdout(tmp_path):
    done = shell(f"SMM validate {EXAMPLE} -o {tmp_path}/x.json >&- 2>&-")
    assert done.returncode == 0
    assert (tmp_path / "x.json").read_text().startswith("{")
    assert shell(f"SMM validate {EXAMPLE} <&- 2>&-").returncode == 0


@posix
@pytest.mark.parametrize(
    "way",
    ["validate", "list", "kpi", "gap-report", "init", "init x", "new procedure", "adopt .", "undo"],
)
@pytest.mark.parametrize("lang", ["en", "id"])
def test_a_folder_that_is_gone_is_told_in_a_sentence(tmp_path, way, lang):
    place = tmp_path / "w"
    place.mkdir()
    done = shell(f"cd {place} && rmdir {place} && SMM {way} </dev/null", SMM_LANG=lang)
    assert done.returncode == 2
    assert ("is gone" if lang == "en" else "sudah tidak ada") in sentence(done)


@posix
def test_smm_alone_never_fails_in_a_folder_that_is_gone(tmp_path):
    (tmp_path / "w").mkdir()
    done = shell(f"cd {tmp_path}/w && rmdir ../w && SMM")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("day", ["0001-01-01", "0001-12-31", "9999-12-31", "9999-01-01"])
@pytest.mark.parametrize("verb", ["validate", "list", "kpi", "gap-report"])
def test_the_first_and_the_last_day_are_days(verb, day):
    done = smm(verb, EXAMPLE, "--as-of", day)
    assert done.returncode in {0, 1}, done.stderr
    assert done.stderr == ""


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_one_thing_is_shown_on_the_first_and_the_last_day(day):
    for id_ in ("SOP-01", "IKU-01", "QMS-01", "AUD-01"):
        assert "fault of smmkit" not in smm("show", id_, EXAMPLE, "--as-of", day).stderr


INTERRUPTED = """
import os, signal, sys
import smmkit.__main__ as ours
left = int(sys.argv.pop(1))
def count(frame, event, _):
    global left
    left -= frame.f_globals is not globals()
    if left == 0:
        sys.setprofile(None)
        os.kill(os.getpid(), signal.SIGINT)
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.setprofile(count)
ours.main()
"""
"""`smm`, interrupted at one of its calls of a function, which is the same moment on every machine."""


@posix
@pytest.mark.parametrize("moment", [2, 20, 200, 2_000, 20_000, 100_000, 500_000, 2_000_000])
def test_an_interrupt_is_told_from_the_first_moment_on(moment):
    """From where Python hands over to us: what comes before, as the first call, is not ours."""
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED, str(moment), "validate", str(EXAMPLE)],
        capture_output=True,
        env=environment(),
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 130, done.stderr
    assert "Traceback" not in done.stderr
    assert "Interrupted" in done.stderr


def test_what_the_system_refuses_is_no_fault_of_ours(monkeypatch, qms):
    import smmkit.loading.folder

    for error, said in (
        (OSError(5, "I/O", "a.yaml"), "a.yaml: the disk fails"),
        (OSError(24, "many"), "the system refuses: too many files are open"),
        (MemoryError(), "not enough memory"),
    ):

        def fails(*_arguments, error=error):
            raise error

        monkeypatch.setattr(smmkit.loading.folder, "load", fails)
        done = smm("validate", qms)
        assert done.returncode == 2
        assert said in sentence(done)


def test_a_warning_of_a_library_ends_nothing(tmp_path):
    done = smm_process("list", tmp_path, PYTHONWARNINGS="error")
    assert (done.returncode, "Traceback" in done.stderr) == (2, False), done.stderr
