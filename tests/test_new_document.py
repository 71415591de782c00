"""The first steps of a new user: forms, `smm init`, `smm new`."""

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from smmkit.documents import KINDS, class_of
from smmkit.documents.base import Part
from smmkit.errors import SmmError
from smmkit.files.tree import Disk, Memory
from smmkit.intake.organization import initials, read_units, read_zone
from smmkit.loading.folder import load
from smmkit.model.fields import fields_of, parts_of
from smmkit.new import document as new_document
from smmkit.new import values as new_values
from smmkit.new.document import form, new_files, path_for
from smmkit.new.ids import free_id, next_id
from smmkit.new.placeholders import days
from smmkit.new.qms import Answers, first_files
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules import examine
from smmkit.words import LANGUAGES
from smmkit.yaml_text.reading import read
from smmkit.yaml_text.scalars import Yaml, scalar

EXAMPLE = Path(__file__).parent.parent / "example-qms"
DAY = date(2026, 3, 2)
TWO = {"SEK": "Sekretariat", "MUT": "Bidang Mutasi"}
NEW = tuple(kind for kind in KINDS if kind != "qms")
EVERYTHING = {
    **dict.fromkeys((new_values.blank_of(word) for word, _ in new_values.homes()), "X-01"),
    **dict.fromkeys((blank for kind in NEW for blank, _ in new_values.newcomers(kind)), "X-01"),
    **dict.fromkeys(("unit", "audited", "any", "id", "series"), "X-01"),
    **dict.fromkeys(("name", "short_name", "head", "zone"), "X-01"),
    "standard": "iso9001-2015",
    "standards": Yaml("[iso9001-2015]"),
    "clause": "8.5.1",
    **days(DAY),
    "units": Yaml("  - id: X-01\n    title: X"),
    "verdicts": Yaml('  - requirement: "4.1"\n    status: not-assessed'),
}


@cache
def example() -> Qms:
    """The example."""
    return load(Disk(EXAMPLE))


def commented(kind: str) -> re.Pattern[str]:
    """A field that is not used yet: what stands behind `# `."""
    names = {
        name for part in (class_of(kind), *parts_of(class_of(kind))) for name in fields_of(part)
    }
    fields = "|".join(sorted(names | {"en", "id"}))
    return re.compile(
        rf"^( *)# ( *(?:- )?(?:(?:{fields}):(?: .*)?|- \((?:isi|fill in)\).*))$", re.M
    )


def begun(lang: str = "id", units: dict[str, str] | None = None) -> dict[str, str]:
    """The files of a new QMS."""
    answers = Answers("Dinas Contoh", "DC", "Kepala Dinas", "Asia/Makassar", units or TWO)
    return first_files(answers, lang, DAY)


def with_new(files: dict[str, str], *kinds: str, lang: str = "id") -> dict[str, str]:
    """The files with a new document of each kind, and before it of each kind that it asks for."""
    for kind in kinds:
        qms = load(Memory(files), DAY)
        try:
            files = {**files, **new_files(qms, kind, free_id(qms, kind), lang, {})}
        except SmmError as error:
            files = with_new(files, error.message.values["first"], kind, lang=lang)
    return files


def wrong(files: dict[str, str]) -> list[tuple[str, Severity]]:
    """What the rules find."""
    found = examine(load(Memory(files), DAY))
    return [(diagnostic.rule.code, diagnostic.rule.severity) for diagnostic in found]


def front(kind: str, text: str) -> str:
    """The YAML of a document."""
    if class_of(kind).shape == "yaml":
        return text
    return text.removeprefix("---\n").partition("\n---\n")[0]


def used(kind: str, lang: str) -> dict[str, Any]:
    """The values of a form once every `# ` before a field is deleted."""
    return read("", commented(kind).sub(r"\1\2", front(kind, form(kind, lang, EVERYTHING))) + "\n")


def unsaid(type_: type[Part], values: list[Any], above: str = "") -> list[str]:
    """The fields of a type, and of the parts in it, that none of the values has."""
    missing = []
    for name, field in fields_of(type_).items():
        found = [v[name] for v in values if name in v]
        flat = [one for v in found for one in (v if isinstance(v, list) else [v])]
        if not flat:
            missing.append(above + name)
        elif field.part:
            missing += unsaid(field.part, flat, f"{above}{name}.")
    return missing


