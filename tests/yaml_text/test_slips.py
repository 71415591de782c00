"""Slips of the pen that are told at their place, whatever else stands in the line."""

import pytest

from smmkit.location import SourceError
from smmkit.yaml_text.source import Source


@pytest.mark.parametrize("end", ["", " ", "  \t"])
def test_a_second_colon_at_the_end_of_a_line_is_told(end):
    with pytest.raises(SourceError) as told:
        Source.parse("a.yaml", f"k0: ['a']\n\nk1: 7.1 7.1 :{end}\n\nk2: b\n".encode())
    assert told.value.at.line == 3


def test_the_advice_for_a_long_line_shows_how_it_ends():
    for words in (30, 300):
        text = " ".join(["kata"] * words)
        with pytest.raises(SourceError) as told:
            Source.parse("a.yaml", f"title: Daftar: {text} habis\n".encode())
        said = told.value.hint.values["words"]
        assert said.startswith('`title: "Daftar: kata')
        assert said.endswith('kata habis"`')
        assert len(said) < 220
