"""Names, days, numbers as people write them by hand, and what an office writes that looks like them."""

import pytest

from smmkit.personal import hits, may_have, names_of

NAMES = names_of(
    [
        "Dr. Ir. Maria Goreti Lende, S.Kom., M.Si.",
        "Yohanes Kapitan S.H.",
        "Muhammad Rizal Wibowo",
        "Siti Nurhaliza binti Ahmad",
        "I Gusti Ngurah Bagus",
        "A. Rahman Hakim",
        "Yuliana P. Tefa",
        "Suharto",
        "Markus O'Brien Nalle",
        "dr. Clara Angelina An",
        "Hj. Fatimah Az-Zahra Daeng Rannu",
    ]
)


def kinds(text: str, context: str = "") -> list[str]:
    return [hit.kind.value for hit in hits(text, context, NAMES)]


@pytest.mark.parametrize(
    "text",
    [
        "Lende, Maria Goreti",
        "LENDE MARIA GORETI",
        "Maria G. Lende",
        "Maria Lende",
        "M. Goreti Lende",
        "M.G. Lende",
        "Kapitan Yohanes",
        "Y. Kapitan",
        "M. Rizal Wibowo",
        "Muh. Rizal Wibowo",
        "Siti Nurhaliza",
        "Gusti Ngurah Bagus",
        "Rahman Hakim",
        "Yuliana Tefa",
        "Suharto, S.H.",
        "Markus O’Brien Nalle",
        "Mar\u200bkus O'Brien Nalle",
        "María Goreti Lende",
        "St. Nurhaliza binti Ahmad",
        "Sdri. Maria Goreti",
        "**Maria** Goreti Lende",
        "Maria_Goreti_Lende",
        "Lende, M.",
        "Lende, M. dan Tefa",
        "M a r i a G o r e t i L e n d e",
        "K A P I T A N",
        "ijazah MariaGoretiLende.pdf",
        "marialende.jpg",
        "Maria Goreti L.",
        "Hj. Siti Nurhaliza",
        "Dr. Maria Goreti",
        "Clara An",
        "maria.lende",
        "Pak Yohanes",
        "Ibu Goreti",
        "Bapak Yohanes K.",
        "Bpk. Kapitan",
        "Moh Rizal Wibowo",
        "Mohammad Rizal W.",
        "Rizal Wibowo",  # who is called Muhammad is mostly called by what follows
        "I Gusti Ngurah",
        "Pak Ngurah Bagus",
        "Yohan. Kapitan",
        "Fatimah Azzahra Rannu",
        "Fatimah Az Zahra",
        "YOHANES KAP1TAN",
        "Mar1a G0reti Lende",
        "Yohanes Kapitan's",
        "Suharto S.H.",
        "a.n. Suharto",
        "Bpk. Yohanes K.",
        "Lende Maria Go-\nreti",
        "Kak Yohanes",
    ],
)
def test_a_name_is_known_again_turned_round_shortened_or_adorned(text: str) -> None:
    assert kinds(f"Hadir: {text} dari kantor") == ["name"]


def test_a_name_of_one_word_is_one_below_its_heading() -> None:
    assert kinds("Suharto", "Nama") == ["name"]
    assert kinds("Suharto", "Jalan") == []


