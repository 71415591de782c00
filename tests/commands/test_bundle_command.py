"""`smm bundle` and `smm verify` from end to end, on the example."""

from __future__ import annotations

import hashlib
import html
import json
import re
import shutil
import subprocess
import zipfile

import bagit
import pypdfium2
import pytest

from bundling import LITTLE, SUBMISSION
from folders import lay
from following import LEAVING, dead_links
from running import EXAMPLE, git, smm

SMALL = ("--submission", "AJU-2020", "--allow", "sent=made again for a test")
"""The smaller of the submissions, where the size of it does not matter."""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    out = tmp_path_factory.mktemp("made") / "bundle"
    done = smm("bundle", EXAMPLE, *SMALL, "--output", out)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


@pytest.fixture
def qms(tmp_path):
    root = tmp_path / "repo" / "qms"
    shutil.copytree(EXAMPLE, root)
    return root


@pytest.fixture
def little(tmp_path):
    return lay(tmp_path / "repo" / "little", LITTLE)


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.long
def test_the_same_bytes_in_another_time_zone_and_locale(little, tmp_path):
    one, two = tmp_path / "a" / "b.zip", tmp_path / "c" / "b.zip"
    makassar = {"TZ": "Asia/Makassar", "SMM_LANG": "id", "LC_ALL": "C.UTF-8"}
    new_york = {"TZ": "America/New_York", "SMM_LANG": "en", "LC_ALL": "C"}
    assert smm("bundle", little, "-o", one, **makassar).returncode == 0
    assert smm("bundle", little, "-o", two, **new_york).returncode == 0
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


def squeezed(text):
    return re.sub(r"[\W_]+", "", text).casefold()


def hrefs(page):
    return {
        html.unescape(found) for found in re.findall(r'href="([^"]*)"', page.read_text("utf-8"))
    }


def test_every_link_leads_to_a_file_and_to_the_page_with_the_title(made):
    data = made / "data"
    entries = json.loads((data / "manifest.json").read_text("utf-8"))["documents"]
    binder = pypdfium2.PdfDocument(data / "00-binder.pdf")
    texts = [squeezed(page.get_textpage().get_text_range()) for page in binder]
    links = hrefs(data / "index.html") | hrefs(data / "02-clauses.html")
    links = {link for link in links if not link.startswith("#")}
    assert {link.partition("#")[0] for link in links} >= {
        "00-binder.pdf",
        *(entry["file"] for entry in entries),
        *(file for entry in entries for file in entry["files"]),
    }
    for link in links:
        path, _, place = link.partition("#")
        assert (data / path).is_file(), link
        page = place.removeprefix("page=")
        assert page == place or 1 <= int(page) <= len(binder), link
    pages = {f"00-binder.pdf#page={entry['binder_page']}" for entry in entries}
    assert pages == {link for link in links if "#page=" in link}
    for entry in entries:
        assert squeezed(entry["title"]) in texts[entry["binder_page"] - 1], entry["id"]


def test_no_link_and_no_bookmark_of_any_file_leads_nowhere(made):
    count, dead = dead_links(made / "data")
    assert dead == []
    assert count > 3000
    for name in ("index.html", "02-clauses.docx", "02-clauses.pdf", "01-index.xlsx"):
        assert any(LEAVING[made.joinpath(name).suffix](made / "data" / name)), name


def test_the_index_leads_from_each_clause_to_the_page_of_its_best_document(made):
    data = made / "data"
    manifest = json.loads((data / "manifest.json").read_text("utf-8"))
    page = {entry["id"]: entry["binder_page"] for entry in manifest["documents"]}
    for code, heading in (("id", "Menurut klausul"), ("en", "By clause")):
        whole = (data / "index.html").read_text("utf-8")
        text = whole.partition(f'class="edition" lang="{code}">')[2].partition('class="edition"')[0]
        rows = re.findall(r"<tr>.*?</tr>", text.partition(f">{heading}</h2>")[2], re.S)
        (audit,) = [row for row in rows if ">9.2.2</a>" in row]
        assert audit.count(f'href="00-binder.pdf#page={page["AI-2019-1"]}"') == 2
        (kept,) = [row for row in rows if ">4.4.2</a>" in row]
        assert "SOP-13<" in kept
        (none,) = [row for row in rows if ">8.3.4<" in row]
        assert "<a " not in none


def test_the_bookmarks_of_the_binder_lead_to_each_document_by_kind_and_by_clause(made):
    data = made / "data"
    entries = json.loads((data / "manifest.json").read_text("utf-8"))["documents"]
    binder = pypdfium2.PdfDocument(data / "00-binder.pdf")
    marks = [(one.level, one.get_title(), one.get_dest().get_index()) for one in binder.get_toc()]
    pages = {f"{entry['id']} {entry['title']}": entry["binder_page"] - 1 for entry in entries}
    part = [n for n, mark in enumerate(marks) if mark[0] == 0]
    titles = ["Sampul", "Menurut dokumen", "Menurut klausul", "Salinan bertanda tangan"]
    assert [marks[n][1] for n in part] == titles
    by_document, by_clause = marks[part[1] : part[2]], marks[part[2] : part[3]]
    assert [title for level, title, _ in by_document if level == 2] == list(pages)
    for level, title, page in marks:
        assert level != 2 or pages[title] == page
    clause = {title.split()[0]: page for level, title, page in by_clause if level == 1}
    assert clause["9.2.2"] in pages.values()
    assert len(clause) == 65


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


