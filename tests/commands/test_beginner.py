"""What somebody writes who has never seen YAML: what is said of it, and what `smm fix` makes of it."""

import re

import pytest
from clerks import HOME, OBJECTIVE, PEOPLE

from running import smm, smm_at_terminal
from smmkit.cli import COMMANDS, Verbs
from smmkit.console.meant import instead
from smmkit.corrections import officials
from smmkit.corrections.officials import comparable, nearest
from smmkit.corrections.spoken_values import day_meant, period_meant
from smmkit.documents import KINDS, class_of, entry_kinds
from smmkit.errors import SmmError
from smmkit.intake.organization import initials, read_services, read_units
from smmkit.kinds import CREATABLE
from smmkit.model.fields import fields_of, parts_of
from smmkit.words.numbers import number_meant

TEAM = """kind: team
id: TIM-01
title: Tim mutu
version: "1"
owner: SEK
clauses: ["5.3"]
team_type: quality-management
since: 2026-01-12
members:
  - person: P-01
    role: Ketua
    unit: SEK
"""


@pytest.fixture
def qms(tmp_path):
    """A folder that has no fault."""
    lay_out(tmp_path, TEAM)
    return tmp_path


def lay_out(root, team):
    for path, text in {"qms.yaml": HOME, "orang.yaml": PEOPLE, "tim.yaml": team}.items():
        (root / path).write_text(text, "utf-8", newline="")


def said(root):
    """What is said of the team: each finding with its place, and the hint below it."""
    done = smm("validate", cwd=root)
    lines = [one for one in done.stdout.splitlines() if one.startswith(("tim.yaml", "    "))]
    return [line for line in lines if "SMM381" not in line and "`retention:`" not in line]


CASES = [
    # what stands there, what is written instead, the place and what is said, what is proposed
    ("kind: team", "kind: tim", "1:7: error SMM002 there is no kind tim", "`kind: team`"),
    ("kind: team", "kind: Surat-Tugas", "1:7: error SMM002 there is no kind", "smm new"),
    ("title:", "judul:", "3:1: error SMM101 there is no field judul here", "`title: Tim mutu`"),
    ("owner:", "pemilik:", "5:1: error SMM101 there is no field pemilik", "`owner: SEK`"),
    ("owner:", "Owner:", "5:1: error SMM101 there is no field Owner here", "`owner: SEK`"),
    ("    role:", "    jabatan:", "11:5: error SMM101 there is no field jabatan", "`role: Ketua`"),
    ("owner: SEK", "owner: Sekretariat", "5:8: error SMM201", "SEK (Sekretariat)"),
    (
        "person: P-01",
        "person: Budi Rekaan",
        "10:13: error SMM201",
        "P-01 (Drs. Budi Rekaan, M.Si.)",
    ),
    ("person: P-01", "person: P-1", "10:13: error SMM201 there is no P-1", "P-01"),
    ('["5.3"]', "[8.10]", "6:11: error SMM102 clauses[1] must be text, and 8.10", '`"8.10"`'),
    ('["5.3"]', "8.5.1", "6:10: error SMM102 clauses must be a list", '`clauses: ["8.5.1"]`'),
    ('["5.3"]', '"5.3, 7.2"', "6:10: error SMM102", '`clauses: ["5.3", "7.2"]`'),
    ("2026-01-12", "31/12/2019", "8:8: error SMM102", "`since: 2019-12-31`"),
    ("2026-01-12", "12 Januari 2026", "8:8: error SMM102", "`since: 2026-01-12`"),
    ("2026-01-12", "2026-31-12", "8:8: error SMM102", "`since: 2026-12-31`"),
    ("2026-01-12", "12-01-2026", "8:8: error SMM102", "if 12 January 2026 is meant"),
    ("  - person", "  \u2013 person", "10:3: error SMM001", "`- person: P-01`"),
    ("  - person", "  -person", "10:4: error SMM001 there is no space", "`- person: P-01`"),
    ("    role", "   role", "11:4: error SMM001 before this field stand 3", "`    role: Ketua`"),
    ("owner:", " owner:", "5:2: error SMM001 before this field stands 1 space,", "`owner: SEK`"),
    ("    role", "\trole", "11:1: error SMM001 a tab stands in the indent", "`    role: Ketua`"),
    ("since: ", "since:\t", "8:7: error SMM001 a tab stands behind", "`since: 2026-01-12`"),
    ("owner: ", "owner:", "5:7: error SMM001 there is no space", "`owner: SEK`"),
    ("owner: ", "owner:\xa0", "5:7: error SMM001 a no-break space (U+00A0)", "`owner: SEK`"),
    ("    role", "   \xa0role", "11:4: error SMM001 a no-break space", "`    role: Ketua`"),
    ("kind: ", "kind\uff1a", "1:5: error SMM001 this colon is not the plain", "`kind: team`"),
    ("Tim mutu", "Tim #1", "3:12: warning SMM114", '`"Tim #1"`'),
    ("Tim mutu", "Tim: mutu", "3:11: error SMM001 a second `:`", '`title: "Tim: mutu"`'),
    ('"1"', "\u201c1\u201d", "4:10: error SMM113 the quotes are those of print", 'write `"1"`'),
    (
        "owner: SEK\n",
        "<<<<<<< HEAD\nowner: SEK\n=======\nowner: CAPIL\n>>>>>>> cabang\n",
        "5:1: error SMM001 two versions of this file were not merged",
        "lines 5, 7, 9",
    ),
]