@pytest.mark.parametrize(
    "text",
    [
        "kapitan yohanes",  # turned round it has to look like a name
        "Jalan Suharto",
        "Lende M.",
        "lende, m.",
        "Kapitan, Y",
        "Lende, M.Pd",
        "L e n d",
        "R e k a p i t a n",
        "Goreti dan Maria, Lende",
        "Bagus, Gusti",
        "P. Kapitan",
        "SMK Maria Goreti",
        "Masjid Fatimah Az-Zahra",
        "Bandara I Gusti Ngurah Rai",
        "Bapak Yohanes Nggame",
        "bapak lende",
    ],
)
def test_what_shares_words_with_a_name_is_none(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    "day",
    [
        "12/04/72",
        "dua belas April seribu sembilan ratus tujuh puluh dua",
        "tanggal 12 bulan April tahun 1972",
        "April 12, 1972",
        "12th April 1972",
        "12-IV-1972",
        "12041972",
        "1972/4/12",
        "12 April '72",
        "pada hari Selasa tanggal dua belas bulan April tahun seribu sembilan ratus tujuh puluh dua",
        "di Rumah Sakit Umum Daerah Prof. Dr. W. Z. Johannes Kupang, 12 April 1972",
    ],
)
def test_a_day_of_birth_is_found_however_it_is_written(day: str) -> None:
    assert kinds(f"pemohon lahir {day}.") == ["birth"]


def test_days_of_birth_below_a_heading_are_found_in_the_text_of_a_page() -> None:
    page = (
        "No Nama Tgl Lahir TMT\r\n1 Ani 12-04-1972 01-03-1998\r\n2 Budi 1 Mei 1980 01-03-2001\r\n"
    )
    assert [page[slice(*hit.span)] for hit in hits(page)] == ["12-04-1972", "1 Mei 1980"]
    prose = "Persyaratan: nama, tanggal lahir dan\nalamat. Berlaku sejak\n12 April 2020 sampai\n2 Mei 2025\n"
    assert kinds(prose) == []


