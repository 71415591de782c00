"""No folder, and no repository around it, can make smm start a program: each way that is known is tried.

Each attack writes a file where its program runs; that it does run where git itself is asked is tried,
too, so that none of them rusts.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from grounds import Ground

from folders import lay
from running import git, smm

HOME = """\
kind: qms
id: QMS-01
title: Quality management system
version: "1"
smmkit: {format}
organization: {{name: Badan Contoh, short_name: BC, head: Kepala, language: en}}
scope: {{statement: Services}}
units: [{{id: U-1, title: Secretariat}}]
"""
CLASSES = "classes: [{id: open, title: Open, outside: true}]\n"
FILES = {
    "q/qms.yaml": HOME.format(format=2) + CLASSES,
    "q/o.yaml": "kind: objective\nid: SM-01\ntitle: T\nversion: '1'\nowner: U-1\nstatement: S\n"
    "perspective: customer\npolicy_point: P\nunits: [U-1]\nkpis:\n  - {id: K1, title: t, measured_in: u,"
    " formula: maximize, aggregation: last, frequency: yearly, series: k.csv,"
    ' targets: [{period: "2019", value: 1}]}\n',
    "q/k.csv": "period,value\n2019,1\n",
    "q/s.yaml": "kind: submission\nid: S-1\ntitle: S\ndate: 2026-02-10\nrecipient: Badan LS\nlanguage: en\n",
    "q/a.yaml": "kind: audit\nid: A-1\ntitle: A\ndate: 2026-02-01\naudit_type: internal\n"
    "classification: open\nscope: All units\nconclusion: It works\n",
    "old/qms.yaml": HOME.format(format=1),
}

VERBS = {
    "list q": 0,
    "show SM-01 q": 0,
    "history SM-01 q": 0,
    "gap-report q": 0,
    "kpi q": 0,
    "validate q -f sarif": 1,
    "validate q --since HEAD": 1,
    "migrate old": 1,
    "bundle q -o {out}": None,
    "verify {out}": None,
    "q": None,
}
"""What a person calls, and how it leaves on the plain folder where that matters."""


Attack = Callable[[Ground], str | None]
ATTACKS: dict[str, Attack] = {}


def attack(function: Attack) -> Attack:
    """An attack: it lays itself, and gives the words by which git itself runs it."""
    ATTACKS[function.__name__] = function
    return function


@attack
def monitor(ground: Ground) -> str:
    ground.set(("core.fsmonitor", ground.command + ";false"))
    return "status"


@attack
def monitor_in_an_included_file(ground: Ground) -> str:
    (ground.top / "q" / "more").write_text(f'[core]\n\tfsmonitor = "{ground.command};false"\n')
    ground.set(("include.path", "../q/more"))
    return "status"


@attack
def monitor_of_a_worktree(ground: Ground) -> str:
    ground.set(("extensions.worktreeConfig", "true"))
    git(ground.top, "config", "--worktree", "core.fsmonitor", ground.command + ";false")
    return "status"


@attack
def filter_by_attributes_of_the_folder(ground: Ground) -> str:
    (ground.top / ".gitattributes").write_text("* filter=x\n")
    ground.set(("filter.x.clean", ground.command + ";cat"), ("filter.x.required", "true"))
    ground.touch()
    return "status"


@attack
def filter_by_attributes_of_git(ground: Ground) -> str:
    lay(ground.top, {".git/info/attributes": "* filter=x\n"})
    ground.set(("filter.x.process", ground.script()))
    ground.touch()
    return "status"


@attack
def checker_of_signatures(ground: Ground) -> str:
    head, _, text = git(ground.top, "cat-file", "commit", "HEAD").partition("\n\n")
    signed = (
        f"{head}\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n a\n -----END PGP SIGNATURE-----\n\n"
    )
    (ground.mark.parent / "commit").write_text(signed + text)
    id_ = git(ground.top, "hash-object", "-t", "commit", "-w", str(ground.mark.parent / "commit"))
    git(ground.top, "update-ref", "HEAD", id_.strip())
    ground.set(("log.showSignature", "true"), ("gpg.program", ground.script()))
    return "log -1"


def promise(ground: Ground, *settings: tuple[str, str]) -> None:
    """Have git fetch what is missing."""
    ground.set(
        ("core.repositoryformatversion", "1"),
        ("extensions.partialClone", "origin"),
        ("remote.origin.promisor", "true"),
        *settings,
    )


@attack
def helper_of_transport_for_a_blob(ground: Ground) -> str:
    promise(ground, ("remote.origin.url", "."), ("remote.origin.uploadpack", ground.script()))
    ground.lose("HEAD:q/qms.yaml")
    return "show HEAD:q/qms.yaml"


@attack
def helper_of_transport_for_a_tree(ground: Ground) -> str:
    promise(ground, ("remote.origin.url", "."), ("remote.origin.uploadpack", ground.script()))
    ground.lose("HEAD:q")
    return "ls-tree -r HEAD"


@attack
def transport_by_a_command(ground: Ground) -> str:
    url = f"ext::{ground.script()}"
    promise(ground, ("remote.origin.url", url), ("protocol.ext.allow", "always"))
    ground.lose("HEAD:q/qms.yaml")
    return "show HEAD:q/qms.yaml"


@attack
def transport_by_ssh(ground: Ground) -> str:
    promise(ground, ("remote.origin.url", "ssh://a/b"), ("core.sshCommand", ground.script()))
    ground.lose("HEAD:q/qms.yaml")
    return "show HEAD:q/qms.yaml"


@attack
def hooks(ground: Ground) -> str:
    (ground.top / ".git" / "h").mkdir()
    for name in ("post-index-change", "reference-transaction", "post-checkout", "pre-commit"):
        hook = ground.top / ".git" / "h" / name
        hook.write_text(f"#!/bin/sh\n{ground.command}\n")
        hook.chmod(0o755)
    ground.set(("core.hooksPath", ".git/h"))
    ground.touch()
    return "status"


@attack
def pagers_aliases_and_views(ground: Ground) -> str:
    names = ("core.pager", "pager.log", "pager.status", "diff.external", "diff.x.textconv")
    names += ("core.editor", "core.askPass", "credential.helper", "core.alternateRefsCommand")
    ground.set(*((name, ground.script()) for name in names))
    ground.set(*((f"alias.{verb}", "!" + ground.command) for verb in ("log", "status", "x")))
    lay(ground.top, {".git/info/attributes": "* diff=x\n"})
    return "x"


@attack
def repository_among_the_files(ground: Ground) -> str:
    bare = ground.top / "q"
    for name in ("objects", "refs"):
        shutil.copytree(ground.top / ".git" / name, bare / name)
    (bare / "HEAD").write_text((ground.top / ".git" / "HEAD").read_text())
    (bare / "config").write_text(
        "[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = .\n"
        f'\tfsmonitor = "{ground.command};false"\n'
    )
    return "-C q status"


@attack
def repository_that_a_file_names(ground: Ground) -> str:
    repository_among_the_files(ground)
    (ground.top / "q" / "config").rename(ground.top / "config")
    for name in ("objects", "refs", "HEAD"):
        (ground.top / "q" / name).rename(ground.top / name)
    (ground.top / "q" / ".git").write_text("gitdir: ..\n")
    return "-C q status"


@attack
def monitor_of_a_submodule(ground: Ground) -> str:
    ground.set(("core.fsmonitor", ground.command + ";false"), of=ground.submodule("q/sub"))
    return "status"


@attack
def filter_of_a_submodule(ground: Ground) -> str:
    inner = ground.submodule("q/sub")
    ground.set(("filter.x.clean", ground.command + ";cat"), of=inner)
    lay(inner, {".git/info/attributes": "* filter=x\n", "x.yaml": "a: c\n"})
    return "status"


def run_by_git(ground: Ground, words: str) -> bool:
    """Whether git itself, asked with these words, runs the program; the mark is taken away."""
    subprocess.run(["git", *words.split()], cwd=ground.top, capture_output=True, check=False)
    was_run = ground.mark.exists()
    ground.mark.unlink(missing_ok=True)
    return was_run


@pytest.fixture
def ground(tmp_path: Path) -> Ground:
    top = lay(tmp_path / "top", FILES)
    git(top, "init", "-q")
    git(top, "add", "-A")
    git(top, "commit", "-qm", "one")
    (tmp_path / "laid").mkdir()
    return Ground(top, tmp_path / "laid" / "mark")


def call_all(ground: Ground, **env: str) -> dict[str, int]:
    """Call every verb where the attack lies; how each leaves."""
    out = ground.mark.parent / "b.zip"
    calls = {verb: verb.format(out=out).split() for verb in VERBS}
    return {verb: smm(*call, cwd=ground.top, **env).returncode for verb, call in calls.items()}


def test_every_verb_does_its_work_on_the_plain_folder(ground):
    left = call_all(ground)
    assert left == {verb: left[verb] if code is None else code for verb, code in VERBS.items()}
    assert left["bundle q -o {out}"] == left["verify {out}"] == 0


@pytest.mark.skipif(os.name == "nt", reason="its programs are scripts of a shell")
@pytest.mark.parametrize("name", ATTACKS)
def test_no_verb_runs_what_a_folder_names(name, ground):
    words = ATTACKS[name](ground)
    left = call_all(ground)
    assert not ground.mark.exists()
    assert {*left.values()} <= {0, 1, 2}
    assert run_by_git(ground, words), "git itself does not run it: is this still an attack?"


@pytest.mark.skipif(os.name == "nt", reason="its programs are scripts of a shell")
def test_no_verb_runs_what_the_reader_has_set_for_all_folders(ground, tmp_path, monkeypatch):
    settings = tmp_path / "settings"
    settings.write_text(
        f'[filter "lfs"]\n\tclean = {ground.script()}\n\tprocess = {ground.script()}\n'
        f"[core]\n\tfsmonitor = {ground.script()}\n[log]\n\tshowSignature = true\n"
    )
    (ground.top / ".gitattributes").write_text("* filter=lfs\n")
    ground.touch()
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    call_all(ground, GIT_CONFIG_GLOBAL=str(settings))
    assert not ground.mark.exists()
    assert run_by_git(ground, "status")


@pytest.mark.skipif(os.name == "nt", reason="its programs are scripts of a shell")
@pytest.mark.parametrize("place", ["", ".", "q", "{top}", "{top}/q"])
def test_no_git_that_lies_in_the_folder_is_taken_for_git(ground, place):
    for folder in (ground.top, ground.top / "q"):
        shutil.copy(ground.script(), folder / "git")
    path = os.pathsep.join([place.format(top=ground.top), os.environ["PATH"]])
    left = call_all(ground, PATH=path)
    assert not ground.mark.exists()
    assert left["list q"] == 0


WATCHED = ("subprocess.Popen", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "os.startfile")
SEEN: list[tuple[str, object]] = []
"""What was started, and whom this process spoke to, while somebody watches."""
WATCHING = [False]


def hear(event: str, values: tuple[object, ...]) -> None:
    """Take down an event of the interpreter."""
    if WATCHING[0] and (event in WATCHED or event in {"socket.connect", "socket.getaddrinfo"}):
        SEEN.append((event, values[0]))


@contextmanager
def watched() -> Iterator[list[tuple[str, object]]]:
    """What is started or spoken to meanwhile."""
    if not any(value is True for value in WATCHING[1:]):
        sys.addaudithook(hear)  # never taken away again, so only once
        WATCHING.append(True)
    SEEN.clear()
    WATCHING[0] = True
    try:
        yield SEEN
    finally:
        WATCHING[0] = False


def test_no_program_but_git_is_started_and_no_connection_opened(ground):
    git_here = shutil.which("git")
    with watched() as seen:
        call_all(ground)
        smm("list", "q", "-o", ground.mark.parent / "l.xlsx", cwd=ground.top)
        smm("gap-report", "q", "-o", ground.mark.parent / "g.pdf", cwd=ground.top)
    assert {event for event, _ in seen} <= {"subprocess.Popen", "os.posix_spawn"}
    started = {os.path.normcase(str(program)) for event, program in seen if "Popen" in event}
    itself = os.path.normcase(sys.executable)  # which sets the papers of a bundle apart
    assert started - {itself} == {os.path.normcase(git_here)}


def test_checking_changes_no_byte_not_even_of_git(ground):
    ground.touch()

    def everything():
        return {
            path: (path.lstat().st_mtime_ns, path.read_bytes() if path.is_file() else b"")
            for path in sorted(ground.top.rglob("*"))
        }

    before = everything()
    call_all(ground)
    assert everything() == before