@pytest.mark.parametrize(("there", "instead", "fault", "right"), CASES)
def test_a_slip_is_told_at_its_place_with_the_value_put_right(
    tmp_path, there, instead, fault, right
):
    assert there in TEAM
    lay_out(tmp_path, TEAM.replace(there, instead, 1))
    lines = said(tmp_path)
    at = next(n for n, line in enumerate(lines) if line.startswith(f"tim.yaml:{fault}"))
    assert right in lines[at + 1]


def test_what_is_right_is_told_nothing(qms):
    assert said(qms) == []


def test_a_decimal_comma_in_braces_is_told_as_such(qms):
    text = """---
kind: procedure
id: SOP-01
title: KTP
version: "1"
steps:
  - activity: Menerima
    actor: Petugas
    duration: {value: 2,05, unit: minute}
---
"""
    (qms / "sop.md").write_text(text)
    told = smm("validate", cwd=qms).stdout
    assert "sop.md:9:25: error SMM101 2,05 stands with a comma" in told
    assert "write `value: 2.05`" in told
    assert smm("fix", "--yes", cwd=qms).returncode == 0
    assert (qms / "sop.md").read_text() == text.replace("2,05", "2.05")


def test_a_number_with_a_point_for_thousands_is_told_as_such(qms):
    (qms / "qms.yaml").write_text(HOME + "headcount: 1.200\n")
    told = smm("validate", cwd=qms).stdout
    assert "headcount must be a whole number, without the thousands point" in told
    assert "write `headcount: 1200`" in told


def test_a_copy_of_a_document_is_told_as_such(qms):
    (qms / "tim (1).yaml").write_text(TEAM)
    (qms / "tim.yaml").rename(qms / "TIM-01.yaml")
    told = smm("validate", cwd=qms).stdout
    assert (
        "tim (1).yaml:2:5: error SMM203 TIM-01 is already the id of something in TIM-01.yaml"
        in told
    )
    assert "it looks like a copy; delete it, or give it another id" in told


def test_a_long_text_that_breaks_off_is_not_read_again_and_again(tmp_path, monkeypatch):
    from smmkit.location import SourceError
    from smmkit.yaml_text import reading, source

    reads = []
    monkeypatch.setattr(reading, "breaks_off", lambda text: reads.append(text) or 1)
    text = "a: [1]\n" + "".join(f"k{n}: x\n" for n in range(20_000)) + "owner:\xa0SEK\nb: y\n"
    with pytest.raises(SourceError):
        source.Source.parse("a.yaml", text.encode())
    assert reads == []


@pytest.mark.parametrize(
    ("period", "right"),
    [
        ("TW I 2025", "write 2025-01, or `frequency: quarterly` at the KPI"),
        ("2025-Q3", "write 2025-07, or `frequency: quarterly` at the KPI"),
        ("Januari 2025", "write 2025-01"),
        ("01/2025", "write 2025-01"),
        ("Tahun 2025", "write 2025-01, or `frequency: yearly` at the KPI"),
    ],
)
def test_a_period_of_another_length_or_look_is_put_right(qms, period, right):
    (qms / "sasaran.yaml").write_text(OBJECTIVE)
    (qms / "a.csv").write_text(f"period;value\n{period};1\n")
    lines = smm("validate", cwd=qms).stdout.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("a.csv:2:1: error SMM401"))
    assert lines[at + 1].strip() == right


