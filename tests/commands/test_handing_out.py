"""Controlled copies: given, brought back, and the old ones that are still out."""

import json

import pytest

from running import smm

SOP = "sop/kenaikan-pangkat.md"


def copies(qms):
    """The lines of the copies of SOP-01."""
    text = (qms / SOP).read_text("utf-8").split("copies:\n", 1)[1]
    return text.split("\n---", 1)[0].splitlines()


def test_who_has_a_copy_is_listed(qms):
    shown = smm("copies", qms, "--lang", "en").stdout
    assert "Copies to be recalled" in shown
    assert "Loket pelayanan (2)" in shown
    assert "came back" not in shown
    every = json.loads(smm("copies", "SOP-01", qms, "--all", "-f", "json").stdout)
    assert [one["recalled"] for one in every["copies"]] == ["2020-07-13", "2020-07-14", None, None]
    assert smm("copies", "list", "sop-1", qms).returncode == 0
    assert "SOP-99" in smm("copies", "SOP-99", qms).stderr


def test_copies_are_given_and_come_back_and_nothing_else_changes(qms):
    done = smm(
        "copies", "give", "sop-1", qms, "--to", "sekretariat", "--to", "Papan", "--on", "2021-03-01"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert copies(qms)[4:] == [
        *('  - version: "2"', "    unit: SEK", '    number: "3"', "    given: 2021-03-01"),
        *('  - version: "2"', "    holder: Papan", '    number: "4"', "    given: 2021-03-01"),
    ]
    given = (qms / SOP).read_text("utf-8")
    back = smm("copies", "back", "SOP-01", qms, "--from", "Papan", "--on", "2021-04-01")
    assert "came back from Papan (4)" in back.stdout or "kembali dari Papan (4)" in back.stdout
    assert copies(qms)[-1] == "    recalled: 2021-04-01"
    assert "SOP-01" not in smm("validate", qms, "--select", "SMM393").stdout
    assert smm("undo", qms, "--yes").returncode == 0
    assert (qms / SOP).read_text("utf-8") == given


def test_a_seal_holds_when_copies_are_handed_out(qms):
    told = smm("validate", qms).stdout
    smm("copies", "give", "SOP-01", qms, "--to", "SEK")
    assert smm("validate", qms).stdout.splitlines()[-1] == told.splitlines()[-1]


def test_who_has_an_old_copy_is_told_and_without_a_name_all_old_ones_come_back(qms):
    text = (qms / SOP).read_text("utf-8").replace(", recalled: 2020-07-13", "")
    (qms / SOP).write_text(text.replace(", recalled: 2020-07-14", ""), "utf-8", newline="")
    given = smm("copies", "give", "SOP-01", qms, "--to", "MUT", "--number", "7", "--lang", "en")
    assert "a copy of version 1 is still with" in given.stdout
    assert 'smm copies back SOP-01 --from "MUT"' in given.stdout
    back = smm("copies", "back", "SOP-01", qms, "--lang", "en").stdout
    assert back.count("version 1 of SOP-01 came back") == 2
    assert [line.count("recalled") for line in copies(qms)[:4]] == [1, 1, 0, 0]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["give", "SOP-01"], "--to UNIT"),
        (["give", "SOP-01", "--to", " "], "'--to': It is empty"),
        (["give", "SOP-01", "--to", "MUT"], "has a copy of version 2 already"),
        (["give", "SOP-01", "--to", "SEKK"], "did you mean SEK?"),
        (["give", "SOP-01", "--to", "SEK", "--on", "2020-01-01"], "approved on"),
        (["give", "SOP-01", "--to", "SEK", "--on", "2031-01-01"], "yet to come"),
        (["give", "SOP-01", "--to", "SEK", "--version", "9"], "has no approval"),
        (["give", "IKU-01", "--to", "SEK"], "is no document that is approved"),
        (["give", "SOP-77", "--to", "SEK"], "there is no SOP-77"),
        (["give", "SOP-01", "--to", "Mutasi"], "write the code of the unit: MUT"),
        (["give", "SOP-01", "--to", "Bid. Mutasi"], "write the code of the unit: MUT"),
        (["give", "SOP-01", "--to", "Kepala Bidang Mutasi"], "write the code of the unit: MUT"),
        (["give", "SOP-01", "--to", "SEK", "--to", "INF", "--number", "1"], "one alone"),
        (["back", "SOP-01"], "no such copy of SOP-01 is out"),
        (["back", "SOP-01", "--from", "SEK"], "no such copy of SOP-01 is out"),
        (["give"], "an id is missing: smm copies give ID"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(qms, call, said):
    before = (qms / SOP).read_bytes()
    verb, *rest = call
    at = [rest[0], qms, *rest[1:]] if rest else []
    done = smm("copies", verb, *at, "--lang", "en")
    assert done.returncode == 2
    assert said in done.stderr
    assert (qms / SOP).read_bytes() == before


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
def test_ends_of_lines_and_a_mark_at_the_top_stay(qms, ends):
    data = (qms / SOP).read_text("utf-8").replace("\n", ends).encode("utf-8-sig")
    (qms / SOP).write_bytes(data)
    assert smm("copies", "back", "SOP-01", qms, "--from", "MUT").returncode == 0
    changed = (qms / SOP).read_bytes()
    assert changed.startswith(b"\xef\xbb\xbf")
    assert changed.replace(b", recalled: 2021-06-30", b"") == data
