"""`smm bundle` and `smm verify` from end to end, on the example."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import zipfile

import bagit
import pypdfium2
import pytest

from running import EXAMPLE, git, smm

SMALL = ("--submission", "AJU-2020")
"""The smaller of the submissions, where the size of it does not matter."""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    out = tmp_path_factory.mktemp("made") / "bundle"
    done = smm("bundle", EXAMPLE, "--output", out)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


@pytest.fixture
def qms(tmp_path):
    root = tmp_path / "repo" / "qms"
    shutil.copytree(EXAMPLE, root)
    return root


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_same_bytes_in_another_time_zone_and_locale(tmp_path):
    one, two = tmp_path / "a" / "b.zip", tmp_path / "c" / "b.zip"
    first = smm(
        "bundle", EXAMPLE, *SMALL, "-o", one, TZ="Asia/Makassar", SMM_LANG="id", LC_ALL="C.UTF-8"
    )
    second = smm(
        "bundle", EXAMPLE, *SMALL, "-o", two, TZ="America/New_York", SMM_LANG="en", LC_ALL="C"
    )
    assert (first.returncode, second.returncode) == (0, 0)
    assert digest(one) == digest(two)


def test_others_agree_that_it_is_whole(made):
    bagit.Bag(str(made)).validate()
    if shutil.which("sha512sum") is None:
        pytest.skip("sha512sum is not installed")
    for manifest in ("manifest-sha512.txt", "tagmanifest-sha512.txt"):
        subprocess.run(["sha512sum", "--quiet", "-c", manifest], cwd=made, check=True)
    assert smm("verify", made).returncode == 0


def test_a_changed_byte_is_named(made, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(made, copy)
    victim = next((copy / "data" / "documents").glob("SOP-01*"))
    data = bytearray(victim.read_bytes())
    data[len(data) // 2] ^= 1
    victim.write_bytes(data)
    done = smm("verify", copy)
    assert done.returncode == 1
    assert f"data/documents/{victim.name}: " in done.stdout
    said = json.loads(smm("verify", copy, "--format", "json").stdout)
    assert [fault["path"] for fault in said["faults"]] == [f"data/documents/{victim.name}"]


def words(text):
    return set(re.findall(r"[a-z0-9]{4,}", text.lower()))


def test_the_text_of_every_pdf_is_found_again(made):
    entries = json.loads((made / "data" / "manifest.json").read_text("utf-8"))["documents"]
    assert len(entries) > 10
    for entry in entries:
        source = (EXAMPLE / entry["source"]).read_text("utf-8")
        lines = [line for line in source.splitlines() if not line.lstrip().startswith("#")]
        body = re.sub(r"(?ms)^approvals:.*?(?=^\S|\Z)", "", "\n".join(lines))
        body = re.sub(r"(?m)^ *(?:- )?[a-z_]+:(?= |$)", " ", re.sub(r" #.*", "", body))
        pdf = pypdfium2.PdfDocument(made / "data" / entry["file"])
        shown = " ".join(page.get_textpage().get_text_range() for page in pdf)
        glued = re.sub(r"[^a-z0-9]", "", shown.lower())
        lost = {word for word in words(entry["title"]) if word not in glued}
        assert not lost, (entry["id"], lost)
        sentences = [w for w in words(body) if w not in glued]
        assert len(sentences) <= 0.15 * len(words(body)), (entry["id"], sorted(sentences))


def test_everything_is_in_it_or_left_out_with_a_reason(made):
    manifest = json.loads((made / "data" / "manifest.json").read_text("utf-8"))
    data = json.loads(smm("validate", EXAMPLE, "--format", "json").stdout)
    named = len(manifest["documents"]) + len(manifest["omitted"]) + 1  # and the submission itself
    assert named == data["summary"]["documents"]
    assert all(omitted["reason"] for omitted in manifest["omitted"])
    index = (made / "data" / "index.html").read_text("utf-8")
    for entry in (*manifest["documents"], *manifest["omitted"]):
        assert entry["id"] in index


def test_no_name_of_a_confidential_register_is_in_a_generated_page(made):
    names = re.findall(r"(?m)^    title: (.+)$", (EXAMPLE / "orang.yaml").read_text("utf-8"))
    assert len(names) > 5
    for pdf in sorted((made / "data").rglob("*.pdf")):
        if pdf.parent.name in {"files", "signed"} or "files" in pdf.parts:
            continue
        text = " ".join(p.get_textpage().get_text_range() for p in pypdfium2.PdfDocument(pdf))
        flat = " ".join(text.split())
        assert [name for name in names if name.strip() in flat] == [], pdf.name


def test_the_revised_procedure_is_sent_as_it_was_approved(made):
    entries = {
        d["id"]: d for d in json.loads((made / "data" / "manifest.json").read_text())["documents"]
    }
    assert entries["SOP-10"]["version"] == "1"
    assert entries["SOP-10"]["source"].startswith("issued/SOP-10/1/")


def test_the_commit_is_that_of_the_folder_and_so_is_its_cleanliness(qms, tmp_path):
    repo = qms.parent
    git(repo, "init", "-q")
    git(repo, "add", "-A")
    git(repo, "commit", "-qm", "qms")
    mine = git(repo, "rev-parse", "HEAD").strip()
    (repo / "other.txt").write_text("elsewhere")
    git(repo, "add", "-A")
    git(repo, "commit", "-qm", "elsewhere")
    (repo / "dirty.txt").write_text("elsewhere")
    out = tmp_path / "out"
    assert smm("bundle", qms, *SMALL, "-o", out).returncode == 0
    info = (out / "bag-info.txt").read_text()
    assert f"Source-Commit: {mine}" in info
    assert "Source-Clean: yes" in info
    (qms / "README.md").write_text("changed")
    stopped = smm("bundle", qms, *SMALL, "-o", tmp_path / "dirty")
    assert stopped.returncode == 1
    assert "--allow changes=" in stopped.stderr
    assert not (tmp_path / "dirty").exists()
    reason = "changes=Only the README has changed since"
    assert smm("bundle", qms, *SMALL, "--allow", reason, "-o", tmp_path / "dirty").returncode == 0
    assert "Only the README" in (tmp_path / "dirty" / "data" / "manifest.json").read_text("utf-8")
    assert "Source-Clean: no" in (tmp_path / "dirty" / "bag-info.txt").read_text()


def test_without_git_it_is_made_and_says_so(tmp_path):
    done = smm("bundle", EXAMPLE, *SMALL, "-o", tmp_path / "out", PATH=str(tmp_path))
    assert done.returncode == 0
    assert "no git" in done.stdout
    assert "Source-Commit" not in (tmp_path / "out" / "bag-info.txt").read_text()


def test_none_or_several_submissions_are_named(qms, tmp_path):
    aju = qms / "pengajuan" / "AJU-2021-2.yaml"
    text = aju.read_text("utf-8").replace("AJU-2021-2", "AJU-B")
    (qms / "pengajuan-b.yaml").write_text(text, "utf-8", newline="\n")
    several = smm("bundle", qms, "-o", tmp_path / "out")
    assert several.returncode == 2
    assert "AJU-2021-2" in several.stderr
    assert "AJU-B" in several.stderr
    assert smm("bundle", qms, "-o", tmp_path / "b", "--submission", "AJU-B").returncode == 0
    for file in (aju, qms / "pengajuan-b.yaml"):
        file.write_text(file.read_text("utf-8") + "\nsent: 2021-06-29\n", "utf-8", newline="\n")
    none = smm("bundle", qms, "-o", tmp_path / "out")
    assert none.returncode == 2
    assert "no submission" in none.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_a_path_that_holds_something_is_refused(tmp_path, name):
    target = tmp_path / name
    if name.endswith(".zip"):
        target.write_bytes(b"mine")
    else:
        target.mkdir()
        (target / "mine.txt").write_text("mine")
    done = smm("bundle", EXAMPLE, "-o", target)
    assert done.returncode == 2
    left = [p.read_text() for p in tmp_path.rglob("*") if p.is_file()]
    assert left == ["mine"]


def test_a_fault_in_what_is_sent_blocks_and_nothing_is_made(qms, tmp_path):
    file = qms / "sop" / "kenaikan-pangkat.md"
    file.write_text(
        file.read_text("utf-8").replace("clauses:", "clausess:", 1), "utf-8", newline="\n"
    )
    done = smm("bundle", qms, "-o", tmp_path / "out")
    assert done.returncode == 1
    assert "SMM101" in done.stdout
    assert "No bundle was made" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_zip_opens_anywhere(tmp_path):
    out = tmp_path / "pengajuan.zip"
    assert smm("bundle", EXAMPLE, "-o", out).returncode == 0
    names = zipfile.ZipFile(out).namelist()
    assert all(name.isascii() and len(name) <= 100 for name in names)
    assert len({name.lower() for name in names}) == len(names)
    assert smm("verify", out).returncode == 0