def test_the_headings_of_a_table_in_markdown_are_read() -> None:
    table = "| Nama | Lahir | No HP | Rekening |\n|---|---|:-:|---|\n"
    table += "| Suharto | 12-04-1972 | 81234567890 | 0012345678 |\n"
    assert kinds(table) == ["name", "birth", "phone", "account"]
    assert kinds(table.replace("Lahir", "Mulai").replace("No HP", "Berkas")) == ["name", "account"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("No HP 81234567890", "phone"),
        ("62-812-3456-7890", "phone"),
        ("+62 (0)812 3456 7890", "phone"),
        ("Telepon rumah (0380) 821234", "phone"),
        ("HP: +60123456789", "phone"),
        ("maria [at] gmail [dot] com", "email"),
        ("maria at gmail dot com", "email"),
        ("maria @ gmail.com", "email"),
        ("mailto:maria%40gmail.com", "email"),
        ("maria&#64;gmail.com", "email"),
        ("Bank NTT Cabang Utama Kupang dengan nomor 0012345678", "account"),
        ("transfer ke 1234567890 (BCA)", "account"),
        ("Rekening: 24.01.01.2345.678", "account"),
        ("OCBC 123456789012", "account"),
        ("nopol dh 1234 ab", "plate"),
        ("mobil DH-1234-AB", "plate"),
        ("No. Pol. DH 1234", "plate"),
        ("NRP 78051234", "nip"),
        ("NPWP 92542943407000", "npwp"),
        ("NIP 1985 0312 2010 0120 03", "nip"),
        ("kendaraan dinas dh 1234 ab", "plate"),
        ("maria[@]gmail[.]com", "email"),
        ("maria@gmail , com", "email"),
        ("D.O.B. 12/05/1978", "birth"),
        ("dilahirkan di Kupang pada tanggal 12 Mei 1978", "birth"),
        ("ulang tahunnya 12 Mei 1978", "birth"),
        ("T/TL: Kupang, 12 Mei 1978", "birth"),
        ("ultah 12 Mei 1978", "birth"),
        ("birthday: 12 May 1978", "birth"),
        ("birthdate 1978-05-12", "birth"),
        ("Tgl. Lhr: 12-05-1978", "birth"),
        ("bank bjb 0012345678901", "account"),
        ("1. 081234567890", "phone"),
        ("HP-nya 812 3456 7890", "phone"),
        ("0812\u00b73456\u00b77890", "phone"),
        ("nomor rekeningnya 012301012345507", "account"),
        ("maria(a)gmail.com", "email"),
        ("maria <at> gmail <dot> com", "email"),
        ("maria_at_gmail_dot_com", "email"),
        ("maria@gmail com", "email"),
        ("dinasartika@gmail.com", "email"),  # Dina Sartika, and no Dinas
        ("kuat.rahman@gmail.com", "email"),
        ("maria&#x40;gmail.com", "email"),
        ("lahir 12Mei1978", "birth"),
        ("No. Polisi DH.1234.AB", "plate"),
        ("NRP 11050012340578", "nip"),
        ("NIK 3201234567890001", "nik"),  # no such day, but said to be one
        ("NIP 197813122005012003", "nip"),
        ("NIP 1978\u200b1212\u00ad2005\u200d012003", "nip"),
        ("NIK: 3|2|7|3|0|1|4|5|0|8|8|5|0|0|0|3", "nik"),
        ("HP 0813 3921\n7745", "phone"),
        ("maria@\ngmail.com", "email"),
        ("maria@bkd.jabar-\n  prov.go.id", "email"),
        ("Bank NTT Cab. Kupang / 01002030405060", "account"),
        ("Kode Bank: 014, No. Rek 4371234567", "account"),
        ("Tempat & Tanggal Lahir Bandung, 5 Agust 1985", "birth"),
        ("tanggal lahirnya 5 Agustus 1985", "birth"),
        ("5 Agustus 1985 (tanggal lahir)", "birth"),
        ("BDAY:19850805", "birth"),
        ("BCA a.n. pemohon 3141234567", "account"),
        ("STNK atas nama itu, AB-3344-QW", "plate"),
        ("NIP 19780512 200501 l 003", "nip"),  # read from a picture
        ("1978051220050l1OO3 (NIP)", "nip"),
        ("HP 0813-3922-I745", "phone"),
        ("No. Karpeg: P 123456", "nip"),
        ("maria [ at ] gmail [ dot ] com", "email"),
        ("maria -at- gmail.com", "email"),
        ("surel maria di gmail titik com", "email"),
        ("bkd.goreti@gmail.com", "email"),  # of a person of the register, whatever stands before
        ("maria.lende-AT-gmail-DOT-com", "email"),
        ("telepon rumah pegawai (0389) 21345", "phone"),
        ("parkir_DH_2207_BN.jpg", "plate"),
        ("tabungan nomor 7123456789", "account"),
        ("A/C 7123456789", "account"),
        ("rekening koran nomor 7123456789", "account"),
        ("dateOfBirth: 1978-05-12", "birth"),
        ("foto_DH1123KB.jpg", "plate"),
        ("kendaraan roda dua DH.1123.KB", "plate"),
        ("NITKU 0123456789012345000000", "npwp"),
        ("tel:0813/4738052", "phone"),
        ("mobile 00 62 813 51862815", "phone"),
        ("rekeningku 1842387754", "account"),
        ("DOB: 10/23/1979", "birth"),
        ("surel: maria @gmail.com", "email"),
        ("tanggal lahir ditulis 12 Mei 1978", "birth"),
        ("pelanggan;081234567890;puas", "phone"),
        ("responden 14,081234567890,puas", "phone"),
        ("dihubungi di nomor 0 8 1 2 3 4 5 6 7 8 9", "phone"),
        ("truk bernomor DK 9793 A", "plate"),
        ("NPWP 01.234.567.8-901.000", "npwp"),
        ("08I337712345", "phone"),
        ("0813 377I 2345", "phone"),
        ("08S2 3900 1122", "phone"),
        ("327301410888O004", "nik"),
        ("5 3 0 4 1 2 4 5 0 7 8 9 0 0 0 3", "nik"),
        ("3171234567890001 (KTP)", "nik"),
        ("09.254.294.3-\n407.000", "npwp"),
        ("0471 2345 6782 2000 (NPWP)", "npwp"),
        ("maria@gmail..com", "email"),
        ("surel: maria@gmail", "email"),
        ("4561234567 / BCA", "account"),
        ("lahir 12-O4-1968", "birth"),
        ("ulang tahun beliau 12 April 1968", "birth"),
        ("roda dua DH 2345 TB", "plate"),
        ("stnk-DH1234AB.jpeg", "plate"),
        ("B 1 RI (plat pejabat)", "plate"),
        ("Kartu Tanda Penduduk No. 5304 0919\n0801 0004", "nik"),
        ("N.I.K. 310703 641096\n0003", "nik"),
        ("NIP lama 640\n137 884", "nip"),
        ("nip 1979020S-200309-2-003", "nip"),
        ("NIP 19820312200604|1007", "nip"),
        ("kk npwp sy yg baru 0722069689922000", "npwp"),
        ("A1;05-2023;889127139924000;21-100-01", "npwp"),
        ("dikirim ke 001 02 02 323533 4 (Bank NTT)", "account"),
        ("dikirim ke 4620-01-673277-30-8 (Bank BRI)", "account"),
        ("Bank NTT unit Kupang / 016-02-02-140580-3 / 48.675.000,00", "account"),
        ("bukti_tf_462001425997307_1405.png", "account"),
        ("rekening tabungan pribadi 0909134237", "account"),
        ("bu guru di 0822/385/48954", "phone"),
        ("kabar kepada Ibu di 62 821 6638-\n101", "phone"),
        ("hub. +62 (0)851 3878 \n198", "phone"),
        ("https://wa.me/6281339217745", "phone"),
        ("Tempat, tanggal lahir : Ruteng,\u00a012\nJuni 1977", "birth"),
        ("umur 55 thn lahir 22-Sep-96", "birth"),
        ("umur 38 th (12-03-1982)", "birth"),
        ("lahir tgl 12 bln 3 thn 1982", "birth"),
        ("Katolik\tL\tMAUMERE, 14-Jan-67\tXI IPA 4", "birth"),
        ("A, P, 12-03-1982, Islam", "birth"),
        ("No. Pol. : ED-2455-NA", "plate"),
        ("mobil yg parkir di depan igd ed-9227-bh tolong digeser", "plate"),
        ("ambulans l7800a", "plate"),
        ("081 339 217 745", "phone"),
        ("0813~3921~7745", "phone"),
        ("08133921 7745", "phone"),
        ("NIP 1982.0312.2006.0410.07", "nip"),
        ("Peg. ID 198203122006041007", "nip"),
        ("(0813) 39217745", "phone"),
        ("nomor bapak Anton 0813-3921-7745", "phone"),
        ("dibayarkan melalui BSI nomor 7123456789", "account"),
        ("saldo BCA 3141234567 milik pegawai", "account"),
        ("No Pokok Wajib Pajak 71.234.567.8.925.000", "npwp"),
        ("INSERT INTO warga VALUES ('5371015203820002','x');", "nik"),
        ("TTL : KUPANG,12MARET1982", "birth"),
        ("Toyota Hilux (DH 8123 AX)", "plate"),
        ("| DH.6530.K | Pickup | 2022 | servis rutin |", "plate"),
        ("a motorcycle, registration EB  4087  A, at the rear gate", "plate"),
        ("drove the pool car (B-4269-K) to Ende", "plate"),
        ("plate: DH9873K", "plate"),
        ("Vehicle reg. no. : DK-2990-KD", "plate"),
        ("Mobil operasional DH\n3586\nNA tercatat rusak", "plate"),
        ("cell 62 812 5257 \n4551", "phone"),
        ("WA 0823 8240 SO7", "phone"),
        ("before Friday, 62.83B.389.O4842", "phone"),
        ("NPWP : 67.135.514.S-921.000", "npwp"),
        ("No. rek Bank BSI : 78S3 292 B27", "account"),
        ("rekening guru honorer: Bank BNI 0895 973 956", "account"),
        ("Tmpt, tgl. lahlr : Kefamenanu, 02\n. 04 . 2001", "birth"),
        ("can be reached on 0380 881 245 at home", "phone"),
        ("no telp rmh bendahara desa 0389 22417", "phone"),
        ("hp: 81 2345 67890", "phone"),
        ('"id_number":"5315020711990003"', "nik"),
        ("A/C No.: 034-01-00456-78-9 with BNI", "account"),
        ("lahirnya 17-8-1970 kan?", "birth"),
        ("B-day of our driver: May 6, 1977", "birth"),
        ("tggl lahir 08 Agst 1990", "birth"),
        ("gojeknya dh 6612 hk warna hitam", "plate"),
        ("nomor STR 6114635110203830", "card"),
        ("NIDN 0845660533", "card"),
        ("No. Polis Asuransi 0812345678", "card"),
        ("Hino dump truck - DH 8003 A - KIR expired", "plate"),
    ],
)
def test_a_number_is_found_however_it_is_written(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Direct line of the lead auditor, {}: (0380) 364998",
        "Ask {} on extension 837 ((0361) 792552 ext. 190)",
        "{}, 0380/858798 ext. 46",
        "Sambungan langsung {}: (0380) 364998",
    ],
)
def test_the_line_of_an_office_is_somebodys_where_it_is_said_to_be_the_own_one(text: str) -> None:
    assert "phone" in kinds(text.format("Maria Lende"))
    assert kinds(text.format("Bagian Umum")) == []