@pytest.mark.long
def test_the_commit_is_that_of_the_folder_and_so_is_its_cleanliness(little, tmp_path):
    repo = little.parent
    git(repo, "init", "-q")
    git(repo, "add", "-A")
    git(repo, "commit", "-qm", "qms")
    mine = git(repo, "rev-parse", "HEAD").strip()
    (repo / "other.txt").write_text("elsewhere")
    git(repo, "add", "-A")
    git(repo, "commit", "-qm", "elsewhere")
    (repo / "dirty.txt").write_text("elsewhere")
    out = tmp_path / "out"
    assert smm("bundle", little, "-o", out).returncode == 0
    info = (out / "bag-info.txt").read_text()
    assert f"Source-Commit: {mine}" in info
    assert "Source-Clean: yes" in info
    (little / "README.md").write_text("changed")
    stopped = smm("bundle", little, "-o", tmp_path / "dirty")
    assert stopped.returncode == 1
    assert "--allow changes=" in stopped.stderr
    assert not (tmp_path / "dirty").exists()
    reason = "changes=Only the README has changed since"
    assert smm("bundle", little, "--allow", reason, "-o", tmp_path / "dirty").returncode == 0
    assert "Only the README" in (tmp_path / "dirty" / "data" / "manifest.json").read_text("utf-8")
    assert "Source-Clean: no" in (tmp_path / "dirty" / "bag-info.txt").read_text()


@pytest.mark.long
def test_without_git_it_is_made_and_says_so(little, tmp_path):
    done = smm("bundle", little, "-o", tmp_path / "out", PATH=str(tmp_path))
    assert done.returncode == 0
    assert "no git" in done.stdout
    assert "Source-Commit" not in (tmp_path / "out" / "bag-info.txt").read_text()


@pytest.mark.long
def test_none_or_several_submissions_are_named(little, tmp_path):
    (little / "b.yaml").write_text(SUBMISSION.replace("S-1", "S-B"), "utf-8")
    several = smm("bundle", little, "-o", tmp_path / "out")
    assert several.returncode == 2
    assert "S-1" in several.stderr
    assert "S-B" in several.stderr
    assert smm("bundle", little, "-o", tmp_path / "b", "--submission", "S-B").returncode == 0
    for file in (little / "sent.yaml", little / "b.yaml"):
        file.write_text(file.read_text("utf-8") + "sent: 2026-02-28\n", "utf-8")
    none = smm("bundle", little, "-o", tmp_path / "out")
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


def test_all_that_stops_it_is_told_in_one_run_and_counted_as_errors(little, tmp_path):
    draft = "kind: document\nid: D-1\ntitle: New\nversion: '1'\nclassification: open\n"
    asked = (
        SUBMISSION.replace("BIN-01", "BIN-01, D-1") + "leave_out: [{document: PPL-1, reason: ok}]\n"
    )
    lay(little, {"d.yaml": draft, "sent.yaml": asked})
    done = smm("bundle", little, "-o", tmp_path / "s.zip", "--lang", "en")
    assert (done.returncode, "error SMM827" in done.stdout) == (1, True)
    assert "warnings" not in done.stdout.replace("0 warnings", "")
    assert "D-1" in done.stderr
    assert "--allow draft=REASON" in done.stderr


@pytest.mark.long
def test_a_zip_opens_anywhere(made, little, tmp_path):
    out = tmp_path / "pengajuan.zip"
    assert smm("bundle", little, "-o", out).returncode == 0
    assert {name.split("/")[0] for name in zipfile.ZipFile(out).namelist()} == {"S-1"}
    assert smm("verify", out).returncode == 0
    names = [file.relative_to(made.parent).as_posix() for file in made.rglob("*")]
    assert all(name.isascii() and len(name) <= 100 for name in names)
    assert len({name.lower() for name in names}) == len(names) > 50


@pytest.mark.long
def test_a_proof_that_was_laid_over_another_one_stops_it(qms):
    minutes = qms / "bukti" / "notula-tinjauan-manajemen-2020.pdf"
    shutil.copyfile(minutes, minutes.with_name("notula-tinjauan-manajemen-2021.pdf"))
    done = smm("bundle", qms, "--check", "--lang", "en")
    assert done.returncode == 1
    assert "is byte for byte" in done.stdout


