"""`smm new` as a person runs it: kinds, answers given and asked, and what editors get of it."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from running import smm
from smmkit.dialogue.kind_names import kind_named
from smmkit.documents import KINDS, kind_label
from smmkit.kinds import CREATABLE
from smmkit.words import language
from smmkit.yaml_text.source import Source


@pytest.fixture(scope="module")
def begun(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("begun") / "q"
    options = ["--units", "SEK=Sekretariat, MUT=Mutasi", "--lang", "id", "--head-name", "Rekaan"]
    assert smm("init", folder, "--name", "Dinas Contoh", *options).returncode == 0
    return folder


@pytest.fixture
def folder(begun, tmp_path) -> Path:
    """A copy of what is begun once for all of these tests."""
    return shutil.copytree(begun, tmp_path / "q")


def values(file: Path) -> dict:
    return Source.parse(file.name, file.read_bytes()).values


def test_without_a_kind_every_kind_is_listed_in_the_language_of_the_reader(tmp_path, folder):
    english = smm("new", cwd=tmp_path)
    assert english.returncode == 0
    first = [line.split()[0] for line in english.stdout.splitlines() if line.startswith("  ")]
    assert {kind for kind in KINDS if kind != "qms"} <= set(first)
    assert "qms" not in first
    indonesian = smm("new", cwd=folder, SMM_LANG="")
    assert "Temuan audit" in indonesian.stdout
    assert max(map(len, indonesian.stdout.splitlines())) <= 100


def test_a_factory_is_offered_no_kind_that_only_the_guide_asks_for(folder):
    settings = (folder / "qms.yaml").read_text()
    (folder / "qms.yaml").write_text(settings.replace(", juknis]", "]"))
    told = smm("new", cwd=folder).stdout
    assert "juknis" not in smm("new", "--lang", "id", cwd=folder).stdout
    form = smm("new", "objective", "--lang", "id", cwd=folder)
    assert form.returncode == 0, form.stderr
    assert "juknis" not in (folder / form.stdout.split("\n")[1].strip()).read_text()
    assert ("inspectorate" in told, "juknis" in told, "  audit " in told) == (False, False, True)


def test_the_fields_of_a_kind_are_told_with_the_words_that_they_take(folder):
    told = smm("new", "temuan", "--fields", cwd=folder)
    assert (told.returncode, told.stderr) == (0, "")
    assert "grade: (must be there)" in told.stdout
    assert "major | minor" in " ".join(told.stdout.split())
    assert "scope" in smm("new", "qms", "--fields", cwd=folder).stdout
    assert not (folder / "temuan").exists()


def test_fields_are_given(folder):
    pairs = ["title=Cuti: A", "owner=MUT", "review_by=2030-01-31", "promised_days=5"]
    options = [part for pair in pairs for part in ("--set", pair)]
    done = smm("new", "procedure", *options, cwd=folder)
    assert done.returncode == 0, done.stderr
    found = values(folder / "sop/SOP-01.md")
    assert (found["title"], found["owner"]) == ("Cuti: A", "MUT")
    assert (found["review_by"], found["promised_days"]) == ("2030-01-31", 5)
    assert smm("validate", cwd=folder).returncode == 0


def test_of_a_list_several_are_given_at_once_or_one_after_the_other(folder):
    given = ("units=MUT", "units=SEK", "clauses=9.2.1;9.2.2", "strengths=Cepat, tepat")
    done = smm("new", "audit", *(word for one in given for word in ("--set", one)), cwd=folder)
    assert done.returncode == 0, done.stderr
    found = values(folder / "audit" / "AUD-01.yaml")
    assert found["units"] == ["MUT", "SEK"]
    assert found["clauses"] == ["9.2.1", "9.2.2"]
    assert found["strengths"] == ["Cepat, tepat"]


def test_a_word_may_be_given_by_its_label(folder):
    more = ["--set", "feedback_type=Pengaduan", "--set", "about=SEK", "--set", "accepted=ya"]
    done = smm("new", "feedback", *more, "--lang", "id", cwd=folder)
    assert done.returncode == 0, done.stderr
    found = values(folder / "pelanggan/ADU-01.yaml")
    assert (found["feedback_type"], found["about"], found["accepted"]) == ("complaint", "SEK", True)


@pytest.mark.parametrize(
    ("kind", "pair", "said"),
    [
        ("audit", "titel=x", "there is no field titel; did you mean title?"),
        ("audit", "title", "title is no answer; write FIELD=VALUE"),
        ("audit", "title=", "title is empty"),
        ("audit", "id=A-1", "there is no field id"),
        ("audit", "agenda=x", "agenda takes more than a word or a number; write it in the file"),
        ("audit", "clauses=9.2.1, 9.99", "there is no clause 9.99"),
        ("audit", "units=MUT,MUTT", "there is no MUTT; did you mean MUT?"),
        ("audit", "audit_type=intern", "audit_type cannot be intern; did you mean internal?"),
        ("audit", "date=2026-02-30", "date is not a day of the calendar"),
        (
            "finding",
            "clause=klausul 8.5.2",
            "there is no clause klausul 8.5.2; did you mean 8.5.2?",
        ),
        ("finding", "unit=Kepala Mutasi", "there is no Kepala Mutasi; did you mean MUT?"),
        ("audit", "owner=MUTT", "there is no MUTT; did you mean MUT?"),
        ("audit", "owner=P-01", "there is no P-01"),
        ("procedure", "promised_days=segera", "promised_days must be a whole number"),
        ("glossary", "entries=x", "entries takes more than a word or a number"),
    ],
)
def test_an_answer_that_cannot_be_used_is_refused_with_the_reason(folder, kind, pair, said):
    before = sorted(folder.rglob("*"))
    done = smm("new", kind, "--set", pair, cwd=folder)
    assert done.returncode == 2
    assert f"Error: {said}" in done.stderr
    assert sorted(folder.rglob("*")) == before


def test_a_clause_is_one_of_the_standard(folder):
    assert smm("new", "audit", cwd=folder).returncode == 0
    done = smm("new", "finding", "--set", "clause=8.55", cwd=folder)
    assert done.returncode == 2
    assert "there is no clause 8.55" in done.stderr
    assert smm("new", "finding", "--set", "clause=8.5.6", cwd=folder).returncode == 0
    assert values(folder / "temuan/T-01.yaml")["clause"] == "8.5.6"


def test_at_a_terminal_the_required_fields_are_asked_until_they_can_be_used(folder):
    lines = ["Loket: lambat", "kemarin", "2026-01-05", "saran", "suggestion", "LAY-99", "LAY-01"]
    done = smm("new", "feedback", cwd=folder, typed=[*lines, "", "Antre", "MUT"])
    assert done.returncode == 0, done.stderr
    found = values(folder / "pelanggan/ADU-01.yaml")
    assert found["title"] == "Loket: lambat"
    assert (found["date"], found["feedback_type"]) == ("2026-01-05", "suggestion")
    assert (found["about"], found["statement"], found["unit"]) == ("LAY-01", "Antre", "MUT")
    assert found["channel"].startswith("(isi)")
    assert "suggestion" in done.stdout
    assert "LAY-01" in done.stdout
    said = done.stdout + done.stderr
    assert "Date is no date: kemarin" in said
    assert "there is no LAY-99; did you mean LAY-01?" in said
    assert smm("validate", cwd=folder).returncode == 0


def test_enter_never_answers_a_fact(folder):
    lines = ["", "", "", "complaint", "", "LAY-01", "", "", "", "MUT"]
    done = smm("new", "feedback", "--lang", "id", cwd=folder, typed=lines)
    assert done.returncode == 0, done.stderr
    said = done.stdout + done.stderr
    assert said.count("(Enter: diisi nanti)") == 3
    assert said.count("harus dipilih salah satu") == 3
    found = values(folder / "pelanggan/ADU-01.yaml")
    assert (found["title"], found["feedback_type"]) == ("(isi) Judul", "complaint")
    assert (found["about"], found["unit"]) == ("LAY-01", "MUT")
    assert (found["channel"], found["statement"]) == ("(isi) Saluran", "(isi) Pernyataan")
    assert [name for name in ("P-01", "rahasia", "ORG-01") if f"  {name}" in said] == []
    assert "Judulnya" not in said
    assert "Layanan atau dokumen yang dimaksud." in said


def test_what_alone_can_be_meant_and_today_are_answered_by_enter(folder):
    lines = ["Rapat", "", ""]
    done = smm("new", "rtm", cwd=folder, typed=lines)
    assert done.returncode == 0, done.stderr
    found = values(folder / "tinjauan/RTM-01.yaml")
    assert found["chair"] == "P-01"
    assert "Chair [P-01]" in done.stdout
    lines = ["Survei", "", "", "2030-01-31"]
    done = smm("new", "survey", cwd=folder, typed=lines)
    assert done.returncode == 0, done.stderr
    assert "an answer is needed" in done.stdout + done.stderr
    assert values(folder / "pelanggan/SKM-01.yaml")["until"] == "2030-01-31"


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        *(("sop", "procedure"), ("SOP", "procedure"), ("prosedur", "procedure")),
        *(("standar pelayanan", "service-standard"), ("Standar-Pelayanan", "service-standard")),
        *(("renstra", "strategic-plan"), ("skm", "survey"), ("rtm", "management-review")),
        *(("temuan", "finding"), ("audit finding", "finding"), ("risiko", "risk-register")),
        *(("supplier list", "external-providers"), ("calibration", "resources")),
        *(("pelatihan", "training"), ("registrasi", "registration"), ("tim", "team")),
    ],
)
def test_a_kind_may_be_named_as_it_is_called(word, kind):
    assert kind_named(word) == kind


def test_every_kind_is_named_by_its_word_and_by_its_label():
    for kind in CREATABLE:
        assert kind_named(kind) == kind
        assert kind_named(language("id").say(kind_label(kind))) == kind


def test_it_is_said_which_kind_was_meant(folder):
    done = smm("new", "standar pelayanan", cwd=folder)
    assert done.returncode == 0, done.stderr
    first = "SP-01 is written, of the kind service-standard (service standard):"
    assert done.stdout.splitlines()[:2] == [first, f"  {Path('layanan/SP-01.yaml')}"]


def test_what_is_given_is_not_asked_and_long_lists_are_cut(folder):
    units = "".join(f"  - {{id: U-{n}, title: Unit {n}}}\n" for n in range(20))
    settings = (folder / "qms.yaml").read_text()
    (folder / "qms.yaml").write_text(settings.replace("units:\n", "units:\n" + units, 1))
    more = ["--title", "Mutasi", "--set", "process_type=core"]
    done = smm("new", "process", *more, cwd=folder, typed=["u 19"])
    assert done.returncode == 0, done.stderr
    assert values(folder / "proses/PRO-01.yaml")["owner"] == "U-19"
    assert "U-14" in done.stdout
    assert "U-15" not in done.stdout
    assert "... and 7 more; type the id" in done.stdout


def test_what_must_come_first_is_said_before_anything_is_asked(folder):
    done = smm("new", "finding", cwd=folder, typed=[])
    assert done.returncode == 2
    assert "first: smm new audit" in done.stderr
    assert done.stdout == ""


def test_editors_learn_of_the_new_document(folder):
    assert smm("new", "audit", cwd=folder).returncode == 0
    first = (folder / "audit/AUD-01.yaml").read_text().splitlines()[0]
    assert first == "# yaml-language-server: $schema=../.smm/schemas/audit.json"
    assert "AUD-01" in json.dumps(json.loads((folder / ".smm/schemas/ids.json").read_text()))
    assert "0 of them new or changed" in smm("schema", "--yes", cwd=folder).stdout
    assert smm("new", "procedure", cwd=folder).returncode == 0
    assert (folder / "sop/SOP-01.md").read_text().startswith("---\n")
    (folder / ".smm/schemas/process.json").unlink()
    assert smm("new", "process", cwd=folder).returncode == 0
    assert "yaml-language-server" not in (folder / "proses/PRO-01.yaml").read_text()


def test_a_form_of_the_folder_keeps_its_own_line(folder):
    own = folder / "templates/forms"
    own.mkdir(parents=True)
    line = "# yaml-language-server: $schema=own.json\n"
    text = "kind: issues\nid: $id\ntitle: ${title|x}\nversion: '1'\n# ${title|x}\n"
    (own / "issues.yaml").write_text(line + text)
    assert smm("new", "issues", "--title", "Isu: A", cwd=folder).returncode == 0
    made = (folder / "konteks/ISU-01.yaml").read_text()
    assert made.startswith(line + "kind: issues\n")
    assert made.count("yaml-language-server") == 1
    (own / "issues.yaml").write_text(text)
    assert smm("new", "issues", cwd=folder).returncode == 0
    made = (folder / "konteks/ISU-02.yaml").read_text()
    assert made.startswith("# yaml-language-server: $schema=../.smm/schemas/issues.json\nkind")
    done = smm("new", "issues", "--set", "owner=SEK", cwd=folder)
    assert done.returncode == 2
    assert "the form has no line for owner" in done.stderr


def test_a_form_of_the_folder_that_was_made_from_a_document_gets_its_own_id_and_kind(folder):
    own = folder / "templates/forms"
    own.mkdir(parents=True)
    (own / "issues.yaml").write_text("kind: audit\nid: ../ISU-77\ntitle: x\nversion: '1'\n")
    done = smm("new", "issues", "--title", "A", cwd=folder)
    assert (done.returncode, done.stdout.split()[0]) == (0, "ISU-01")
    made = (folder / "konteks/ISU-01.yaml").read_text().splitlines()
    assert {"kind: issues", "id: ISU-01", "title: A"} <= {*made}


@pytest.mark.skipif(
    os.name == "nt", reason="Windows asks for rights to make a link, and has no pipes"
)
@pytest.mark.parametrize(
    ("lies", "said"),
    [
        (lambda own: own.symlink_to("elsewhere.yaml"), "issues.yaml is a link"),
        (os.mkfifo if os.name != "nt" else None, "issues.yaml is no plain file"),
        (Path.mkdir, "issues.yaml is a folder"),
        (lambda own: own.symlink_to(own.parent.parent), "issues.yaml/ is a link to a folder"),
    ],
)
def test_a_form_of_the_folder_that_cannot_be_read_is_not_passed_over(folder, lies, said):
    own = folder / "templates/forms"
    own.mkdir(parents=True)
    (own / "elsewhere.yaml").write_text("kind: issues\nid: $id\ntitle: x\nversion: '1'\n")
    lies(own / "issues.yaml")
    done = smm("new", "issues", "--lang", "en", cwd=folder)
    assert done.returncode == 2
    assert f"templates/forms/{said}" in done.stderr
    assert not (folder / "konteks/ISU-01.yaml").exists()
    assert smm("new", "process", cwd=folder).returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for rights to make a link")
def test_a_link_in_place_of_all_templates_is_told(folder):
    (folder / "templates").symlink_to(folder.parent, target_is_directory=True)
    done = smm("new", "issues", "--lang", "en", cwd=folder)
    assert done.returncode == 2
    assert "templates/ is a link to a folder" in done.stderr


def marks(file: Path) -> dict[str, bool]:
    """Each line with a value, and whether it is marked as still to be filled in."""
    lines = [line for line in file.read_text().splitlines() if not line.strip().startswith("#")]
    return {line.split("  #")[0].strip(): "(isi)" in line for line in lines if line.strip()}


def test_what_nobody_chose_is_marked_in_parts_and_lists_too(folder):
    assert smm("new", "rtm", "--set", "chair=P-01", "--lang", "id", cwd=folder).returncode == 0
    found = marks(folder / "tinjauan/RTM-01.yaml")
    assert not found["chair: P-01"]
    assert found["owner: SEK"]  # of the review, and of the decision: the same line here
    assert (folder / "tinjauan/RTM-01.yaml").read_text().count("owner: SEK  # (isi)") == 2
    assert smm("new", "objective", "--lang", "id", cwd=folder).returncode == 0
    found = marks(folder / "sasaran/SM-01.yaml")
    assert found["units: [SEK]"]
    assert found["perspective: stakeholder"]
    assert not [
        line for line in found if line.startswith(("id:", "kind:", "series:")) and found[line]
    ]
    assert smm("new", "training", "--lang", "id", cwd=folder).returncode == 0
    assert "  - internal-auditors  # (isi)" in (folder / "pelatihan/PLT-01.yaml").read_text()
    assert smm("validate", cwd=folder).returncode == 0


def test_what_was_not_asked_at_a_terminal_is_marked_and_what_was_is_not(folder):
    typed = ["Tim", "Manajemen-mutu x", "Manajemen mutu", "2026-01-05"]
    done = smm("new", "team", "--lang", "id", cwd=folder, typed=typed)
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    assert "Jenis tim tidak dapat berisi Manajemen-mutu x" in said
    found = marks(folder / "tim/TIM-01.yaml")
    assert not found["team_type: quality-management"]
    assert not found["since: 2026-01-05"]
    assert found["owner: SEK"]
    assert found["unit: SEK"]


def test_what_an_answer_names_may_be_called_as_it_is_called(folder):
    assert smm("new", "team", "--set", "owner=mutasi", cwd=folder).returncode == 0
    assert values(folder / "tim/TIM-01.yaml")["owner"] == "MUT"


def test_the_demands_of_an_assessment_are_no_guesses(folder):
    assert smm("new", "gap", cwd=folder).returncode == 0
    made = next(folder.rglob("GA-*.yaml")).read_text("utf-8")
    asked = [line for line in made.splitlines() if "- requirement:" in line]
    assert len(asked) > 20
    assert not [line for line in asked if "(isi)" in line or "fill" in line]


def test_a_second_policy_beside_the_one_of_init_is_begun_only_by_an_id_that_is_chosen(folder):
    told = smm("new", "kebijakan", "mutu", cwd=folder)
    assert (told.returncode, told.stdout) == (2, "")
    assert "stands already, in kebijakan/KM-01.md" in told.stderr
    assert "smm new quality-policy --id KM-02" in told.stderr
    assert smm("new", "quality-policy", "--id", "KM-02", cwd=folder).returncode == 0


def test_a_wrong_answer_is_told_nothing_of_a_line_to_delete(folder):
    done = smm("new", "finding", "--set", "date=belum ada", cwd=folder)
    assert done.returncode == 2
    assert "write year, month and day: 2019-12-31" in done.stderr
    assert "delete" not in done.stderr


@pytest.mark.parametrize(
    ("title", "begun_before", "path", "years"),
    [
        ("Renstra 2031-2035", "", "arah/RS-01.yaml", {"since": 2031, "until": 2035}),
        ("Renstra 2031\u20132035", "RS-2026", "arah/RS-2031.yaml", {"since": 2031, "until": 2035}),
        ("Rencana Tahun 2031 s.d. 2035", "RS-2031", "arah/RS-2032.yaml", {"since": 2031}),
    ],
)
def test_the_years_of_a_title_are_those_of_its_fields_and_of_its_id(
    folder, title, begun_before, path, years
):
    if begun_before:
        assert smm("new", "renstra", "--id", begun_before, cwd=folder).returncode == 0
    done = smm("new", "renstra", "--title", title, cwd=folder)
    assert path in done.stdout
    assert values(folder / path).items() >= years.items()
    assert "(isi)" not in (folder / path).read_text("utf-8").split("until:")[1].splitlines()[0]


@pytest.mark.parametrize(
    ("title", "year"),
    [("LKj 2031", 2031), ("LKj 2031 atas target 2035", None), ("LKj (PP 8 Tahun 2006)", None)],
)
def test_a_year_that_a_title_does_not_say_for_sure_is_not_taken(folder, title, year):
    assert smm("new", "sasaran mutu", "--title", "Layanan cepat", cwd=folder).returncode == 0
    assert smm("new", "lkj", "--title", title, cwd=folder).returncode == 0
    [report] = (folder / "kinerja").glob("LKJ-*.yaml")
    text = report.read_text("utf-8")
    assert ("year: 2031\n" in text) == bool(year)
    assert ('period: "2031"' in text) == bool(year)


def test_the_years_of_a_title_that_is_typed_are_answered_by_enter(folder):
    done = smm("new", "renstra", cwd=folder, typed=["Renstra 2031-2035", "SEK", "", "", ""])
    assert (
        values(folder / "arah" / "RS-01.yaml").items() >= {"since": 2031, "until": 2035}.items()
    ), done.stdout


def test_fields_and_kinds_are_listed_in_the_language_of_the_folder(folder):
    told = smm("new", "process", "--fields", cwd=folder, SMM_LANG="id").stdout
    assert ("(wajib ada)" in told, "must be there" in told) == (True, False)
    assert "sop/SOP-01" in smm("new", "--help", cwd=folder, SMM_LANG="id").stdout


def test_what_a_new_document_refers_to_is_there_but_cannot_be_read(folder):
    policy = folder / "kebijakan/KM-01.md"
    for wrong in ("version: {a: b}", "version: [a"):
        policy.write_text(policy.read_text().replace('version: "1"', wrong))
        done = smm("new", "objective", cwd=folder, typed=[])
        assert done.returncode == 2
        assert "smm validate kebijakan/KM-01.md" in done.stderr
        assert "first: smm new" not in done.stderr
        policy.write_text(policy.read_text().replace(wrong, 'version: "1"'))
