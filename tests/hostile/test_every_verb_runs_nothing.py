"""Every verb there is, in a repository that names a program wherever git takes one from: none is run."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

import pytest
from writers import WRITERS, Writer

from running import git, smm
from smmkit.cli import COMMANDS

pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="its programs are scripts of a shell"),
    pytest.mark.long,  # seventy calls, each in a repository of its own
]

READERS = (
    *("agenda q", "audit q", "audit flow AUD-02 q", "competence q", "copies q", "diff q q"),
    *("drill q --demand A5-1", "figures q", "finding q", "gap-report q", "history SOP-01 q"),
    *("kpi q", "list q", "list --master q", "lkj 2026 q", "risk q", "rollup .", "screen q"),
    *(
        "service q",
        "show SOP-01 q",
        "status q",
        "survey q",
        "validate q",
        "validate q --since HEAD",
    ),
    *("verify q", "why 8.5.1 q", "q", "validate q -f sarif", "bundle q --check"),
)
ELSEWHERE = {"lsp", "rule", "watch"}
"""Verbs that look at no folder, or at one for ever: `watch` and `lsp` do it as `validate` does."""

SECTIONS = """
[core]
	fsmonitor = "{run};false"
	hooksPath = {hooks}
	pager = {file}
	editor = {file}
	askPass = {file}
	sshCommand = {file}
	gitProxy = {file}
	alternateRefsCommand = {file}
[include]
	path = ../more
[includeIf "gitdir:**"]
	path = ../more
[filter "x"]
	clean = {run};cat
	smudge = {run};cat
	process = {file}
	required = true
[diff]
	external = {file}
[diff "x"]
	textconv = {file}
	command = {file}
[merge "x"]
	driver = {file}
[log]
	showSignature = true
[commit]
	gpgSign = true
[gpg]
	program = {file}
	format = ssh
[gpg "ssh"]
	program = {file}
	defaultKeyCommand = {file}
[credential]
	helper = "!{run}"
[alias]
	log = "!{run}"
	status = "!{run}"
	cat-file = "!{run}"
[uploadpack]
	packObjectsHook = {file}
[remote "origin"]
	url = "ext::{file}"
	fetch = +refs/heads/*:refs/remotes/origin/*
	uploadpack = {file}
	receivepack = {file}
	promisor = true
[branch "main"]
	remote = origin
	merge = refs/heads/main
[protocol "ext"]
	allow = always
[submodule "s"]
	url = "ext::{file}"
	update = "!{run}"
[sequence]
	editor = {file}
[interactive]
	diffFilter = {file}
[gpg "x509"]
	program = {file}
[tag]
	gpgSign = true
[push]
	gpgSign = true
[trailer "x"]
	command = {file}
	cmd = {file}
[gc]
	auto = 1
	autoDetach = false
	recentObjectsHook = {file}
[fetch]
	bundleURI = "ext::{file}"
	recurseSubmodules = true
[submodule]
	recurse = true
[status]
	submoduleSummary = true
[pager]
	log = {file}
	cat-file = {file}
[init]
	templateDir = {hooks}
[hook "z"]
	command = {run}
	event = pre-commit
	event = reference-transaction
[includeIf "onbranch:**"]
	path = ../more
"""
HOOKS = (
    *("pre-commit", "prepare-commit-msg", "commit-msg", "post-commit", "post-index-change"),
    *("reference-transaction", "post-checkout", "post-merge", "pre-push", "fsmonitor-watchman"),
)
OF_PROGRAMS = (
    *("GIT_SSH", "GIT_SSH_COMMAND", "GIT_EXTERNAL_DIFF", "GIT_PAGER", "GIT_EDITOR", "GIT_ASKPASS"),
    *("GIT_PROXY_COMMAND", "GIT_SEQUENCE_EDITOR", "PAGER", "EDITOR", "VISUAL", "SSH_ASKPASS"),
)


def attacked(top: Path, mark: Path) -> dict[str, str]:
    """Lay every attack into a repository; the variables of the same sort."""
    git(top, "init", "-q", "-b", "main")
    git(top, "add", "-A")
    git(top, "commit", "-qm", "begin", "--allow-empty")
    laid = mark.parent / f"of-{top.parent.name}"
    laid.mkdir()
    run = f"touch {shlex.quote(str(mark))}"
    file = laid / "git-remote-evil"
    for name in (file, *(laid / hook for hook in HOOKS), *(top / f".git/hooks/{h}" for h in HOOKS)):
        name.write_text(f"#!/bin/sh\n{run}\nexit 1\n")
        name.chmod(0o755)
    sections = SECTIONS.format(run=run, file=file, hooks=laid)
    with (top / ".git/config").open("a") as stream:
        stream.write(sections)
    (top / "more").write_text(sections.replace("../more", "nowhere"))
    (top / ".gitattributes").write_text("* filter=x diff=x merge=x\n")
    (top / ".git/info/attributes").write_text("* filter=x diff=x merge=x\n")
    (top / ".git/objects/info").mkdir(exist_ok=True)
    (top / ".git/objects/info/alternates").write_text(f"{top / '.git/objects'}\n")
    for path in top.glob("*.*"):
        os.utime(path, (1, 1))
    return {
        **dict.fromkeys(OF_PROGRAMS, str(file)),
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.fsmonitor",
        "GIT_CONFIG_VALUE_0": f"{run};false",
        "GIT_EXEC_PATH": str(laid),
        "GIT_TEMPLATE_DIR": str(laid),
        "GIT_TRACE": str(mark),
        "GIT_DIR": str(top / ".git"),
        "GIT_INDEX_FILE": str(laid / "index"),
    }


def test_every_verb_is_called():
    called = {call.split()[0] for call in READERS} | {w.call[0] for w in WRITERS.values()}
    assert called - {"q"} == {*COMMANDS} - ELSEWHERE


@pytest.mark.parametrize("name", [*WRITERS, *READERS])
def test_no_verb_runs_what_a_repository_or_a_variable_names(tmp_path, name):
    writer = WRITERS.get(name) or Writer(tuple(name.split()))
    top = writer.laid(tmp_path / "top")
    mark = tmp_path / "mark"
    variables = attacked(top / "q", mark)
    done = smm(*writer.call, cwd=top, **variables)
    assert not mark.exists(), done.stderr
    assert done.returncode in {0, 1, 2}, done.stderr
    assert "Traceback" not in done.stderr


def test_git_itself_runs_them(tmp_path):
    top = Writer(()).laid(tmp_path / "top")
    mark = tmp_path / "mark"
    attacked(top / "q", mark)
    subprocess.run(["git", "status"], cwd=top / "q", capture_output=True, check=False)
    assert mark.exists()
