"""Words in figures: one that is longer than its line is divided between syllables, and shows it."""

from __future__ import annotations

import pytest

from smmkit.drawing.canvas import fitting


@pytest.mark.parametrize(
    ("text", "letters", "lines"),
    [
        ("ketidaksesuaian minor", 12, ["ketidakse-", "suaian minor"]),
        ("ketidaksesuaian", 15, ["ketidaksesuaian"]),
        ("pertanggungjawaban", 10, ["pertang-", "gungjawa-", "ban"]),
        ("mengembangkan", 8, ["mengem-", "bangkan"]),
        ("penyanyian", 6, ["penya-", "nyian"]),
        ("Xxxxxxxxxxxx", 6, ["Xxxxxx", "xxxxxx"]),
        ("2020-2021-2022", 6, ["2020-", "2021-", "2022"]),
        ("satu dua", 8, ["satu dua"]),
        ("", 6, [""]),
    ],
)
def test_a_long_word_is_divided_where_it_is_spoken(
    text: str, letters: int, lines: list[str]
) -> None:
    found = fitting(text, letters, 9).split("\n")
    assert found == lines
    assert all(len(line) <= letters for line in found)


def test_what_does_not_fit_is_cut_and_one_sees_that() -> None:
    assert fitting("pertanggungjawaban", 10, 2) == "pertang-\ngungjawa-…"


def test_a_word_without_end_is_divided_once_through() -> None:
    assert "".join(fitting("ba" * 50_000, 10, 10**6).replace("-\n", "")) == "ba" * 50_000
