"""Whoever does not know a code names the thing itself: its title, or its kind and what it is about."""

import pytest

from running import EXAMPLE, smm


@pytest.mark.parametrize(
    ("arguments", "same"),
    [
        (("list", "--owner", "Sekretariat"), ("list", "--owner", "SEK")),
        (("kpi", "--unit", "bidang mutasi dan promosi"), ("kpi", "--unit", "MUT")),
        (("agenda", "--unit", "sek"), ("agenda", "--unit", "SEK")),
        (("status", "--unit", "Sekretariat"), ("status", "--unit", "SEK")),
        (("rehearse", "--unit", "Sekretariat"), ("rehearse", "--unit", "SEK")),
        (("gap-report", "--unit", "Sekretariat"), ("gap-report", "--unit", "SEK")),
        (
            ("gap-report", "--standard", "SNI ISO 9001:2015"),
            ("gap-report", "--standard", "iso9001-2015"),
        ),
        (("show", "quality policy"), ("show", "KM-01")),
        (("show", "Kebijakan Mutu"), ("show", "KM-01")),
    ],
    ids=" ".join,
)
def test_by_its_name(arguments, same):
    done = smm(*arguments, EXAMPLE)
    assert done.returncode == 0, done.stderr
    assert done.stdout == smm(*same, EXAMPLE).stdout


@pytest.mark.parametrize("verb", ["show", "history", "print"])
def test_its_kind_and_a_word_of_its_title_lead_to_it(verb):
    done = smm(verb, "SOP cuti", EXAMPLE, "--lang", "en")
    assert done.returncode == 2
    assert "did you mean SOP-09" in done.stderr


def test_a_title_that_two_units_have_means_none(tmp_path):
    """Nothing is taken for the one or the other."""
    text = (EXAMPLE / "qms.yaml").read_text("utf-8")
    twice = text.replace("title: Pimpinan Badan", "title: Sekretariat", 1)
    assert twice != text
    (tmp_path / "qms.yaml").write_text(twice, "utf-8")
    done = smm("list", "--owner", "Sekretariat", tmp_path)
    assert done.returncode == 2
    assert "BKD (Sekretariat), SEK (Sekretariat)" in done.stderr