# one dictionary


def params():
    """The options and arguments of every verb."""
    commands = (Verbs(name="smm").get_command(None, name) for name in COMMANDS)
    return [one for command in commands for one in command.params]


def argument_help():
    return [one.metavar or "" for one in params()]


def option_names():
    return {name for one in params() for name in one.opts} | {"--help"}


def test_the_dictionary_names_nothing_that_is_not_there():
    parts = [part for kind in KINDS for part in (class_of(kind), *parts_of(class_of(kind)))]
    known = {
        officials.KINDS: set(KINDS),
        officials.ENTRIES: set(entry_kinds()),
        officials.FIELDS: {name for part in parts for name in fields_of(part)},
        officials.COMMANDS: {*COMMANDS, "--help"},
        officials.DEEDS: set(instead()),
        officials.ACTS: set(re.findall(r"[\[|]([a-z]+)", " ".join(argument_help()))),
        officials.OPTIONS: {name.lstrip("-") for name in option_names()},
    }
    for name, ours in known.items():
        table = officials.table(name)
        meant = {one for several in table.values() for one in several}
        assert {
            one.partition(" ")[0] if name == officials.COMMANDS else one for one in meant
        } <= ours
        assert [word for word in table if word != comparable(word)] == []


@pytest.mark.parametrize(
    ("word", "kinds"),
    [
        *(("lks", ["finding"]), ("IKM", ["survey"]), ("tim", ["team"]), ("temuan", ["finding"])),
        *(("formulir", ["document"]), ("instruksi kerja", ["document"]), ("IK", ["document"])),
        *(("manual-mutu", ["document"]), ("sasaran", ["objective"]), ("kebijakan mutu", None)),
        *(("SK", ["document", "team"]), ("notulen", ["document", "management-review"])),
        *(("daftar hadir", ["document", "training"]), ("SPO", ["procedure"])),
    ],
)
def test_a_word_of_an_office_means_the_same_everywhere(qms, word, kinds):
    kinds = kinds or ["quality-policy"]
    (qms / "x.yaml").write_text(f"kind: {word}\nid: X-1\n")
    told = smm("validate", cwd=qms).stdout
    assert re.search(rf"there is no kind {word}\n    write .*`kind: {kinds[-1]}`", told)
    (qms / "x.yaml").unlink()
    listed, new = smm("list", word, cwd=qms), smm("new", word, cwd=qms)
    if len(kinds) > 1:
        assert f"may be more than one kind; write one of: {', '.join(kinds)}" in new.stderr
        assert f"may be more than one kind; write one of: {', '.join(kinds)}" in listed.stderr
    else:
        assert listed.returncode == 0
        assert f"{word} may be" not in new.stderr
        assert "there is no kind" not in new.stderr


@pytest.mark.parametrize("word", ["SK", "ikm", "tim", "lks", "nc", "xy", "pak", "surat tugas"])
def test_letters_alone_never_suggest_another_kind(word):
    assert nearest(word, list(KINDS)) is None


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("periksa", "smm validate"),
        ("baru", "smm new"),
        ("perbaiki", "smm fix"),
        ("validte", "smm v"),
    ],
)
def test_a_command_in_other_words_is_named(word, meant):
    done = smm(word)
    assert done.returncode == 2
    assert meant in done.stderr


def test_a_command_that_nobody_knows_is_only_refused():
    assert "Did you mean" not in smm("zzz").stderr


# values


@pytest.mark.parametrize(
    ("text", "day", "sure"),
    [
        ("31/12/2019", "2019-12-31", True),
        ("31-12-2019", "2019-12-31", True),
        ("1.3.2026", "2026-03-01", False),
        ("Senin, 12 Januari 2026", "2026-01-12", True),
        ("12 Peb 2026", "2026-02-12", True),
        ("2026/1/5", "2026-01-05", True),
        ("20260105", "2026-01-05", True),
        ("05/05/2026", "2026-05-05", True),
    ],
)
def test_days_as_offices_write_them(text, day, sure):
    meant = day_meant(text)
    assert meant is not None
    assert (meant[0].isoformat(), meant[1]) == (day, sure)