def test_a_plate_below_its_heading_is_written_in_any_way() -> None:
    assert kinds("dh 1123 kb", "No Polisi") == ["plate"]
    assert kinds("dh 1123 kb", "Ruang") == []
    assert kinds("5.1.02.01.01.0048", "Rekening") == []  # a budget's
    assert may_have("nopol;jenis\ndh 1123 kb;motor")  # else a table is not looked at


def test_a_number_that_a_spreadsheet_has_rounded_is_found_below_its_heading() -> None:
    assert kinds("5371014512850000", "NIK") == ["nik"]
    assert kinds("197204121998032000", "NIP") == ["nip"]
    assert kinds("5371014512850000") == []


@pytest.mark.parametrize(
    "text",
    [
        "Telepon kantor (0380) 821234",
        "Telepon (0380) 821234 ext. 12",
        "careers@northreef.co.id",
        "hello@arunika-consulting.com",
        "P 1234 X",
        "part number PB 1234 X",
        "plat baja A 36 B",
        "steel plate D 100 B",
        "culture plate B 12 C",
        "plate heat exchanger M 10 B",
        "Motor listrik M 132 S",
        "Battery N 70 Z for the truck",
        "Join by phone: meeting id 8991 2233 445",
        "Asset tag 0812 0034 5567",
        "Tracking JP0812345678",
        "Mobile app v8.12.3456.7890",
        "Telp. Sekretariat 0380 833100 / 833101",
        "Rumah Sakit Siloam, telp. (0380) 833119",
        "General ledger account 5110200100",
        "Account code 6-1200-0034",
        "Bank sampah Mandiri 2023-2024 12345678 kg",
        "birth certificate service since 12 May 2015",
        "Our clinic's birthday: 1 March 1998",
        "Company TIN 01.234.567.8-091.000",
        "info.kupang@arunika.id",
        "supportdesk@arunika.id",
        "The van is booked for route B 12 A",
        "kode rekening 5.1.02.01.O1.0024",
        "Call center 1500123",
        "kode rekening 24.01.01.2345.678",
        "Bank Dunia 2025 12345678",
        "harga 10 @ 5.000",
        "081/234/567/BKD/2025",
        "DH-1234-AB",
        "akta lahir 12-04-2025",
        "hari lahir Pancasila 1 Juni 2025",
        "bank data 2024 dan 2025",
        "polisi 12 orang",
        "motor 2 unit",
        "081/2021/12345",
        "x = 0.0812345678901",
        "lahir dari evaluasi tanggal 12 Mei 2021",
        "bank soal 1234567890",
        "N 100 WIB",
        "SOP-0812-3456-2020",
        "nomor surat 081234567890/BKD/2021",
        "SP2D 0812345678/2021",
        "NIB 0812345678901",
        "Ruang B 101 A",
        "WhatsApp Image 2021-03-12 at 08.30.00.jpeg",
        "kelahiran inovasi tanggal 12 Maret 2020",
        "lahir ide 12 Mei 2020",
        "surat keterangan lahir 12 Mei 2020",
        "ulang tahun kota 25 April 2021",
        "TTL dan nama pemohon, diterima 12 Mei 2021",
        "HP kantor (0380) 821234",
        "Tel. +62 380 821234",
        "Nomor register 081234567890",
        "bidang.mutasi@bkd.go.id",
        "keuangan@bkd.go.id",
        "bkd.kotakupang@gmail.com",
        "rak A 123 BC",
        "NIK 1234567890123456",
        "NIP 000000000000000000",
        "3201234567890001",
        "https://drive.example/d/1x081234567890abcDEF/view",
        "https://jdih.go.id/?id=0821445566771",
        "Rp 62.821.445.566",
        "S/N 0821445566",
        "Phone: +62 380 833019 (office)",
        "faktur pajak 010.000-24.00000123",
        "NPWP 00.000.000.0-000.000",
        "rekening telepon 0380833019",
        "MoU Bank NTT Nomor 123/2024/0456",
        "| 0812 | 3456 | 7890 |",
        "git@github.com:bkd/smm.git",
        "it is not at all.\n    points: 3",
        "pengaduan.bkd.ntt@gmail.com",
        "SOP B 1234 X",
        "kominfo.belu@gmail.com",
        "subbagumum@belukab.go.id",
        "Lahir, mati, pindah, datang 15 Juli 2024: 5",
        "DK 1000 L",
        "DS 720 P",
        "E 2020 D",
        "Pancasila lahir 1 Juni 1945",
        "pelaporan kelahiran paling lambat 60 hari sejak 23-11-2024",
        "TTL tidak sesuai; perbaikan 23-11-2024",
        "ulang tahun emas BKD 23 November 2024",
        "layanan lahir 12 Maret 2024 sebagai jawaban keluhan",
        "tanggal lahir pemohon dicek; form revisi 12-03-2024",
        "nomor inventaris 11.01.05.03.02.689821.0460",
        "57.554.081 95.073.929 23.911.317",
        "virtual account 7414617544201461",
        "L 8306 PNS",
        "PA 716 KPA",
        "lihat di outlook.com",
        "ppid.utama@nttprov.go.id",
        "kolom tanggal lahir dihapus 1 Maret 2025",
        "berlangganan koran, rekening 0380833019",
        "volume 5O l 2O24 12 l0 3O",
        "surel resmi berdomain @nttprov.go.id",
        "akun surel wajib @nttprov.go.id",
        "VA 3673597202179363 Bank NTT",
        "saldo rekening kas Rp235.014.394",
        "dokumen lahir 16 Agustus 2022",
        "eselon II B 2022 BKD",
        "validasi tanggal lahir dilakukan 28 Mei 2019",
        "scan6288_2013-11-03.pdf",
        "NPWP Bendahara 00.371.864.7-926.000",
        "NPWP PT Sumber Makmur 01.550.704.6-926.000",
        "Nomor Objek Pajak 53.11.543.164.493-0786.0",
        "token 0834 5301 9460 0612 3791",
        "https://x-access@git.example/qms.git",
        "postgres://qms:x@db.go.id/qms",
        "bkdprovntt@gmail.com",
        "dinaskesehatan.kupang@gmail.com",
        "puskesmas.waingapu@gmail.com",
        "mutasi.asn@bkd.belukab.go.id",
        "Telepon: (+62-21) 1720-0819",
        "inovasi SIPENA lahir 27 Oktober 2025",
        "tanggal lahir harus sama dengan KTP (SE 17 April 2026)",
        "perpustakaan@belukab.go.id",
        "qms@bkd.go.id",
        "rak arsip A 542 BD",
        "AA 1234 BB kode",
        "AA 1234 BB (seri lama)",
        "0852 0853 0854 0855",
        "0812, 0813-0814 0852 0853",
        "DA 349 DB 266",
        "B 2025 TW II",
        "logo@2x.png",
        "callcenter@belukab.go.id",
        "akun@localhost",
        "pencatatan kelahiran tanggal 12 April 2024",
        "SOP pelayanan kelahiran (12 April 2024)",
        "berat lahir 2.500 gram, 12-04-2024",
        "mohon maaf lahir batin, 10 April 2024",
        "BB 2023 KIB",
        "Brother DCP T 720 DW",
        "nomor arsip B 1234 ARS",
        "Nomor VA BRI 12345 67890",
        "desa mandiri 3404142003",
        "Bank Dunia P165742 4561234567",
        "081337712345 byte",
        "P/N 085-2390-011",
        "product key 08523-90011-22334",
        "08523900-1122-4334-8556-677889900112",
        "session=085239001122abc",
        "kwitansi no. 0852390011",
        "123456789012345 NPWP: -",
        "Rumah sakit ini lahir di Ruteng, 12 Maret 1968",
        "tgl lahir sekolah kita itu 21 Mei 1969 ya",
        "BKD lahir pada 12 Maret 1982",
        "Oksigen konsentrator\tS/N 7574134912260044",
        "Nomor DPA : DPA/A.1/5.03.5.04.0.00.01.0000/001/2017",
        "nomor kuasa 081339217745",  # whatever it is, it has the number
        "Kode objek: 3171012345678901",
        "farmasi@rsud-contoh.go.id",
        "WA Center BKD 0811-3812-345",
        "NUP 3060101023 00001",
        "umur bangunan 38 tahun (12-03-1982)",
        "Nomor resi JNE 010123456789012",
        "Nomor kendali 20210312 001",
        "parkir lantai B 2 A",
        "laporan@inspektorat.go.id",
        "ppdb@smk-rekaan.sch.id",
        "Rapat\t12 Maret 2021\tL",
        "Pendataan;12-03-1999;selesai",
        "motor listrik 2000 W dan mobil 2 unit tahun 2021",
        "mobil dinas dipakai ke ruang B 101 A",
        "Kode | 0812 | 3456 | 7890 |",
    ],
)
def test_what_an_office_writes_is_none(text: str) -> None:
    assert kinds(text) == []


