"""`smm save` and `smm share` run nothing that a folder names: each way that is known is tried.

That each does run where git itself is called is tried, too, so that none of them rusts.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from grounds import Ground

from folders import lay
from running import git
from sharing import audit, save, share, two_people

pytestmark = pytest.mark.skipif(os.name == "nt", reason="its programs are scripts of a shell")

HOOKS = ("pre-commit", "prepare-commit-msg", "commit-msg", "post-commit", "post-index-change")
HOOKS += ("reference-transaction", "pre-push", "post-merge", "post-checkout", "pre-merge-commit")
AT_THE_PLACE = ("pre-receive", "update", "post-receive", "post-update", "reference-transaction")
ITSELF = (
    ("add", "-A"),
    ("commit", "-qm", "x"),
    ("fetch", "-q", "origin"),
    ("merge", "-q", "-m", "x", "origin/main"),
    ("push", "-q", "origin", "HEAD:main"),
)
"""What git itself is called with, where it does run what the folder names."""


@dataclass(frozen=True)
class Between(Ground):
    """Two people and the place where they share: the attack lies in the repository of one, or there."""

    place: Path


Attack = Callable[[Between], None]
ATTACKS: dict[str, Attack] = {}


def attack(function: Attack) -> Attack:
    """An attack, which lays itself."""
    ATTACKS[function.__name__] = function
    return function


@attack
def hooks_of_the_repository(ground: Between) -> None:
    for name in HOOKS:
        ground.script(ground.top / ".git/hooks" / name, "exit 0")


@attack
def hooks_in_a_folder_of_the_files(ground: Between) -> None:
    for name in HOOKS:
        ground.script(ground.top / "tools" / name, "exit 0")
    ground.set(("core.hooksPath", "tools"))


@attack
def monitor(ground: Between) -> None:
    ground.set(("core.fsmonitor", ground.command + ";false"))


@attack
def settings_in_an_included_file(ground: Between) -> None:
    (ground.top / "more").write_text(f'[core]\n\tfsmonitor = "{ground.command};false"\n')
    ground.set(("include.path", "../more"))


@attack
def filters(ground: Between) -> None:
    lay(ground.top, {".git/info/attributes": "*.yaml filter=x merge=x diff=x\n"})
    ground.set(
        ("filter.x.clean", ground.command + ";cat"),
        ("filter.x.smudge", ground.command + ";cat"),
        ("merge.x.driver", ground.command),
        ("diff.x.textconv", ground.script()),
    )


@attack
def signer(ground: Between) -> None:
    ground.set(("commit.gpgSign", "true"), ("gpg.program", ground.script()))


@attack
def helpers_of_the_line(ground: Between) -> None:
    ground.set(
        ("remote.origin.uploadpack", ground.script()),
        ("remote.origin.receivepack", ground.script()),
        ("core.sshCommand", ground.script()),
        ("core.askPass", ground.script()),
        ("core.gitProxy", ground.script()),
        ("credential.helper", "!" + ground.command),
        ("core.alternateRefsCommand", ground.command),
    )


@attack
def transport_by_a_command(ground: Between) -> None:
    ground.set(("remote.origin.url", f"ext::{ground.script()}"), ("protocol.ext.allow", "always"))


@attack
def transport_by_a_rewritten_address(ground: Between) -> None:
    ground.set((f"url.ext::{ground.script()} .insteadOf", str(ground.place)))
    ground.set(("protocol.ext.allow", "always"))


@attack
def ssh_command(ground: Between) -> None:
    ground.set(("remote.origin.url", "ssh://localhost:1/x"), ("core.sshCommand", ground.script()))


@attack
def password_helper(ground: Between) -> None:
    ground.set(("core.editor", ground.script()), ("sequence.editor", ground.script()))
    ground.set(("commit.verbose", "true"), ("core.pager", ground.script()))
    ground.set(("alias.add", "!" + ground.command), ("core.fsmonitor", ground.command + ";false"))


@attack
def monitor_of_a_submodule(ground: Between) -> None:
    ground.set(("core.fsmonitor", ground.command + ";false"), of=ground.submodule("sub"))


@attack
def filter_of_a_submodule(ground: Between) -> None:
    inner = ground.submodule("sub")
    ground.set(("filter.x.clean", ground.command + ";cat"), of=inner)
    lay(inner, {".git/info/attributes": "* filter=x\n", "x.yaml": "a: c\n"})


@attack
def hooks_of_the_place(ground: Between) -> None:
    for name in AT_THE_PLACE:
        ground.script(ground.place / "hooks" / name, "exit 0")


@attack
def settings_of_the_place(ground: Between) -> None:
    for name in AT_THE_PLACE:
        ground.script(ground.mark.parent / "h" / name, "exit 0")
    alternate = ground.mark.parent / "more.git"
    shutil.copytree(ground.place, alternate)
    lay(ground.place, {"objects/info/alternates": f"{alternate}/objects\n"})
    ground.set(
        ("core.hooksPath", str(ground.mark.parent / "h")),
        ("core.alternateRefsCommand", ground.command + ";:"),
        of=ground.place,
    )


@pytest.fixture
def ground(tmp_path: Path) -> Between:
    """Two people who have both saved something; the attack lies with one of them."""
    ours, theirs = two_people(tmp_path)
    lay(theirs, {"audit/AUD-02.yaml": audit("AUD-02")})
    save(theirs)
    share(theirs)
    (tmp_path / "laid").mkdir()
    return Between(ours, tmp_path / "laid" / "mark", tmp_path / "place.git")


@pytest.mark.parametrize("name", ATTACKS)
def test_nothing_is_run(name, ground):
    ATTACKS[name](ground)
    lay(ground.top, {"audit/AUD-03.yaml": audit("AUD-03")})
    saved, shared = save(ground.top), share(ground.top)
    assert not ground.mark.exists()
    assert {saved.returncode, shared.returncode} <= {0, 2}
    lay(ground.top, {"audit/AUD-04.yaml": audit("AUD-04")})
    for words in ITSELF:
        subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@b.c", *words],
            cwd=ground.top,
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    assert ground.mark.exists(), "git itself does not run it: is this still an attack?"


def test_the_readers_own_hooks_in_a_folder_of_the_files_are_not_run(ground, monkeypatch):
    settings = ground.mark.parent / "settings"
    settings.write_text("[core]\n\thooksPath = tools\n\tfsmonitor = ./tools/m\n")
    for name in (*HOOKS, "m"):
        ground.script(ground.top / "tools" / name, "exit 0")
    env = {"GIT_CONFIG_GLOBAL": str(settings)}
    assert save(ground.top, **env).returncode == 0
    assert share(ground.top, **env).returncode == 0
    assert not ground.mark.exists()


@pytest.mark.parametrize(
    "address",
    ["ext::sh -c x", "fd::3", "-uploadpack=x", "foo://x", "./inner.git", "inner.git", "x::y"],
)
def test_an_address_that_would_run_something_is_refused(ground, address):
    git(ground.place.parent, "init", "-q", "--bare", str(ground.top / "inner.git"))
    lay(ground.top, {".git/info/exclude": "inner.git\n"})
    git(ground.top, "config", "remote.origin.url", address)
    done = share(ground.top)
    assert done.returncode == 2
    assert "is no address that is followed" in done.stderr or "lies inside" in done.stderr


def test_a_tree_from_others_writes_nothing_into_git_and_follows_no_link(ground, tmp_path):
    """What comes from a hostile place: a link in place of a folder, and a file below it."""
    outside = tmp_path / "outside"
    outside.mkdir()
    evil = tmp_path / "evil"
    git(tmp_path, "clone", "-q", str(ground.place), str(evil))
    (evil / "audit2").symlink_to(outside)
    git(evil, "add", "-A")
    git(evil, "commit", "-qm", "link")
    git(evil, "push", "-q")
    assert share(ground.top).returncode == 0
    (evil / "audit2").unlink()
    lay(evil, {"audit2/x.yaml": audit("AUD-07")})
    git(evil, "add", "-A")
    git(evil, "commit", "-qm", "file")
    git(evil, "push", "-q")
    assert share(ground.top).returncode == 0
    assert [*outside.iterdir()] == []


@pytest.mark.parametrize(
    "part", ["refs", "refs/heads/main", "logs", "logs/HEAD", "logs/refs/heads/main", "objects"]
)
def test_nothing_is_written_through_a_link_in_the_repository(ground, tmp_path, part):
    inner, outside = ground.top / ".git" / part, tmp_path / "outside"
    inner.rename(outside)
    inner.symlink_to(outside)
    was = seen(outside)
    lay(ground.top, {"audit/AUD-09.yaml": audit("AUD-09")})
    done = save(ground.top)
    assert (done.returncode, "is a link; links are not followed" in done.stderr) == (2, True)
    assert seen(outside) == was


def test_nothing_is_written_into_a_repository_that_another_names_as_its_own(ground, tmp_path):
    shutil.copytree(ground.top / ".git", tmp_path / "other.git")
    was = seen(tmp_path / "other.git")
    (ground.top / ".git/commondir").write_text(str(tmp_path / "other.git"))
    lay(ground.top, {"audit/AUD-09.yaml": audit("AUD-09")})
    done = save(ground.top)
    assert (done.returncode, "leads to another repository" in done.stderr) == (2, True)
    assert seen(tmp_path / "other.git") == was


def seen(place: Path) -> dict[str, bytes]:
    """Every file below a folder, or a file alone."""
    return {str(p): p.read_bytes() for p in (place, *place.rglob("*")) if p.is_file()}


def test_of_a_submodule_the_commit_that_it_is_at_is_saved(ground):
    inner = ground.submodule("sub")
    lay(inner, {"x.yaml": "a: d\n"})
    git(inner, "commit", "-qam", "y")
    assert save(ground.top).returncode == 0
    assert git(ground.top, "rev-parse", "HEAD:sub") == git(inner, "rev-parse", "HEAD")
    assert git(ground.top, "status", "--porcelain") == ""
    shutil.rmtree(inner)
    assert save(ground.top).returncode == 0
    assert git(ground.top, "ls-files", "sub") == ""


def test_a_git_that_lies_in_the_folder_is_not_taken(ground):
    ground.script(ground.top / "git")
    path = os.pathsep.join([str(ground.top), os.environ["PATH"]])
    lay(ground.top, {"audit/AUD-03.yaml": audit("AUD-03")})
    assert save(ground.top, PATH=path).returncode == 0
    assert not ground.mark.exists()
