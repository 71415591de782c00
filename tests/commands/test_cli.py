"""How `smm` behaves in a shell: codes, streams, colour, pipes, interrupts, odd consoles."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from running import EXAMPLE, PATIENCE, ROOT, git, smm, smm_at_terminal
from smmkit import __version__
from smmkit.cli import COMMANDS, cut
from smmkit.console.language import language_of

SETTINGS = """\
kind: qms
id: QMS
title: SMM
version: "1"
smmkit: 2
as_of: 2019-12-31
organization: {name: Badan Contoh, short_name: BC, head: Kepala Badan}
scope: {statement: Layanan kepegawaian}
units: [{id: SEK, title: Sekretariat}]
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "qms.yaml").write_text(SETTINGS)
    return tmp_path


def test_the_version_is_said_by_both_names():
    assert smm("--version").stdout == f"smmkit {__version__}\n"
    for name in ("smm", "smmkit"):
        script = Path(sys.executable).with_name(name)
        if not script.exists():
            pytest.skip("smmkit is not installed beside this Python")
        said = subprocess.run([script, "--version"], capture_output=True, text=True, check=True)
        assert said.stdout == f"smmkit {__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command):
    done = smm(command, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(f"Usage: smm {command}")
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("validat",), "No such command"),
        (("validate", "--formt", "json"), "No such option"),
        (("validate", "--format", "word"), "'word' is not one of"),
        (("validate", "--as-of", "besok lusa"), "write a day as 2019-12-31"),
        (("validate", "--as-of", "hari ini"), "write 20"),
        (("validate", "--as-of", "Yesterday"), "write 20"),
        (("validate", "--as-of", "1/2/2019"), "write 2019-02-01, if 1 February 2019 is meant"),
        (("validate", "--as-of", "2019-13-01"), "write 2019-01-13, if 13 January 2019 is meant"),
        (("validate", "--fail-on", "peringatan"), "Here it is called: warning"),
        (("approve", "SOP-03"), "Missing option '--by'. Who approved it: code, name"),
        (("validate", "nowhere"), "nowhere is not there"),
        (("kpi", EXAMPLE, "--period", "2019-Q5"), "2019-Q5 is no period"),
        (("gap-report", EXAMPLE, "--standard", "iso"), "there is no standard iso"),
        (("show", "SOP-99", EXAMPLE), "there is no SOP-99"),
        (("validate", EXAMPLE, "--since", "no-such-revision"), "git knows no revision"),
        (("verify", "nowhere.zip"), "nowhere.zip"),
    ],
)
def test_misuse_leaves_with_2_and_says_what_to_do(arguments, said):
    done = smm(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_an_empty_folder_is_nothing_to_check(tmp_path):
    for command in ("validate", "gap-report", "kpi"):
        done = smm(command, tmp_path)
        assert done.returncode == 2
        assert "nothing to check" in done.stderr


@pytest.mark.parametrize("verb", ["validate", "gap-report", "status", "baseline"])
def test_above_the_folder_of_a_qms_it_is_named(folder, verb):
    inner = folder / "mutu"
    inner.mkdir()
    (folder / "qms.yaml").rename(inner / "qms.yaml")
    (folder / "notes.md").write_text("Notes of nobody.\n")
    done = smm(verb, cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no qms.yaml in .; name the folder of the QMS: mutu\n" in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        "show ID",
        "why CLAUSE",
        "handover PERSON",
        "finding close ID",
        "audit agenda ID",
        "print ID...",
    ],
)
def test_a_folder_where_an_id_has_to_stand_before_it_is_told(folder, words):
    *call, wanted = words.split()
    done = smm(*call, folder, cwd=folder.parent)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"what is meant: smm {' '.join(call)} {wanted} {folder}" in " ".join(done.stderr.split())


def test_a_folder_without_kpis_says_so(folder):
    done = smm("kpi", folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no KPI" in done.stderr


def test_a_fault_leaves_with_1_and_none_with_0(folder):
    assert smm("validate", folder).returncode == 0
    (folder / "a.yaml").write_text("kind: audti\nid: A\n")
    assert smm("validate", folder).returncode == 1


def test_a_bug_leaves_with_3_and_no_traceback(folder):
    broken = (
        "import smmkit.loading.folder as q, smmkit.__main__ as m, sys\n"
        "def load(*_): raise RuntimeError('boom')\n"
        "q.load = load\n"
        f"sys.argv = ['smm', 'validate', {str(folder)!r}]\n"
        "m.main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", broken], capture_output=True, text=True, check=False
    )
    assert done.returncode == 3
    assert "boom" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_report_that_lacks_unreadable_files_leaves_with_1_and_names_them(folder):
    (folder / "torn.yaml").write_text("kind: [audit\nid: A-1\n")
    done = smm("gap-report", folder)
    assert done.returncode == 1
    assert "torn.yaml" in done.stdout


