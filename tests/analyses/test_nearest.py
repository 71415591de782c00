"""What a person probably meant."""

from __future__ import annotations

import pytest

from smmkit.analyses.references.nearest import SHOWN, ids_near, nearest_id, why_missing
from smmkit.analyses.references.nearest_clause import nearest_clause
from smmkit.analyses.references.spelling import closest, named_in
from smmkit.words import language

ENGLISH = language("en")
AUDIT = "kind: audit\nid: AUD-01\ntitle: A\ndate: 2026-01-01\naudit_type: internal\n"


@pytest.mark.parametrize(
    ("word", "nearest"),
    [("AUD-01", "AUD-01"), ("AUD-1", "AUD-01"), ("ADU-10", "AUD-01"), ("XYZ-01", None)],
)
def test_two_slips_of_the_pen_are_near_and_three_are_not(word, nearest):
    assert closest(word, ["AUD-01", "SOP-77"]) == nearest
    assert closest(word, []) is None


def test_an_id_is_looked_for_among_the_kinds_that_are_wanted(folder):
    qms = folder({"a.yaml": AUDIT})
    assert ENGLISH.say(nearest_id(qms, "AUD-1", ("audit",))) == "did you mean AUD-01?"
    assert ENGLISH.say(nearest_id(qms, "AUD-1", ())) == "did you mean AUD-01?"
    assert nearest_id(qms, "AUD-1", ("submission",)) is None


@pytest.mark.parametrize(
    ("number", "meant"),
    [("8.5.1.", "8.5.1"), ("8.5.9", "8.5.1"), ("8.5.77", "8.5"), ("12.3", None), ("x", None)],
)
def test_a_clause_is_one_slip_away_or_the_group_above(number, meant):
    said = nearest_clause(number, frozenset({"8.5", "8.5.1", "10"}))
    assert (said and said.values["word"]) == meant


def test_what_is_missing_is_misspelt_or_in_a_file_with_faults_or_nowhere(folder):
    qms = folder({"a.yaml": AUDIT, "b.yaml": "kind: audit\nid: BAD-77\ntitle: A\ndate: never\n"})
    assert ENGLISH.say(why_missing("AUD-1", qms)) == "there is no AUD-1; did you mean AUD-01?"
    assert ENGLISH.say(why_missing("ZZZZ-99", qms)) == "there is no ZZZZ-99 in this folder"
    assert "stands in b.yaml, which has faults" in ENGLISH.say(why_missing("BAD-77", qms))


REGISTER = """kind: {kind}
id: {id}
title: Register
version: "1"
entries:
"""
LAWS = (
    REGISTER.format(kind="regulations", id="REG-01")
    + """\
  - {id: UU-25-2009, title: Pelayanan Publik, number: UU 25/2009, issuer: DPR, in_force: 2009-07-18}
  - {id: PP-96-2012, title: Pelaksanaan UU 25/2009, number: PP 96/2012, issuer: DPR, in_force: 2012-10-26}
"""
)
SERVICES = (
    REGISTER.format(kind="services", id="DL-01")
    + """\
  - {id: LAY-01, title: Usul kenaikan pangkat, owner: U-1}
  - {id: LAY-02, title: Mutasi, owner: U-1}
  - {id: LAY-03, title: Cuti, owner: U-1}
"""
)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("UU 25/2009", "did you mean UU-25-2009?"),
        ("UU No. 25 Tahun 2009", "did you mean UU-25-2009?"),
        (
            "Layanan Kenaikan Pangkat",
            "a code is written here, not a title: LAY-01 (Usul kenaikan pangkat)",
        ),
        (
            "LAY-01 s.d. LAY-03",
            "only one can stand here: LAY-01, LAY-02, LAY-03",
        ),
    ],
)
def test_what_is_called_as_on_paper_is_found(folder, typed, said):
    qms = folder({"a.yaml": LAWS, "b.yaml": SERVICES})
    assert ENGLISH.say(nearest_id(qms, typed, ())) == said