def test_a_register_of_many_who_are_called_alike_is_not_gone_through_at_every_word() -> None:
    people = names_of([f"Muhammad Fadhil{n} Pratama{n} Siregar{n} Harahap{n}" for n in range(50)])
    assert sum(map(len, people.by_first.values())) < 50 * 320
    assert len(people.by_first["muhammad", "fadhil7"]) < 30


@pytest.mark.parametrize(
    ("cell", "heading", "kind"),
    [
        ("446/121/SIPB/2025", "SIP", "card"),
        ("9808588797", "Polis Asuransi", "card"),
        ("6614579836352917", "no_str", "card"),
        ("250000", "Biaya paspor", ""),
        ("250000", "Paspor (Rp)", ""),
        ("1 43640", "Permohonan kartu pegawai", ""),
        ("2025-06-30", "STR berlaku s.d.", ""),
        ("2024-2025", "SIP", ""),
        ("7677286571", "Nomor registrasi", ""),
    ],
)
def test_a_heading_that_names_a_permit_or_a_policy_tells_of_its_cells(
    cell: str, heading: str, kind: str
) -> None:
    assert kinds(cell, heading) == [kind] * bool(kind)
    assert kinds(cell, f"{heading}\nAni") == [kind] * bool(kind)
    page = f"| No | {heading} |\n|---|---|\n| 1 | {cell} |\n"
    assert kinds(page) == [kind] * bool(kind)