def test_paths_are_as_from_here_in_text_and_within_the_folder_in_json(folder):
    (folder / "sub").mkdir()
    (folder / "sub" / "a.yaml").write_text("kind: audti\nid: A\n")
    outside = smm("validate", folder.name, cwd=folder.parent)
    inside = smm("validate", cwd=folder / "sub")
    data = json.loads(smm("validate", folder, "--format", "json").stdout)
    assert outside.stdout.startswith(f"{folder.name}/sub/a.yaml:1:7: error SMM002 ")
    assert inside.stdout.startswith("../sub/a.yaml:1:7: error SMM002 ")
    assert data["diagnostics"][0]["path"] == "sub/a.yaml"
    assert data["root"] == folder.resolve().as_posix()


def test_sarif_paths_are_from_the_root_of_the_repository(tmp_path):
    qms = tmp_path / "badan satu" / "smm"
    qms.mkdir(parents=True)
    (qms / "qms.yaml").write_text(SETTINGS)
    (qms / "a.yaml").write_text("kind: audti\nid: A\n")
    git(tmp_path, "init", "-q")
    log = json.loads(smm("validate", qms, "--format", "sarif").stdout)
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "badan%20satu/smm/a.yaml"


def test_only_what_was_asked_for_is_told_but_all_is_known(folder):
    (folder / "a.yaml").write_text("kind: audti\nid: A\n")
    (folder / "b.yaml").write_text("kind: audti\nid: B\n")
    done = smm("validate", folder / "b.yaml")
    assert "b.yaml:1:7" in done.stdout
    assert "a.yaml" not in done.stdout


def test_the_same_bytes_each_run_and_in_each_order_of_the_disk(tmp_path):
    copies = []
    for name, order in (("one", 1), ("two", -1)):
        root = tmp_path / name / "qms"
        root.mkdir(parents=True)
        for file in ["a", "b", "c", "d"][::order]:
            (root / f"{file}.yaml").write_text(f"kind: audit\nid: {file}\nextra: 1\nowner: X\n")
        (root / "qms.yaml").write_text(SETTINGS)
        copies.append(smm("validate", "qms", "--format", "json", cwd=root.parent).stdout)
    one, two = (
        text.replace(f"/{name}/", "/") for text, name in zip(copies, ("one", "two"), strict=True)
    )
    assert one == two


def listing(folder):
    return sorted(
        (str(p), p.stat().st_mtime_ns, p.read_bytes() if p.is_file() else b"")
        for p in folder.rglob("*")
    )


def test_a_check_writes_nothing(tmp_path):
    qms = tmp_path / "qms"
    shutil.copytree(EXAMPLE, qms)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "begin")
    (qms / "qms.yaml").touch()  # git would refresh its index here
    before = listing(tmp_path)
    for arguments in (
        ("validate", qms),
        ("validate", qms, "--format", "sarif"),
        ("validate", qms, "--since", "HEAD"),
        ("gap-report", qms),
        ("kpi", qms),
        ("show", "SOP-01", qms),
    ):
        assert smm(*arguments).returncode == 0
    assert listing(tmp_path) == before
    assert git(tmp_path, "status", "--porcelain") == ""


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write into everything")
def test_a_read_only_folder_can_be_checked(folder):
    for path in folder.rglob("*"):
        path.chmod(0o444)
    folder.chmod(0o555)
    try:
        assert smm("validate", folder).returncode == 0
    finally:
        folder.chmod(0o755)


def test_without_git_everything_works_and_says_what_is_missing(tmp_path):
    env = {"PATH": str(tmp_path)}
    assert smm("validate", EXAMPLE, **env).returncode == 0
    report = smm("gap-report", EXAMPLE, **env)
    assert report.returncode == 0
    assert "without git" in report.stdout
    since = smm("validate", EXAMPLE, "--since", "HEAD", **env)
    assert since.returncode == 2
    assert "git knows no revision" in since.stderr


