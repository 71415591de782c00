"""A paper that is meant to prove something and shows nothing."""

import pytest

from smmkit.analyses.leaving.hollow import why_hollow
from smmkit.office.pieces import Piece, pieces
from smmkit.standards.vocabulary import pattern_of, shipped_vocabulary

LATER = pattern_of(shipped_vocabulary().puts_off)


def why(name: str, text: str) -> str:
    found = why_hollow(pieces(name, text.encode()).found, LATER)
    return found.text if found else ""


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.txt", " \n", "nothing stands in it that can be read"),
        ("a.csv", "Nama,Unit,Tanda tangan\n", "only headings stand in it, and nothing below them"),
        (
            "a.csv",
            "Daftar hadir\nNama,Unit\n1\n2\n",
            "only headings stand in it, and nothing below",
        ),
        ("a.csv", "Daftar hadir\n", "only headings stand in it, and nothing below them"),
        ("a.txt", "NOTULA\nTanggal: ......\nHasil:\n", "only headings stand in it, and nothing"),
        ("a.txt", "Notula rapat\nTanggal: [isi tanggal]\nHasil: baik", "a template left {text}"),
        ("a.txt", "Notula rapat\nTODO: lengkapi hasil rapat", "a template left {text} in it"),
        ("a.txt", "Menyusul", "nothing but this stands in it: {text}"),
        ("a.txt", "Notula akan menyusul", "nothing but this stands in it: {text}"),
        ("a.txt", "Hasil: xxx\nBaik", "a template left {text} in it"),
        (
            "a.csv",
            "Daftar hadir\nRapat\nUnit\n",
            "only headings stand in it, and nothing below them",
        ),
        ("a.txt", "Notula\nRapat\nBagian\nHasil:\n", "only headings stand in it, and nothing"),
        ("a.txt", f"Notula\n{'T' * 60}:\n", "only headings stand in it, and nothing"),
        ("a.txt", "Survei\nSetuju: [ ]\nTidak: [ ]\n", "only headings stand in it, and nothing"),
    ],
)
def test_what_shows_nothing_is_told(name, text, said):
    assert why(name, text).startswith(said)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "Nama,Unit\nRatna,SEK\n"),
        ("a.csv", "no,x,[]\n1,x,x\n"),
        ("a.csv", "invited,attended\n17,16\n"),
        ("a.csv", "right,people\n6,11\n5,4\n"),
        ("a.txt", "Notula rapat 3 Maret\nHasil: disepakati.\nKepala,\n(............)\nNIP:"),
        ("a.txt", "Formulir\nNama: Ratna\nDiisi oleh lembaga sertifikasi\nNomor: 3"),
        ("a.txt", "Nomor 12/2021"),
        ("a.txt", "Notula rapat akan menyusul"),
        ("a.txt", "Notula\nHasil: baik\nCatatan:\n"),
        ("a.txt", "Hasil: xx\nBaik"),
        ("a.txt", "Survei\nSetuju: [x]\nTidak: [ ]\n"),
        ("a.csv", "Daftar hadir\nRapat\nUnit\nNama\n"),
        ("a.txt", "Notula\nRapat\nBagian\nUnit\nHasil:\n"),
        ("a.txt", f"Notula\n{'T' * 61}:\n"),
        ("a.txt", "x"),
    ],
)
def test_what_shows_something_is_no_alarm(name, text):
    assert why(name, text) == ""


def test_a_form_that_nobody_filled_in_is_no_proof_but_may_go_along():
    form = [Piece(("text",), "Formulir\nNama:\n")]
    assert why_hollow(form, None) is None