# Forms


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_form_has_every_field_of_its_kind(kind, lang):
    assert {*unsaid(class_of(kind), [used(kind, lang)])} <= {
        "approvals",
        "checked_against",
        "copies",
    }
    if "approvals" in fields_of(class_of(kind)):
        assert re.search(r"(?i)\bapprovals\b.*smm approve", form(kind, lang, EVERYTHING))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_field_is_used_by_deleting_the_sign_before_it(kind, lang):
    class_of(kind).model_validate(used(kind, lang))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_form_is_short_lined_lf_and_explained(kind, lang):
    text = new_document.blank_form(kind, lang, ("4.1",))
    assert "\r" not in text
    assert max(map(len, text.splitlines())) <= 100
    fields = [line for line in front(kind, text).splitlines() if re.match(r"(# )?[a-z_]+:", line)]
    explained = re.findall(r"^# (?:[A-Z]|.*[.:]$).*\n(?:# )?[a-z_]+:", front(kind, text), re.M)
    assert len(explained) >= len(fields) - 2


def test_the_first_field_of_an_entry_is_explained_like_the_others():
    lines = form("management-review", "en", EVERYTHING).splitlines()
    first = next(n for n, line in enumerate(lines) if "- decision_type:" in line)
    assert lines[first - 1] == (
        "  # What it is about. One of: improvement (opportunity for improvement), change, resources."
    )


def test_the_languages_have_the_same_forms_with_the_same_fields():
    names = [{path.name for path in (new_document.FORMS / lang).iterdir()} for lang in LANGUAGES]
    assert names[0] == names[1]
    for kind in KINDS:
        one, other = (used(kind, lang) for lang in LANGUAGES)
        assert one.keys() == other.keys()


def test_a_value_is_written_so_that_it_reads_as_it_is():
    odd = [
        'SOP: "Cuti" #1',
        "yes",
        "2026",
        "- a",
        "a, b",
        "[isi]",
        "R&D",
        "Ñusa",
        "010",
        "1e3",
        "é:",
    ]
    for text in odd:
        assert read("", f"title: {scalar(text)}\n") == {"title": text}
    assert scalar("a\u200b\n b\u2028c\udcff") == "a b c"
    assert scalar("Bidang Mutasi (1)") == "Bidang Mutasi (1)"


# What init writes


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("units", [TWO, {"P-01": "x", "SOP-01": "y", "R-01": "z: #"}])
def test_a_new_qms_has_no_error_and_no_warning(lang, units):
    assert wrong(begun(lang, units)) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_new_qms_is_what_every_agency_must_write_itself(lang):
    files = begun(lang)
    documents = {path for path in files if path.endswith((".yaml", ".md"))} - {"README.md"}
    assert (
        documents
        == {
            "id": {"qms.yaml", "layanan/DL-01.yaml", "kebijakan/KM-01.md", "orang/ORG-01.yaml"},
            "en": {"qms.yaml", "services/SVC-01.yaml", "policy/QP-01.md", "people/PPL-01.yaml"},
        }[lang]
    )
    classes = [c["id"] for c in read("", files["qms.yaml"])["classes"]]
    for path in documents:
        named = re.findall(r"(?m)^(?:# )?classification: (.*)$", files[path])
        assert named == [classes[-1] if re.match("orang|people", path) else classes[0]]
    policy = {"id": "kebijakan/KM-01.md", "en": "policy/QP-01.md"}[lang]
    assert "# reviewer: P-01" in files[policy]


@pytest.mark.parametrize("kind", NEW)
def test_no_form_names_what_is_not_there_where_something_is(kind):
    if not (EXAMPLE / "qms.yaml").is_file():
        pytest.skip("there is no example")
    qms = example()
    for text in new_files(qms, kind, free_id(qms, kind), "id", {}).values():
        assert "X-01" not in text


def test_a_new_qms_says_what_was_answered():
    qms = load(Memory(begun("en")), DAY)
    assert qms.settings
    assert qms.settings.organization.name == "Dinas Contoh"
    assert [unit.id for unit in qms.settings.units] == ["SEK", "MUT"]
    assert (qms.settings.organization.language, qms.settings.organization.head) == (
        "en",
        "Kepala Dinas",
    )


def test_units_are_read_with_commas_in_their_names():
    text = "SEK=Sekretariat, PPI=Bidang Pengadaan, Pemberhentian dan Informasi; Bidang Mutasi"
    assert read_units(text) == {
        "SEK": "Sekretariat",
        "PPI": "Bidang Pengadaan, Pemberhentian dan Informasi",
        "BM": "Bidang Mutasi",
    }
    assert list(read_units("Bidang Mutasi; Bidang Mutu; Sekretariat")) == ["BM", "BM2", "SEK"]
    for bad in ("", "=x", "A B=x", "SEK=", "SEK=a,SEK=b", "7=x"):
        with pytest.raises(SmmError):
            read_units(bad)


def test_short_names_and_zones():
    assert initials("Badan Kepegawaian Daerah") == "BKD"
    assert initials("Puskesmas") == "Puskesmas"
    assert (read_zone("wit"), read_zone("Asia/Jakarta")) == ("Asia/Jayapura", "Asia/Jakarta")
    assert (read_zone("GMT+8"), read_zone(" utc +07:00 ")) == ("Asia/Makassar", "Asia/Jakarta")
    assert read_zone("Etc/GMT+8") == "Etc/GMT+8", (
        "there is one of this name; SMM465 tells what it means"
    )
    with pytest.raises(SmmError):
        read_zone("../etc")