@pytest.mark.skipif(os.name == "nt", reason="no such pipes")
def test_a_pipe_that_closes_early_is_no_traceback():
    command = f"{sys.executable} -m smmkit gap-report {EXAMPLE} | head -n 1"
    done = subprocess.run(
        ["sh", "-c", command], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


@pytest.mark.long
@pytest.mark.skipif(os.name == "nt", reason="no such signals")
def test_an_interrupt_leaves_with_130_and_nothing_half_done(tmp_path):
    target = tmp_path / "out.zip"
    slow = (
        "import sys, time, smmkit.sheets as s, smmkit.__main__ as m\n"
        "def sheet(*a, **k):\n    print('busy', file=sys.stderr, flush=True); time.sleep(3)\n"
        "s.sheet = sheet\n"
        f"sys.argv = ['smm', 'bundle', {str(EXAMPLE)!r}, '-o', {str(target)!r}]\n"
        "import os, signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "try:\n    m.main()\nexcept SystemExit as e:\n    sys.stderr.flush(); os._exit(e.code)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", slow], stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    assert any("busy" in line for line in process.stderr)
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    assert process.wait(PATIENCE) == 130
    assert "Traceback" not in process.stderr.read()
    process.stderr.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="no such terminals")
def test_colour_is_for_terminals_and_no_color_wins(folder):
    (folder / "a.yaml").write_text("kind: audti\nid: A\n")
    assert "\x1b[31m" in smm_at_terminal("validate", folder)[1]
    assert "\x1b" not in smm_at_terminal("validate", folder, NO_COLOR="1")[1]
    assert "\x1b" not in smm("validate", folder).stdout
    assert "\x1b" in smm("validate", folder, FORCE_COLOR="1").stdout
    assert "\x1b" not in smm("validate", folder, FORCE_COLOR="1", NO_COLOR="1").stdout


@pytest.mark.skipif(os.name == "nt", reason="no such terminals")
@pytest.mark.parametrize("form", ["pdf", "xlsx"])
def test_bytes_are_not_thrown_at_a_terminal(folder, form):
    _, shown = smm_at_terminal("gap-report", folder, "--format", form)
    assert "name a file with --output" in shown


@pytest.mark.parametrize(
    "encoding",
    ["ascii", *(pytest.param(one, marks=pytest.mark.long) for one in ("cp1252", "cp437"))],
)
def test_a_console_without_our_letters_shows_the_rest(folder, encoding):
    (folder / "a.yaml").write_text("kind: audit\nid: A\ntitle: Ω ≥ 1 → ✓\nnäme: 1\n", "utf-8")
    for command in (("validate",), ("gap-report",), ("show", "QMS")):
        done = subprocess.run(
            [sys.executable, "-m", "smmkit", *command, folder],
            env={**os.environ, "PYTHONIOENCODING": encoding, "SMM_LANG": "id", "PYTHONUTF8": "0"},
            capture_output=True,
            check=False,
        )
        assert done.returncode in {0, 1}
        assert done.stdout.decode(encoding)
        assert b"Traceback" not in done.stderr


def test_a_person_is_told_that_a_file_is_written_a_program_is_not(folder, tmp_path):
    for name in ("gap.html", "gap.json"):
        file = tmp_path / name
        done = smm("gap-report", folder, "-o", file)
        assert (done.stdout, done.stderr) == ("", "")
        _, shown = smm_at_terminal("gap-report", folder, "-o", file, COLUMNS="300")
        assert f"Written: {file}" in shown


def test_the_output_file_is_whole_or_not_there(folder):
    target = folder / "problems.json"
    assert smm("validate", folder, "--output", target).returncode == 0
    assert json.loads(target.read_text("utf-8"))["schema"] == "smmkit-diagnostics/1"
    nowhere = smm("validate", folder, "--output", folder / "no" / "such.json")
    assert nowhere.returncode == 2
    assert "cannot be written" in nowhere.stderr


@pytest.mark.parametrize(
    "name", ["-", "/dev/stdout", pytest.param("/dev/fd/1", marks=pytest.mark.long)]
)
def test_stdout_may_be_named_as_a_file_and_what_it_is_led_into_stays(folder, tmp_path, name):
    said = smm("validate", folder, "--output", name, "--format", "json")
    assert json.loads(said.stdout)["schema"] == "smmkit-diagnostics/1"
    report = "" if name == "-" else f"--report=json={name}"
    kept = folder / "log.txt"  # in the QMS, where nothing foreign is replaced
    with kept.open("wb") as into:
        into.write(b"before\n")
        into.flush()
        done = subprocess.run(
            [sys.executable, "-m", "smmkit", "validate", folder, *filter(None, [report])],
            stdout=into,
            check=False,
        )
        assert done.returncode == 0
        into.write(b"behind\n")
    text = kept.read_text("utf-8")
    assert text.startswith("before\n")
    assert text.endswith("behind\n")
    assert ("smmkit-diagnostics/1" in text) == bool(report)
    assert not (folder / "-").exists()


def test_the_language_is_asked_for_then_that_of_the_qms(folder):
    assert "documents judged" in smm("validate", folder, "--lang", "en", SMM_LANG="id").stdout
    assert "dokumen" in smm("validate", folder, SMM_LANG="").stdout


def test_a_folder_of_agencies_speaks_like_the_first_of_them(tmp_path, monkeypatch):
    monkeypatch.delenv("SMM_LANG", raising=False)
    for name, code in (("a", "en"), ("b", "id")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "qms.yaml").write_text(f"organization:\n  language: {code}\n")
    assert [language_of(["rollup", str(tmp_path / one)]) for one in ("", "a", "b")] == [
        "en",
        "en",
        "id",
    ]


def test_crlf_from_git_on_windows_changes_nothing(tmp_path):
    qms = tmp_path / "qms"
    shutil.copytree(EXAMPLE, qms)
    for file in qms.rglob("*"):
        if file.suffix in {".md", ".yaml"}:
            file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    plain, crlf = (
        json.loads(smm("validate", root, "--format", "json").stdout)["diagnostics"]
        for root in (EXAMPLE, qms)
    )
    assert crlf == plain


@pytest.mark.skipif(os.name == "nt", reason="no such files")
def test_a_device_is_written_into_and_not_replaced(folder, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE) as reader:
        assert smm("validate", folder, "--output", pipe).returncode == 0
        assert b"judged" in reader.communicate(timeout=PATIENCE)[0]
    assert pipe.is_fifo()


@pytest.mark.parametrize("verb", COMMANDS)
def test_help_is_built_anew_in_the_language_of_each_call(verb):
    """What a call has said in one language stays in no later one of the same process."""
    english, indonesian = smm(verb, "-h").stdout, smm(verb, "-h", "--lang", "id").stdout
    assert "Show this message and exit." in english
    assert english.startswith("Usage: ")
    assert "Show this" not in indonesian
    assert "The language" not in indonesian
    assert smm(verb, "-h").stdout == english


def test_a_shell_is_offered_no_completion():
    assert "-completion" not in smm("--help").stdout
    assert smm("--install-completion").returncode == 2


def test_the_list_of_verbs_names_each_once_under_what_it_is_for():
    shown = smm("--help", COLUMNS="80").stdout
    named = [
        line.split()[0] for line in shown.splitlines() if re.match(r"  [a-z][a-z-]+ +[A-Z]", line)
    ]
    assert sorted(named) == COMMANDS
    parts = [line for line in shown.splitlines() if re.match(r"[A-Z].*:$", line)]
    assert parts[1:3] == ["To begin, and to take in what there is:", "Every day:"]
    assert all(len(line) <= 80 for line in shown.splitlines())


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Show it. And more.", "Show it"),
        ("Begin a thing: a folder, or more of it", "Begin a thing"),
        ("List them all, one (a, b) by one and so on", "List them all"),
        ("Show what (of a, b, c and d) there is to see", "Show what (of a,..."),
    ],
)
def test_what_is_too_long_for_a_line_ends_where_one_breathes(text, short):
    assert cut(text, 22) == short


