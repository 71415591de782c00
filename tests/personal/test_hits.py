"""What is personal data, at its borders."""

import pytest

from smmkit.personal import Data, hits, masked, may_have, names_of, parts
from smmkit.personal.scan import PART

NAMES = names_of(["Dr. Ratna Cakrawala, S.H.", "Damar Segara", "Melati"])


def found(text: str, context: str = "") -> list[tuple[str, str]]:
    return [(str(h.kind), text[slice(*h.span)]) for h in hits(text, context, NAMES)]


@pytest.mark.parametrize(
    ("text", "kind", "shown"),
    [
        ("198506152010121002", "nip", "198506152010121002"),
        ("198801012023211001", "nip", "198801012023211001"),
        ("NIP. 19850312 201001 2 003", "nip", "19850312 201001 2 003"),
        ("NIP19850312201001 2 003Pembina", "nip", "19850312201001 2 003"),
        ("1 9 8 5 0 3 1 2 2 0 1 0 0 1 2 0 0 3", "nip", "1 9 8 5 0 3 1 2 2 0 1 0 0 1 2 0 0 3"),
        ("\uff11\uff19\uff18\uff15\uff10\uff13\uff11\uff122010012003", "nip", None),
        ("19850312\u00a0201001\u20092\u00a0003", "nip", None),
        ("19850312\n201001 2 003", "nip", None),
        ("NIP 131 234 567", "nip", "131 234 567"),
        ("5371016507900001", "nik", "5371016507900001"),
        ("5371 0165 0790 0001", "nik", None),
        ("NIK: 5371-01-650790-0001", "nik", "5371-01-650790-0001"),
        ("01.234.567.8-901.000", "npwp", "01.234.567.8-901.000"),
        ("NPWP 0012345678901000", "npwp", "0012345678901000"),
        ("0812-3456-7890", "phone", "0812-3456-7890"),
        ("+62 812 3456 7890", "phone", "+62 812 3456 7890"),
        ("rumah +62 380 821234", "phone", "+62 380 821234"),
        ("siti.rahma@gmail.com", "email", "siti.rahma@gmail.com"),
        ("siti.rahma@bkd.nttprov.go.id", "email", None),
        ("siti [at] gmail.com", "email", "siti [at] gmail.com"),
        ("rekening Bank NTT 01234567890123", "account", "01234567890123"),
        ("BRI 0012-01-012345-50-1", "account", "0012-01-012345-50-1"),
        ("lahir di Kupang, 12 Maret 1985", "birth", None),
        ("tanggal_lahir: 1985-03-12", "birth", "1985-03-12"),
        ("Paspor RI C4471829 berlaku s.d. 2029", "card", "C4471829"),
        ("No. kartu BPJS/JKN pasien 0002 2910 44713", "card", "0002 2910 44713"),
        ("SIM C pengemudi 1211-8506-000417", "card", "1211-8506-000417"),
        ("Nomor rekam medis 00-47-81-22", "card", "00-47-81-22"),
        (
            "Korban tinggal Lr. Nusa Bungtilu 8, RT 07/02 Oesapa",
            "home",
            "Lr. Nusa Bungtilu 8, RT 07/02",
        ),
        ("Alamat rumah: Jl. Amabi No. 45", "home", "Jl. Amabi No. 45"),
        ("Home address: Jalan Tuak Daun Merah III/22 RT 21 RW 07", "home", None),
        ("Pasien Ny. Kartini Lobo (45 th), diagnosis TB paru", "sensitive", None),
        ("Sdri. Elisabet Nomleni, agama Kristen", "sensitive", "Elisabet Nomleni, agama Kristen"),
        ("darurat: 0812-4610-XX77", "phone", "0812-4610-XX77"),  # a hundred tries
        ("NRP anggota polisi pengawal: 78050932", "nip", "78050932"),
        ("ultah bu kadis 7 Juni 1970", "birth", None),
        ("family card no 5371012909140021", "nik", "5371012909140021"),
        ("DH 1234 AB", "plate", "DH 1234 AB"),
        ("mobil B 1 RI", "plate", "B 1 RI"),
        ("oleh RATNA  CAKRAWALA,", "name", "RATNA  CAKRAWALA"),
        ("Sdr. Melati", "name", "Melati"),
    ],
)
def test_it_is_found(text: str, kind: str, shown: str | None) -> None:
    assert [k for k, _ in found(text)] == [kind]
    assert shown in {None, found(text)[0][1]}
    assert may_have(f"Kepada;{text};\nKupang\n", NAMES)  # asked of the whole before its parts