# New documents


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", NEW)
def test_a_new_document_has_no_error_and_no_warning(kind, lang):
    assert wrong(with_new(begun(lang), kind, kind, lang=lang)) == []


def test_where_there_is_one_unit_alone_it_may_audit_itself():
    assert wrong(with_new(begun(units={"SEK": "Sekretariat"}), "audit")) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_gap_assessment_lists_every_clause(lang):
    files = with_new(begun(lang), "gap-assessment", lang=lang)
    qms = load(Memory(files), DAY)
    standard = qms.standard("iso9001-2015")
    text = files[{"id": "kesenjangan", "en": "gaps"}[lang] + "/GA-01.yaml"]
    verdicts = read("", text)["verdicts"]
    assert [v["requirement"] for v in verdicts] == [clause.id for clause in standard.clauses]
    assert {v["status"] for v in verdicts} == {"not-assessed"}
    assert f"# 9.3.1 {getattr(standard.clauses[-1].title, lang)}" not in text
    assert f"# 10.3 {getattr(standard.clauses[-1].title, lang)}\n" in text


def test_an_objective_comes_with_its_series():
    files = with_new(begun(), "objective")
    assert files["sasaran/IKU-01.csv"].splitlines()[:2] == ["period;value", "2026-01;"]
    assert files["sasaran/SM-01.yaml"].count("series: IKU-01.csv") == 1
    english = with_new(begun("en"), "objective", lang="en")
    assert english["objectives/KPI-01.csv"].startswith("period,value\n2026-01,\n")


def test_ids_go_on_as_they_were():
    assert next_id("SOP", (), ()) == "SOP-01"
    assert next_id("SOP", ("BKD.SOP-009", "odd"), ("bkd.sop-010",)) == "BKD.SOP-011"
    assert next_id("GA", ("GA-2019", "GA-2018"), ()) == "GA-2020"
    assert next_id("SOP", ("SOP-99",), ()) == "SOP-100"
    assert path_for("procedure", "SOP-02") == "sop/SOP-02.md"


@pytest.mark.parametrize(
    "before",
    [
        {"sop/SOP-02.md": "---\nkind: procedure\nid: SOP-02\n---\n"},
        {"sop/x.md": "---\nid: SOP-02\nkind: [\n---\n"},
        {"sop/SOP-02.md": "no front matter"},
        {"issued/SOP-02/1/SOP-02.md": "gone, but once issued"},
        {"risiko/RR-09.yaml": "id: sop-02"},
    ],
)
def test_an_id_of_a_faulty_or_vanished_document_is_never_used_again(before):
    files = with_new(begun(), "procedure")
    assert free_id(load(Memory({**files, **before}), DAY), "procedure") == "SOP-03"


def test_what_a_new_document_refers_to_comes_first():
    qms = load(Memory(begun()), DAY)
    with pytest.raises(SmmError) as refused:
        new_files(qms, "finding", "T-01", "id", {})
    assert refused.value.message.values["first"] == "audit"
    files = {path: text for path, text in begun().items() if "kebijakan" not in path}
    with pytest.raises(SmmError) as objective:
        new_files(load(Memory(files), DAY), "objective", "SM-01", "id", {})
    assert objective.value.message.values["first"] == "quality-policy"
    with pytest.raises(SmmError) as unit:
        new_files(load(Memory({}), DAY), "procedure", "SOP-01", "id", {})
    assert "units" in unit.value.message.text


def test_a_form_of_the_folder_goes_before():
    own = "---\r\nkind: procedure\r\nid: $id\r\ntitle: ${title|x}\r\n---\r\n$name, Rp $5\r\n"
    qms = load(Memory({**begun(), "templates/forms/procedure.md": own}), DAY)
    assert wrong({**begun(), "templates/forms/procedure.md": own}) == []
    files = new_files(qms, "procedure", "SOP-02", "en", {"title": "Cuti: a"})
    text = '---\nkind: procedure\nid: SOP-02\ntitle: "Cuti: a"\n---\nDinas Contoh, Rp $5\n'
    assert files == {"sop/SOP-02.md": text}


def test_a_form_of_the_folder_with_an_unknown_blank_is_refused():
    own = "---\nid: $id\ntitle: $titel\n---\n"
    qms = load(Memory({**begun(), "templates/forms/procedure.md": own}), DAY)
    with pytest.raises(SmmError) as error:
        new_files(qms, "procedure", "SOP-02", "id", {})
    assert error.value.message.values["name"] == "titel"