@pytest.mark.parametrize("text", ["30/02/2026", "2026", "besok", "32 Januari 2026", "1/2/26", ""])
def test_what_is_no_day_is_not_guessed(text):
    assert day_meant(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("2,5", ("2.5", True)), ("1.200", ("1200", False)), ("1.200.000", ("1200000", True))),
        *(("1.200,50", ("1200.50", True)), ("62 orang", ("62", True)), ("95,5 %", ("95.5", True))),
        *(
            ("Rp 1,2 M", ("1200000000", True)),
            ("1,5 juta", ("1500000", True)),
            ("12 m", ("12", True)),
        ),
        *(("1,2 T", ("1200000000000", False)), ("Rp1.250.000,-", ("1250000", True))),
        *(("Rp 5.000", ("5000", False)), ("banyak", None), ("1,2,3", None), ("", None)),
        *(
            ("3 jam 30 menit", None),
            ("3 x 4", None),
            ("12 m2", ("12", True)),
            ("2½", ("2.5", True)),
        ),
        *((",5", ("0.5", True)), ("-.25", ("-0.25", True)), ("Rp. 5", ("5", True)), (".5.5", None)),
    ],
)
def test_numbers_as_offices_write_them(text, number):
    assert number_meant(text) == number


@pytest.mark.parametrize(
    ("text", "period"),
    [
        *(("TW I 2026", "2026-Q1"), ("Triwulan IV 2025", "2025-Q4"), ("2026 TW 2", "2026-Q2")),
        *(("2025-H1", "2025-S1"), ("1H 2025", "2025-S1"), ("second half of 2025", "2025-S2")),
        *(("Kuartal ketiga 2025", "2025-Q3"), ("3rd quarter 2025", "2025-Q3"), ("S3 2025", None)),
        *(("TW III/2026", "2026-Q3"), ("Juli 2026", "2026-07"), ("2026-7", "2026-07")),
        *(("tahun 2026", "2026"), ("TW V 2026", None), ("2026-13", None), ("nanti", None)),
    ],
)
def test_periods_as_offices_write_them(text, period):
    assert period_meant(text) == period


# smm fix

CERTAIN = [
    (there, instead)
    for there, instead in [(case[0], case[1]) for case in CASES]
    if instead
    in {
        *("31/12/2019", "12 Januari 2026", "2026-31-12", "[8.10]", "8.5.1", '"5.3, 7.2"'),
        *("  \u2013 person", "  -person", "since:\t", "owner:", "owner:\xa0", "   \xa0role"),
        *("kind\uff1a", "Tim: mutu", "\u201c1\u201d", "\trole"),
    }
]


@pytest.mark.parametrize(("there", "instead"), CERTAIN)
def test_what_is_certain_is_put_right_and_can_be_undone(tmp_path, there, instead):
    wrong = TEAM.replace(there, instead, 1)
    lay_out(tmp_path, wrong)
    shown = smm("fix", cwd=tmp_path)
    assert shown.returncode == 1
    assert "+++ tim.yaml" in shown.stdout
    assert (tmp_path / "tim.yaml").read_text("utf-8") == wrong
    assert smm("fix", "--yes", cwd=tmp_path).returncode == 0
    assert said(tmp_path) == [] or "SMM204" in said(tmp_path)[0]
    before, after = wrong.split("\n"), (tmp_path / "tim.yaml").read_text("utf-8").split("\n")
    assert len(before) == len(after)
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1
    assert smm("undo", "--yes", cwd=tmp_path).returncode == 0
    assert (tmp_path / "tim.yaml").read_text("utf-8") == wrong


def test_several_faults_of_a_file_are_put_right_in_one_go_and_its_ends_of_lines_stay(tmp_path):
    wrong = TEAM.replace("owner: ", "owner:\xa0").replace("2026-01-12", "31/12/2019")
    wrong = wrong.replace("  - person", "  \u2022 person").replace('"1"', "\u201c1\u201d")
    data = b"\xef\xbb\xbf" + wrong.replace("\n", "\r\n").encode()
    lay_out(tmp_path, TEAM)
    (tmp_path / "tim.yaml").write_bytes(data)
    assert smm("fix", "--yes", cwd=tmp_path).returncode == 0
    right = TEAM.replace("2026-01-12", "2019-12-31").replace("\n", "\r\n").encode()
    assert (tmp_path / "tim.yaml").read_bytes() == b"\xef\xbb\xbf" + right


