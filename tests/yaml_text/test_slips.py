"""Slips of the pen that are told at their place, whatever else stands in the line."""

import pytest

from smmkit.location import SourceError
from smmkit.yaml_text.source import Source


@pytest.mark.parametrize("end", ["", " ", "  \t"])
def test_a_second_colon_at_the_end_of_a_line_is_told(end):
    with pytest.raises(SourceError) as told:
        Source.parse("a.yaml", f"k0: ['a']\n\nk1: 7.1 7.1 :{end}\n\nk2: b\n".encode())
    assert told.value.at.line == 3