def test_what_stands_for_a_value_is_spoken_too():
    same = {"ID", "KPI", "UNIT", "FOLDER", "FORMAT", "STATUS"}
    for verb in COMMANDS:
        english, indonesian = (smm(verb, "--help", "--lang", code).stdout for code in ("en", "id"))
        words = [
            {word for line in shown.splitlines() for word in re.findall(r"\b[A-Z][A-Z-]+\b", found)}
            for shown in (english, indonesian)
            for found in [
                " ".join(re.findall(r"(?m)^(?:Usage: .*|Penggunaan: .*|  -.*?(?:  |$))", shown))
            ]
        ]
        assert words[0] & words[1] <= same, verb
    assert "--by ORANG" in smm("approve", "--help", "--lang", "id").stdout
    assert "--on TTTT-BB-HH" in smm("approve", "--help", "--lang", "id").stdout


def test_the_language_may_be_said_before_the_verb():
    shown = smm("--lang", "id", "status", EXAMPLE)
    assert shown.stdout == smm("status", EXAMPLE, "--lang", "id").stdout != ""
    assert smm("--lang=en", "status", EXAMPLE).stdout == smm("status", EXAMPLE).stdout
    assert "menampilkan semua perintah" in smm("--lang", "id").stdout
    assert smm("--lang", "id", "--help").stdout.startswith("Penggunaan:")
    for call in (["--lang"], ["--lang", "fr"], ["--lang", "fr", "status", EXAMPLE]):
        assert smm(*call).returncode == 2


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("induk", "smm list --master"),
        ("daftar induk", "smm list --master"),
        ("laporan", "smm gap-report, smm lkj, smm status"),
        ("ubah SOP-01", "in your editor"),
        ("hapus SOP-01", "`withdrawn:`"),
        ("bantuan", "smm --help"),
        ("sop SOP-01", "smm show SOP-01"),
        ("document", "smm list document, smm new document"),
        ("finding T-1", "smm show T-1"),
        ("finding tutup T-1", "smm finding close T-1"),
        ("finding close", "smm finding close ID"),
        ("audit rencana", "smm audit plan"),
        ("copies beri", "smm copies give ID"),
        ("gap-report 9.2.2", "smm why 9.2.2"),
        ("validate ./SOP-01x/y", "is not there\n"),
        ("approve SOP-01 --oleh P-01", "'--oleh'. Here it is called: --by\n"),
        ("new sop --judul X", "'--judul'. Here it is called: --title\n"),
        ("list --unit SEK", "'--unit'. Here it is called: --owner\n"),
        ("list --zzz SEK", "'--zzz'. The options are: --owner, "),
        ("smm validate .", "smm validate .\n"),
        ("history Kebijakan Mutu", 'smm history "Kebijakan Mutu"\n'),
        ("save SOP cuti selesai", 'smm save "SOP cuti selesai"\n'),
        ("save SOP cuti selesai .", 'smm save "SOP cuti selesai" .\n'),
        ("status satu dua", "extra argument (dua)\n"),
        ("undo 2", "2 is not there; it takes: smm undo [FOLDER]\n"),
        ("list rancangan", "there is no kind rancangan"),
        ("list draft", "smm list --state draft\n"),
        ("list risiko sek", "smm list risiko --owner SEK\n"),
        ("list Sekretariat", "smm list --owner SEK\n"),
        ("status sek", "smm status --unit SEK\n"),
        ("gap-report Sekretariat", "smm gap-report --unit SEK\n"),
        ("new prosedur Cuti", 'smm new prosedur --title "Cuti"\n'),
        ("new prosedur x/Cuti", "x/Cuti is not there\n"),
        ("new bidang", "it stands in qms.yaml"),
        ("new scope", "it stands in qms.yaml"),
        ("new policy-point", "smm new quality-policy\n"),
        ("list kebijaka", "did you mean quality-policy?\n"),
        ("list qwxyz", "there is no kind qwxyz; `smm new` names the kinds\n"),
        ("share /mnt/usb", "smm share --to /mnt/usb\n"),
        ("share https://git.example/x", "smm share --to https://git.example/x\n"),
    ],
)
def test_what_a_person_types_leads_to_the_line_that_does_it(folder, line, told):
    done = smm(*line.split(), cwd=folder)
    assert (done.returncode, told in done.stderr) == (2, True), done.stderr


def test_a_folder_in_the_place_of_a_verb_is_shown(folder):
    told = smm(folder.name, cwd=folder.parent).stderr
    assert f"smm status {folder.name}\n" in told


@pytest.mark.parametrize("line", ["list tinjauan manajemen", "list audit program . --lang en"])
def test_a_kind_of_several_words_needs_no_quotes(folder, line):
    assert smm(*line.split(), cwd=folder).returncode == 0


def test_a_thing_is_shown_by_its_file_too(folder):
    assert "SMM" in smm("show", "qms.yaml", cwd=folder).stdout
    assert "SMM" in smm("show", "qms", cwd=folder).stdout
    assert smm("show", "qms.yml", cwd=folder).returncode == 2
