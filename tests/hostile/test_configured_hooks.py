"""Programs that the settings of a repository name as hooks (git 2.54 and later): none is run."""

from __future__ import annotations

import pytest

from folders import lay
from running import git
from sharing import audit, save, share, two_people
from smmkit.git import process
from smmkit.git.settings import without_hooks

HOOK = '[hook "{name}"]\n\tevent = reference-transaction\n\tcommand = touch /nowhere\n'
NAMES = ("x", "a.b=c", "Ä B")


@pytest.fixture
def places(tmp_path):
    """A repository and the place where it is shared, each with hooks, also in what its settings include."""
    ours, theirs = two_people(tmp_path)
    lay(theirs, {"audit/AUD-02.yaml": audit("AUD-02")})
    save(theirs)
    share(theirs)
    (tmp_path / "more").write_text(HOOK.format(name=NAMES[2]), "utf-8")
    for own in (ours / ".git", tmp_path / "place.git"):
        with (own / "config").open("a", encoding="utf-8") as stream:
            stream.write("".join(HOOK.format(name=name) for name in NAMES[:2]))
            stream.write(f"[include]\n\tpath = {tmp_path / 'more'}\n")
    return ours, tmp_path / "place.git"


def off(variables) -> set[str]:
    """The settings that git is told to be false."""
    count = int(variables.get("GIT_CONFIG_COUNT", 0))
    assert all(variables[f"GIT_CONFIG_VALUE_{n}"] == "false" for n in range(count))
    return {variables[f"GIT_CONFIG_KEY_{n}"] for n in range(count)}


ALL = {f"hook.{name}.enabled" for name in (*NAMES, "reference-transaction")}


def test_each_hook_is_named_and_set_aside(places):
    ours, place = places
    assert off(without_hooks(ours, ours / ".git")) == off(without_hooks(ours, place)) == ALL
    said = without_hooks(ours, ours / ".git")
    asked = process.run(("config", "--type=bool", "hook.a.b=c.enabled"), ours, said, ours)
    assert asked.out == b"false\n"


def test_names_are_moved_and_the_place_is_asked_without_them(places, monkeypatch):
    ours, place = places
    lay(ours, {"audit/AUD-03.yaml": audit("AUD-03")})
    called, run = [], process.run

    def heard(words, cwd, variables, *more, **named):
        called.append((words, variables))
        return run(words, cwd, variables, *more, **named)

    monkeypatch.setattr(process, "run", heard)
    assert [save(ours).returncode, share(ours).returncode] == [0, 0]
    moved = [
        v for words, v in called if "update-ref" in words and v["GIT_DIR"] == str(ours / ".git")
    ]
    assert moved
    assert all(off(variables) == ALL for variables in moved)
    helpers = [
        w for words, _ in called for w in words if w.startswith(("--upload-p", "--receive-p"))
    ]
    assert len(helpers) > 1
    assert all(f"hook.{name}.enabled" in one for one in helpers for name in NAMES)
    assert git(place, "log", "--format=%s", "main").splitlines()[0]