@pytest.mark.parametrize(
    "text",
    [
        "5371019913900001",  # no 59th day
        "198513152010121002",  # no 13th month
        "198506152010123003",  # the third sex
        "202001152020011001",  # appointed in the year of birth
        "19850615201012100",  # a digit less
        "ab19850312201001200312cdefabcdefabcdef00112233",  # a fingerprint
        "08-12-2020 10.30",
        "0.81234567890",
        "kode rekening 5.1.02.01.01.0024",
        "virtual account 3171234567890123456",
        "3 4 3 3 4 1 2 3 4 4 3 2 1 1 2 3",
        "hari lahir Pancasila 1 Juni 1945",
        "bkd@kotalestari.go.id dan info@contoh.go.id",
        "melati putih, Damar dan Segara",
        "Telp. (0380) 833010",
        "SOP 12 A, PK 2020 BKD, Pasal 4 B",
        "Rp1.234.567.890.123",
        "ISBN 978-602-8519-93-9",
        "BPJS Kesehatan membayar Rp 447.829.301",
        "iuran BPJS 2023 2024 2025 1.200.000",
        "Paspor tidak diperlukan; NIB 9120001447182",
        "Kantor: Jl. Raya El Tari II RT 01 RW 02, Kota Kupang",
        "Pengaspalan Jl. Amabi RT 03/RW 01",
        "RT 012/RW 004 Kelurahan Fatululi mendapat bantuan",
        "Kepala Dinas menderita kekurangan staf, Pelayanan Ibu Hamil",
        "Bapak Gubernur membuka pameran; pasien TB paru sembuh 87%",
        "Contoh pengisian: 08xx-xxxx-xxxx, ukuran 1200 x 800",
        "WhatsApp layanan 0811-3838-129",
        "Rekening kas daerah Bank NTT 001.01.02.000447-3",
        "born out of the audit of 12 March 2021",
        "ulang tahun kota 23 April 1986",
    ],
)
def test_it_is_none(text: str) -> None:
    assert found(text) == []


def test_a_heading_says_what_stands_below_it() -> None:
    assert found("1985-03-12") == []
    assert found("1985-03-12", "Tanggal Lahir") == [("birth", "1985-03-12")]
    assert found("01234567890", "No. Rekening") == [("account", "01234567890")]


def test_a_table_of_days_and_numbers_need_not_be_looked_at_cell_by_cell() -> None:
    assert not may_have("hari;nilai;hash\n\n2026-01-05;82,5;a1\n\n2026-02-05;83,1;b2", NAMES)
    assert found("2026-01-05", "rekening") == []


def test_none_stands_within_another_and_all_stand_in_order() -> None:
    text = "NIP 19850312 201001 2 003, NIK 5371015203850004, HP 081234567890, a.b@x.com"
    assert [kind for kind, _ in found(text)] == ["nip", "nik", "phone", "email"]


def test_a_mask_leaves_the_year_and_every_other_letter() -> None:
    text = "Ratna, NIP 19750101 200003 2 001 (nomor 123)"
    assert masked(text) == "Ratna, NIP 1975**** ****** * *** (nomor 123)"
    assert masked("5371015203850004") == "5371015203850004"


def test_every_sort_has_a_label() -> None:
    assert all(kind.label.text for kind in Data)


def test_a_crowd_of_numbers_is_looked_through_part_by_part_and_none_is_lost():
    text = "0812-3456-7890, " * 21_000
    assert len(text) > PART
    ends = [end for _, end in parts(text)]
    assert len(ends) > 2
    assert ends[-1] == len(text)
    assert sum(len(hits(text[start:end])) for start, end in parts(text)) == 21_000
    assert [*parts("0812-3456-7890\n" * 1_000)] == [(0, 15_000)]


@pytest.mark.parametrize(
    "text",
    [
        "how: Petugas selalu meminta tanggal lahir\nclosed: 2026-11-13\n",
        "how: Petugas selalu meminta tanggal lahir.\nevidence:\n- bukti/uji.pdf\nclosed: 2026-11-13\n",
        "- {what: Mencocokkan nama dan tanggal lahir, owner: JANG, due: 2026-08-21}\n",
    ],
)
def test_a_day_in_another_field_is_no_day_of_birth(text):
    assert found(text) == []
    assert found("tanggal lahir: 2001-08-21\nclosed: 2026-11-13\n") == [("birth", "2001-08-21")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ratna Cakrawala: koordinator program TBC", "name"),
        ("Petugas: Ratna Cakrawala (tim hukuman disiplin)", "name"),
        ("Ratna Cakrawala sedang hamil", "sensitive"),
        ("Ratna Cakrawala dijatuhi hukuman disiplin", "sensitive"),
        ("Ratna Cakrawala, gaji Rp 4.250.000", "sensitive"),
    ],
)
def test_who_deals_with_a_matter_is_not_told_to_have_it(text: str, kind: str) -> None:
    assert [k for k, _ in found(text)] == [kind]