@pytest.mark.long
def test_the_dry_run_shows_how_complete_it_is(qms):
    draft = (
        "kind: document\nid: DOK-99\ntitle: Naskah baru\nversion: '1'\nclassification: terbuka\n"
    )
    (qms / "dokumen" / "baru.yaml").write_text(draft, "utf-8", newline="\n")
    before = sorted(qms.rglob("*"))
    done = smm("bundle", qms, "--check", "--format", "json")
    assert done.returncode == 1
    said = json.loads(done.stdout)
    assert [stop["allow"] for stop in said["stops"]] == ["draft"]
    assert {one["kind"] for one in said["a7"]} >= {"procedure", "swot"}
    assert all(one["sent"] for one in said["a7"])
    assert len(said["clauses"]) == 65
    assert sorted(qms.rglob("*")) == before


@pytest.mark.long
def test_what_stops_it_is_said_by_the_dry_run_and_by_the_bundle(little, tmp_path):
    draft = "kind: document\nid: D-1\ntitle: New\nversion: '1'\nclassification: open\n"
    lay(little, {"d.yaml": draft, "sent.yaml": SUBMISSION.replace("BIN-01", "BIN-01, D-1")})
    before = sorted(little.rglob("*"))
    done = smm("bundle", little, "--check")
    assert done.returncode == 1
    assert "D-1 New is not sent: state: draft." in " ".join(done.stdout.split())
    made = smm("bundle", little, "-o", tmp_path / "b.zip")
    assert made.returncode == 1
    assert "--allow draft=REASON" in made.stderr
    assert sorted(little.rglob("*")) == before
    assert list(tmp_path.glob("*.zip")) == []


@pytest.mark.parametrize(
    "more",
    [
        (),
        ("--check", "-o", "x.zip"),
        ("-o", "x.zip", "--format", "json"),
        ("-o", "x.zip", "--allow", "draft"),
        ("--check", "--allow", "all=because I say so"),
    ],
)
def test_what_is_asked_wrongly_is_refused(more):
    assert smm("bundle", EXAMPLE, *more).returncode == 2


def test_a_bundle_says_its_status_to_who_compares_agencies(made):
    done = smm("rollup", made, "--format", "json")
    assert done.returncode == 0, done.stderr
    row = json.loads(done.stdout)["agencies"][0]
    assert row["short_name"] == "BKD Nusa Lestari"
    assert json.loads((made / "data" / "status.json").read_text("utf-8"))["source"] == "AJU-2020"


@pytest.mark.long
@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is not there")
def test_the_letter_the_signature_and_the_parts_are_those_of_the_bundle(little, tmp_path):
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    (tmp_path / "allowed").write_text(f"bkd {(tmp_path / 'key.pub').read_text()}")
    out, letter = tmp_path / "b.zip", tmp_path / "surat.html"
    call = ("bundle", little, "-o", out)
    done = smm(*call, "--letter", letter, "--sign", key, "--parts", "64K")
    assert done.returncode == 0, done.stderr
    first = tmp_path / "b-parts" / "b.zip.001"
    signed = ("--allowed-signers", tmp_path / "allowed", "--signature", tmp_path / "b.zip.sig")
    said = json.loads(smm("verify", first, *signed, "--format", "json").stdout)
    assert (said["sound"], said["signature"]["by"]) == (True, "bkd")
    groups = re.findall(r"\b[0-9a-f]{16}\b", letter.read_text("utf-8"))
    assert "".join(groups) == said["identity"]
    refused = smm(*call[:2], "-o", tmp_path / "c.zip", "--letter", letter)
    assert refused.returncode == 2, "a letter is there already"
    assert not (tmp_path / "c.zip").exists()
    assert smm("bundle", little, "--check", "--sign", key).returncode == 2


def test_what_was_sent_is_not_made_again_without_a_word(tmp_path):
    done = smm("bundle", EXAMPLE, "--submission", "AJU-2020", "-o", tmp_path / "b.zip")
    assert done.returncode == 1
    assert "AJU-2020 was sent on 31 January 2020" in done.stderr
    assert "--allow sent=REASON" in done.stderr
    assert not (tmp_path / "b.zip").exists()


def test_with_nothing_to_send_the_dry_run_leaves_as_the_bundle_does(tmp_path):
    root = tmp_path / "qms"
    root.mkdir()
    (root / "qms.yaml").write_text(
        "kind: qms\nsmmkit: 2\nid: QMS-01\ntitle: SMM\nversion: '1'\nclassification: tetap\n"
        "organization: {name: Dinas Contoh, short_name: Dinas, head: Kepala}\n"
        "scope: {statement: Izin}\nunits: [{id: SEK, title: Sekretariat}]\n"
        "classes: [{id: tetap, title: Tetap di dalam}]\n"
    )
    (root / "aju.yaml").write_text(
        "kind: submission\nid: AJU-1\ntitle: Kiriman\ndate: 2026-01-05\nclassification: tetap\n"
        "recipient: PT Contoh\nstandard: iso9001-2015\nlanguage: id\n"
    )
    calls = ("--check",), ("-o", tmp_path / "b.zip")
    done = [smm("bundle", root, *call) for call in calls]
    assert [one.returncode for one in done] == [2, 2]
    assert done[0].stderr == done[1].stderr
    assert not (tmp_path / "b.zip").exists()