AS_SAID = [
    # in a file, what it has, what stands there instead, what is proposed, what smm fix makes of it
    (
        "qms.yaml",
        "scope: {statement: Semua}",
        "scope: {statement: Semua}\nstandards: SNI ISO 9001:2015",
        "`standards: [iso9001-2015]`",
        "scope: {statement: Semua}\nstandards: [iso9001-2015]",
    ),
    (
        "qms.yaml",
        "{id: SEK, title: Sekretariat}",
        "{id: SEK, title: Sekretariat, Umum, dan Keuangan}",
        '`title: "Sekretariat, Umum, dan Keuangan"`',
        '{id: SEK, title: "Sekretariat, Umum, dan Keuangan"}',
    ),
    (
        "tim.yaml",
        "since: 2026-01-12",
        "since: 12 Januari 2026 s.d. 20 Maret 2026",
        "`since: 2026-01-12`, `until: 2026-03-20`",
        "since: 2026-01-12\nuntil: 2026-03-20",
    ),
    (
        "orang.yaml",
        "{role: Kepala Dinas, unit: SEK, since: 2020-01-01}",
        "{role: Kepala Dinas, unit: SEK, since: 1 Januari 2020 s.d. 31 Desember 2027}",
        "`since: 2020-01-01`, `until: 2027-12-31`",
        "{role: Kepala Dinas, unit: SEK, since: 2020-01-01, until: 2027-12-31}",
    ),
    ("tim.yaml", "id: TIM-01", "id: TIM-01.", "`id: TIM-01`", "id: TIM-01"),
]


@pytest.mark.parametrize(("path", "there", "instead", "proposed", "right"), AS_SAID)
def test_what_validate_says_to_write_fix_writes(qms, path, there, instead, proposed, right):
    text = (qms / path).read_text("utf-8")
    (qms / path).write_text(text.replace(there, instead, 1), "utf-8", newline="")
    assert proposed in smm("validate", cwd=qms).stdout
    assert smm("fix", "--yes", cwd=qms).returncode == 0
    assert (qms / path).read_text("utf-8") == text.replace(there, right, 1)


GUESSES = [
    ("person: P-01", "person: Budi Rekaan"),
    ("owner: SEK", "owner: Sekretariat"),
    ("title:", "judul:"),
    ("kind: team", "kind: tim"),
    ("2026-01-12", "12-01-2026"),
    ("    role", "   role"),
]


@pytest.mark.parametrize(("there", "instead"), GUESSES)
def test_a_guess_is_never_made_where_nobody_can_be_asked(tmp_path, there, instead):
    wrong = TEAM.replace(there, instead, 1)
    lay_out(tmp_path, wrong)
    done = smm("fix", "--yes", cwd=tmp_path)
    assert done.returncode == 0
    assert "1 more place can only be guessed at" in done.stdout
    assert (tmp_path / "tim.yaml").read_text("utf-8") == wrong


def test_at_a_terminal_each_guess_is_asked_for(tmp_path):
    wrong = TEAM.replace("P-01", "Budi Rekaan").replace("title:", "judul:")
    wrong = wrong.replace("2026-01-12", "12-01-2026")
    lay_out(tmp_path, wrong)
    code, shown = smm_at_terminal("fix", tmp_path, typed="y\nn\ny\ny\n")
    assert code == 0
    assert "- judul: Tim mutu" in shown
    assert "+ title: Tim mutu" in shown
    text = (tmp_path / "tim.yaml").read_text("utf-8")
    assert sum(a != b for a, b in zip(text.split("\n"), wrong.split("\n"), strict=True)) == 1


def test_it_is_said_where_an_approved_text_changes(qms):
    team = qms / "tim.yaml"
    done = smm("approve", "TIM-01", "--by", "P-01", "--on", "2026-02-01", cwd=qms)
    assert done.returncode == 0, done.stderr
    approved = team.read_text("utf-8")
    team.write_text(approved.replace("title: Tim mutu", "title: \u201cTim\u201d"), "utf-8")
    done = smm("fix", "--yes", cwd=qms)
    assert done.returncode == 0
    assert "approved again" in done.stdout


# smm new in a pipe


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """The example, into which a new document of each kind comes beside the others."""
    from shutil import copytree, ignore_patterns

    from running import EXAMPLE

    place = tmp_path_factory.mktemp("filled") / "q"
    return copytree(EXAMPLE, place, ignore=ignore_patterns("issued", ".git"))


