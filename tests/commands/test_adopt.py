"""smm adopt: what an agency has already is registered as it is, or nothing is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from papers import QMS, pdf, sheet, word

from faults import fails_at
from folders import contents, lay
from running import smm, smm_at_terminal
from smmkit.yaml_text.reading import read

SOP = word(
    "Ditetapkan di Contoh, pada tanggal 06 April 2020",
    table=[["Nomor SOP", "800/01/BC"], ["Nama SOP", 'Mutasi: "masuk" pegawai']],
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.fixture
def qms(tmp_path: Path) -> Path:
    return lay(tmp_path / "qms", QMS)


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    return lay(
        tmp_path / "papers",
        {
            "SOP/SOP-BC-01 Apa saja Rev. 02.docx": SOP,
            "scan0001.pdf": pdf(
                "KEPUTUSAN KEPALA BADAN", "Nomor : 12/KEP/2019", "Contoh, 6 Mei 2019"
            ),
            "01. Renstra 2019-2023_final (2).pdf": pdf("RENCANA STRATEGIS", title="Judul lama"),
            "Daftar Risiko v2.1 20200406.xlsx": sheet([["DAFTAR RISIKO"]]),
            "UU No 5 Tahun 2014.doc": OLE + b"old",
        },
    )


def documents(qms: Path) -> dict[str, dict[str, object]]:
    """What was registered, by title."""
    files = sorted((qms / "dokumen").glob("*.yaml"))
    found = [read(file.name, file.read_text("utf-8")) for file in files]
    return {str(document["title"]): document for document in found}


def flaws(qms: Path) -> int:
    """The errors of a folder, but for papers that were broken when they came (SMM208)."""
    said = json.loads(smm("validate", qms, "-f", "json").stdout)["diagnostics"]
    return sum(d["severity"] == "error" and d["code"] != "SMM208" for d in said)


def test_what_is_guessed_comes_from_name_properties_and_text(qms, papers):
    before = contents(papers)
    done = smm("adopt", papers, qms, "--yes", "--owner", "SEK", "--class", "terbuka")
    assert done.returncode == 0, done.stderr
    found = documents(qms)
    sop = found['Mutasi: "masuk" pegawai']  # the text goes before the name
    assert (sop["number"], sop["version"], sop["issued"]) == ("SOP-BC-01", "02", "2020-04-06")
    assert (sop["owner"], sop["classification"]) == ("SEK", "terbuka")
    assert (sop["document_type"], sop["origin"]) == ("SOP", "internal")
    decree = found["KEPUTUSAN KEPALA BADAN"]  # the name says nothing
    assert (decree["number"], decree["issued"], decree["version"]) == (
        "12/KEP/2019",
        "2019-05-06",
        "1",
    )
    assert found["Renstra 2019-2023"]["document_type"] == "Renstra"
    risks = found["Daftar Risiko"]
    assert (risks["version"], risks["issued"]) == ("2.1", "2020-04-06")
    assert found["UU No 5 Tahun 2014"]["origin"] == "external"
    assert "(text)" in done.stdout
    assert "(name)" in done.stdout
    assert contents(papers) == before


def test_bytes_are_kept_and_belong_to_the_text_that_is_approved(qms, papers):
    smm("adopt", papers, qms, "--yes")
    sop = documents(qms)['Mutasi: "masuk" pegawai']
    assert sop["attached"] == [sop["file"]]
    assert (qms / "dokumen" / str(sop["file"])).read_bytes() == SOP
    assert flaws(qms) == 0


def test_nothing_is_written_without_a_yes(qms, papers):
    before = contents(qms)
    done = smm("adopt", papers, qms)
    assert done.returncode == 0
    assert "--yes" in done.stdout
    assert "DOK-01" in done.stdout
    assert contents(qms) == before


@pytest.mark.parametrize(("answer", "is_written"), [("ya\n", True), ("mungkin\nt\n", False)])
def test_a_person_is_asked_at_the_terminal(qms, papers, answer, is_written):
    before = contents(qms)
    assert smm_at_terminal("adopt", papers, qms, typed=answer, SMM_LANG="id")[0] == 0
    assert (contents(qms) != before) is is_written


def test_the_same_bytes_are_not_registered_twice(qms, papers):
    smm("adopt", papers, qms, "--yes")
    before = contents(qms)
    done = smm("adopt", papers, qms, "--yes")
    assert done.returncode == 0
    assert contents(qms) == before
    (papers / "SOP" / "other name.docx").write_bytes(SOP)
    assert smm("adopt", papers, qms, "--yes").returncode == 0
    assert contents(qms) == before


def test_a_file_that_lies_in_the_folder_is_referred_to_where_it_is(qms):
    lay(qms, {"arsip/manual.pdf": pdf("Manual mutu Badan Contoh"), "issued/x/1/a.pdf": b"%PDF"})
    smm("adopt", qms, qms, "--yes")
    (document,) = documents(qms).values()
    assert document["file"] == "../arsip/manual.pdf"
    assert not list((qms / "dokumen").rglob("*.pdf"))
    assert flaws(qms) == 0


def test_a_copy_of_what_lies_in_the_folder_is_referred_to_as_well(qms, tmp_path):
    data = pdf("Manual mutu Badan Contoh")
    lay(qms, {"arsip/manual.pdf": data})
    smm("adopt", lay(tmp_path / "x", {"lain.pdf": data}), qms, "--yes")
    (document,) = documents(qms).values()
    assert document["file"] == "../arsip/manual.pdf"


def test_odd_files_are_told_by_name_and_never_break_it(qms, tmp_path):
    odd = lay(
        tmp_path / "odd",
        {
            "kosong.docx": b"",
            "rusak.docx": b"PK\x03\x04 no archive",
            "rusak.pdf": b"%PDF-1.7 no more",
            "rusak.xlsx": SOP,  # a Word file under another name
            "sandi.docx": OLE + "EncryptedPackage".encode("utf-16-le"),
            "foto.jpg": b"\xff\xd8",
            "kembar.jpg": b"\xff\xd8",
            "catatan.txt": b"x",
            "CON.jpg": b"\xff\xd8 con",
            "aneh: ya? (isi) #1.doc": b"abc",
        },
    )
    (odd / "tautan.pdf").symlink_to("/etc/passwd")
    done = smm("adopt", odd, qms, "--yes")
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    left = ("kosong.docx", "tautan.pdf", "catatan.txt", "kembar.jpg")
    for name in (*left, "rusak.docx", "rusak.pdf", "rusak.xlsx"):
        assert name in done.stdout.partition("Left out")[2]
    assert "a password protects it" in done.stdout
    assert flaws(qms) == 0
    checked = smm("validate", qms).stdout
    for name in ("sandi.docx", "foto.jpg"):
        assert f"/{name} " in checked.replace("\n", " ")
    kept = {path.name for path in (qms / "dokumen").rglob("*.*") if path.is_file()}
    assert "_CON.jpg" in kept
    assert not [name for name in kept if set(name) & set('<>:"|?*')]


def test_same_titles_get_ids_of_their_own_and_are_told(qms, tmp_path):
    two = lay(tmp_path / "two", {"a/Manual Mutu.doc": b"1", "b/Manual Mutu.doc": b"2"})
    done = smm("adopt", two, qms, "--yes")
    assert "has the same title as DOK-01" in done.stdout
    assert (qms / "dokumen/DOK-02.yaml").is_file()


def test_a_day_that_is_still_to_come_is_not_taken(qms, tmp_path):
    papers = {"Surat tugas 2021-01-01.doc": b"1", "Surat cuti 2020-12-31.doc": b"2"}
    smm("adopt", lay(tmp_path / "x", papers), qms, "--yes")
    issued = {title: d.get("issued") for title, d in documents(qms).items()}
    assert set(issued.values()) == {None, "2020-12-31"}


LIST = [
    ["DAFTAR INDUK DOKUMEN"],
    [],
    ["No", "Kode Dok.", "Nama Dokumen", "Revisi", "Tgl. Berlaku", "Bidang", "Berkas"],
    ["A", "PROSEDUR"],
    [1, "SOP-01", "Kenaikan Pangkat", "Rev. 02", "6/4/2020", "Sekretariat", "ada.docx"],
    [2, "SOP-02", "Mutasi", 1, "6 Mei 2040", "Bidang Antah", ""],
    [3, "SOP-03", "Cuti", 0, "", "MUT", "tiada.docx"],
    [4, "SOP-02", "Mutasi", 1, "", "", ""],
]


def test_a_list_of_documents_is_registered_row_by_row(qms, tmp_path):
    lay(tmp_path, {"induk.xlsx": sheet(LIST), "ada.docx": SOP})
    done = smm("adopt", tmp_path / "induk.xlsx", qms, "--yes")
    assert done.returncode == 0, done.stderr
    found = documents(qms)
    assert list(found) == ["Kenaikan Pangkat", "Mutasi", "Cuti"]
    first, second, third = found.values()
    assert (first["number"], first["version"], first["issued"]) == ("SOP-01", "02", "2020-04-06")
    assert first["owner"] == "SEK"
    assert (qms / "dokumen" / str(first["file"])).read_bytes() == SOP
    assert "file" not in second
    assert "issued" not in second
    assert "owner" not in second  # the first unit is not taken in silence
    assert third["owner"] == "MUT"
    for told in ("6 Mei 2040", "Bidang Antah", "tiada.docx", "names no file", "Lembar, cell C8"):
        assert told in done.stdout
    before = contents(qms)
    smm("adopt", tmp_path / "induk.xlsx", qms, "--yes")
    assert contents(qms) == before
    assert flaws(qms) == 0


def test_a_list_may_be_csv_as_excel_writes_it_here(qms, tmp_path):
    text = "Nomor;Judul;Versi;Tanggal Terbit\r\n01/A;Pedoman arsip;1;2020-01-02\r\n"
    smm("adopt", lay(tmp_path, {"induk.csv": text}) / "induk.csv", qms, "--yes")
    (document,) = documents(qms).values()
    assert (document["number"], document["issued"]) == ("01/A", "2020-01-02")
    assert document["document_type"] == "Pedoman"


def test_it_is_all_or_nothing(qms, papers, monkeypatch):
    from smmkit.cli import run

    before = contents(qms)
    calls = fails_at(monkeypatch, ("link",), 5, OSError(28, "No space left on device"))
    assert run(["adopt", str(papers), str(qms), "--yes"]) == 2
    assert len(calls) == 6
    assert contents(qms) == before
    assert not (qms / "dokumen").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere", "{q}"), "nowhere"),
        (("{p}", "{p}"), "smm init"),
        (("{p}", "{q}", "--owner", "XYZ"), "SEK (Sekretariat), MUT"),
        (("{p}", "{q}", "--class", "XYZ"), "terbuka"),
        (("{q}/qms.yaml", "{q}"), "neither a document nor a list"),
    ],
)
def test_misuse_is_told(qms, papers, arguments, said):
    done = smm("adopt", *(a.format(q=qms, p=papers) for a in arguments), "--yes")
    assert done.returncode == 2
    assert said in done.stderr


def test_a_qms_inside_the_folder_is_not_taken_for_papers(qms, papers):
    lay(qms, {"bukti/foto.jpg": b"\xff\xd8 evidence"})
    smm("adopt", qms.parent, qms, "--yes")
    assert "Foto" not in documents(qms)
    assert len(documents(qms)) == 5


def test_a_registration_says_its_schema_where_the_folder_has_it(qms, papers):
    assert smm("schema", qms, "--yes").returncode == 0
    assert smm("adopt", papers, qms, "--yes").returncode == 0
    firsts = {file.read_text("utf-8").partition("\n")[0] for file in qms.glob("dokumen/*.yaml")}
    assert firsts == {"# yaml-language-server: $schema=../.smm/schemas/document.json"}
    assert flaws(qms) == 0


def test_the_head_of_a_decree_and_a_form_number_are_read_and_of_two_the_copy_is_left_out(tmp_path):
    root = lay(tmp_path / "qms", QMS)
    head = ("PERATURAN MENTERI CONTOH", "NOMOR 41 TAHUN 2015", "TENTANG", "LABORATORIUM CONTOH")
    head += ("DENGAN RAHMAT TUHAN YANG MAHA ESA", "MENTERI CONTOH,")
    guide = word("PEDOMAN PELAYANAN", "Nomor: 445/01/PED/2019", "Ditetapkan 2 Januari 2019")
    papers = {
        "PMC 41 (1).docx": word(*head),
        "SK.pdf": b"no pdf",
        "F-LAB-03 Permintaan.docx": guide,
    }
    papers["PMC 41.docx"] = papers["PMC 41 (1).docx"]
    done = smm("adopt", lay(tmp_path / "papers", papers), root, "--yes", "--lang", "en")
    said = " ".join(done.stdout.split())
    assert "PMC 41 (1).docx has the same bytes as PMC 41.docx" in said
    assert "SK.pdf it is damaged, or no file of this sort" in said
    assert "2 documents are registered. Their files that were copied here: 2." in said
    texts = [path.read_text("utf-8") for path in sorted((root / "dokumen").glob("*.yaml"))]
    assert "number: F-LAB-03" in texts[0]
    assert "issued: 2019-01-02" in texts[0]
    assert "title: Peraturan Menteri Contoh tentang Laboratorium Contoh" in texts[1]
    assert 'number: "41 Tahun 2015"' in texts[1]