def test_all_units_are_each_of_them(folder):
    hint = nearest_id(folder({}), "semua unit", ("unit",))
    assert ENGLISH.say(hint) == "write the code of each unit: U-1"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("aud-01.yaml", b""),
        ("b.yaml", AUDIT.replace("AUD-01", "AUD-01.").encode()),
        ("c.yaml", AUDIT.replace("AUD-01", "AUD 01").encode()),
        ("d.yaml", AUDIT.replace("id:", "nomor:").encode()),
        ("e.yaml", AUDIT.replace("id:", "ID=").encode()),
        ("f.yaml", AUDIT.encode("utf-16")),
        ("AUD-01.yaml", AUDIT.replace("AUD-01", "2026").encode()),
    ],
)
def test_what_has_a_slip_in_its_id_is_not_told_again_where_it_is_named(folder, name, text):
    qms = folder({name: text})
    assert "AUD-01" in qms.stub_of


@pytest.mark.parametrize(
    ("word", "other", "is_near"),
    [("abc", "abx", True), ("abc", "axy", False), ("abcd", "abxy", True)],
)
def test_in_a_word_of_three_letters_one_slip_is_near(word, other, is_near):
    assert (closest(word, [other]) is not None) is is_near


def test_from_one_clause_to_another_is_with_both():
    said = nearest_clause("8.1 s.d. 8.3", frozenset({"8.1", "8.2", "8.3", "8.4"}))
    assert said is not None
    assert ENGLISH.say(said) == 'write "8.1", "8.2", "8.3"'


def test_a_span_of_clauses_names_both_of_its_ends():
    known = frozenset({"8.5.1", "8.5.2", "8.5.3", "8.5.4", "8.5"})
    said = nearest_clause("8.5.2-8.5.3", known)
    assert said
    assert said.values["words"] == '"8.5.2", "8.5.3"'


def test_an_id_stands_with_other_words_and_one_alone_is_a_slip():
    assert named_in("SEK, CAPIL", ["SEK", "CAPIL"]) == ["SEK", "CAPIL"]
    assert named_in("SEK.", ["SEK"]) == []


def people(folder, *titles, ids=()):
    """A folder with terms of these titles."""
    entries = "".join(
        f"  - {{id: {name}, title: {title}, meaning: A word of ours}}\n"
        for name, title in zip(ids or (f"T-{n}" for n in range(1, 99)), titles, strict=False)
    )
    return folder({"g.yaml": REGISTER.format(kind="glossary", id="GLO-01") + entries})


def near(qms, word):
    """What is said of a word that should be the id of a term."""
    return ENGLISH.say(nearest_id(qms, word, ("term",)))


@pytest.mark.parametrize(("more", "said"), [(0, "one of: "), (1, "such as: ")])
def test_all_are_named_where_they_are_few(folder, more, said):
    titles = [f"Word {chr(97 + n) * 5}" for n in range(SHOWN + more)]
    assert near(people(folder, *titles), "!").startswith(f"a code is written here, {said}")


def test_several_codes_are_several_on_both_sides(folder):
    alike = people(folder, "Sekretariat SEK", "Sekretariat SEK", ids=("SEK", "SEK2"))
    assert near(alike, "Sekretariat SEK") == "did you mean SEK?"
    assert near(people(folder, "Mutasi", ids=("T-1",)), "T-1 s.d. T-3") == "did you mean T-1?"
    assert near(people(folder, "Mutasi", "Cuti"), "T-1, T-2").startswith("only one can")


@pytest.mark.parametrize(
    ("title", "word", "is_found"),
    [
        ("Pensiuns", "Pensiuna", True),
        ("Pensiun", "Pensian", False),
        ("Usul cuti besar", "cuti", True),
        ("Usul SKP besar", "skp", False),
        ("Kenaikan pangkat", "pangkat kenaikan", True),
    ],
)
def test_titles_are_found_by_a_slip_or_by_words_from_a_length_on(folder, title, word, is_found):
    found = ids_near(people(folder, title), word, ("term",))
    assert found == ["T-1"] * is_found