@pytest.mark.parametrize("kind", sorted(CREATABLE))
def test_outside_a_terminal_nothing_invented_stands_without_its_mark(kind, filled):
    from smmkit.new.form_fields import fields_to_ask

    done = smm("new", kind, "--id", f"BARU-{kind}", filled, "--lang", "id")
    if done.returncode == 2:
        return  # something else has to be there first
    file = next(filled.rglob(f"BARU-{kind}.*"))
    lines = [one for one in file.read_text("utf-8").splitlines() if re.match(r"\w", one)]
    asked = {n for n, f in fields_to_ask(kind).items() if not f.many}
    for line in lines:
        name = line.partition(":")[0]
        if name in asked and fields_of(class_of(kind))[name].reference is None:
            assert "(isi)" in line or "title" in line, line


# smm init


def test_at_a_terminal_the_answers_are_shown_before_anything_is_written(tmp_path):
    lines = ["id", "RSUD Kabupaten Rekaan", "", "", "", "", "", "SEK=Sekretariat", "", "", "", ""]
    done = smm("init", tmp_path / "q", typed=[*lines, "t"])
    assert done.returncode == 1
    assert "Nama singkat: RSUD\n" in done.stdout
    assert not (tmp_path / "q").exists()


@pytest.mark.parametrize(
    ("name", "short"),
    [
        *(("RSUD Kabupaten Rekaan", "RSUD"), ("Badan Kepegawaian Daerah", "BKD")),
        *(("DINAS KESEHATAN KOTA REKAAN", "DKKR"), ("Puskesmas", "Puskesmas"), ("BPKP", "BPKP")),
        ("Dinas Kependudukan dan Pencatatan Sipil", "DKPS"),
    ],
)
def test_an_abbreviation_stays_what_it_is(name, short):
    assert initials(name) == short


def test_units_of_one_name_are_refused():
    with pytest.raises(SmmError):
        read_units("SEK=Sekretariat, TU=sekretariat")
    assert read_units("UPT Pajak; UPT Pasar; Subbag TU") == {
        "UPTP": "UPT Pajak",
        "UPTP2": "UPT Pasar",
        "STU": "Subbag TU",
    }


def test_services_are_named_with_their_unit_by_an_equals_sign_too():
    units = {"SEK": "Sekretariat", "CAPIL": "Bidang"}
    assert read_services("CAPIL=Akta, SEK=Surat; Akta = sah", units) == (
        *(("CAPIL", "Akta"), ("SEK", "Surat"), ("SEK", "Akta = sah")),
    )
    with pytest.raises(SmmError):
        read_services("KTP=Penerbitan", units)


def test_what_is_wrong_with_an_answer_is_said_in_the_language_that_was_chosen(tmp_path):
    lines = [
        "id",
        "RSUD Rekaan",
        "",
        "",
        "",
        "",
        "",
        "SEK=Sekretariat",
        "",
        "",
        "entah",
        "empat puluh",
        "",
    ]
    done = smm("init", tmp_path / "q", typed=[*lines, "y"])
    assert done.returncode == 0
    assert "Kesalahan: entah" in done.stdout + done.stderr
    assert "Jumlah pegawai, bila sudah diketahui: 40\n" in done.stdout


def test_no_day_of_office_is_invented(tmp_path):
    done = smm("init", tmp_path / "q", "--name", "Dinas Rekaan", "--lang", "id")
    assert done.returncode == 0
    people = (tmp_path / "q/orang/ORG-01.yaml").read_text("utf-8")
    assert re.search(r"(?m)^ +since: \S+  # \(isi\)$", people)
    assert "orang/ORG-01.yaml" in smm("validate", tmp_path / "q").stdout.splitlines()[-1]


def test_what_is_wrong_with_a_call_is_said_in_the_language_of_the_folder(tmp_path):
    home = "kind: qms\norganization: {name: BKD, language: LANG} # language: en\n"
    for code, said in (("id", "Kesalahan: "), ("en", "Error: ")):
        (tmp_path / "qms.yaml").write_text(home.replace("LANG", code), "utf-8")
        machine = {"SMM_LANG": "", "LANG": "id_ID.UTF-8" if code == "en" else "en_US.UTF-8"}
        assert smm("show", "X-1", cwd=tmp_path, **machine).stderr.startswith(said)
        assert said in smm("show", cwd=tmp_path, **machine).stderr


def test_a_number_that_begins_with_naught_is_no_period():
    assert [period_meant(text) for text in ("0812", "TW I 0812", "0812-01", "2020")] == [
        None
    ] * 3 + ["2020"]
