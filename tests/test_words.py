"""Days and numbers as readers write them; Babel is the oracle."""

from datetime import date
from decimal import Decimal

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from smmkit.words import LANGUAGES, Language, Percent, Words, code_of, language, say, say_n

CODES = pytest.mark.parametrize("code", LANGUAGES)
DECIMALS = st.decimals(-(10**12), 10**12, places=4, allow_nan=False)


def test_as_it_is_said():
    assert Language("id").say(date(2026, 3, 1)) == "1 Maret 2026"
    assert Language("en").say(date(2026, 3, 1)) == "1 March 2026"
    assert Language("id").say(Decimal("1234.5")) == "1.234,5"
    assert Language("en").say(Decimal("1234.5")) == "1,234.5"


@CODES
@pytest.mark.parametrize("month", range(1, 13))
def test_every_month(code, month):
    day = date(2026, month, 9)
    assert Language(code).say(day) == format_date(day, "d MMMM y", locale=code)


@CODES
@given(number=DECIMALS)
def test_numbers(code, number):
    places = max(0, -number.as_tuple().exponent)
    pattern = "#,##0" + ("." + "0" * places if places else "")
    assert Language(code).say(number) == format_decimal(number, pattern, locale=code)


@CODES
@given(number=st.integers(-(10**27), 10**27))
def test_whole_numbers(code, number):
    assert Language(code).say(number) == format_decimal(number, "#,##0", locale=code)


@pytest.mark.parametrize(
    ("number", "said"),
    [("1E+3", "1,000"), ("1E-7", "0.0000001"), ("0.10", "0.10"), ("-0.5", "-0.5")],
)
def test_a_number_is_written_out_as_it_was_typed(number, said):
    assert Language("en").say(Decimal(number)) == said


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("66.665", "66.67"),
        ("66.664999", "66.66"),
        ("0.125", "0.13"),
        ("100", "100.00"),
        ("0.005", "0.01"),
        ("-0.125", "-0.13"),
        ("1234.5", "1,234.50"),
    ],
)
def test_a_share_has_two_places_rounded_half_up(number, shown):
    assert Language("en").say(Percent(Decimal(number))) == f"{shown} %"
    swapped = shown.translate(str.maketrans(",.", ".,"))
    assert Language("id").say(Percent(Decimal(number))) == f"{swapped} %"


def test_a_share_beyond_all_measure_is_still_said():
    assert Language("en").say(Percent(Decimal("1E+30"))).startswith("1,000,000")


def test_one_and_many():
    message = {n: say_n("{n} error", "{n} errors", n) for n in (0, 1, 2, 1234)}
    assert [Language("en").say(m) for m in message.values()] == [
        "0 errors",
        "1 error",
        "2 errors",
        "1,234 errors",
    ]


def test_in_indonesian_one_and_many_are_the_same_word():
    one, many = (Language("id").say(say_n("{n} error", "{n} errors", n)) for n in (1, 2))
    assert one.removeprefix("1") == many.removeprefix("2")


def test_values_are_spoken_in_the_language_of_the_sentence():
    message = say(
        "{day}: {share}, {words}", day=date(2026, 5, 1), share=Decimal("0.5"), words=["a", 2]
    )
    assert Language("id").say(message) == "1 Mei 2026: 0,5, a, 2"
    assert Language("en").say(message) == "1 May 2026: 0.5, a, 2"


def test_a_sentence_inside_a_sentence_is_spoken_too():
    inner = say("{n}", n=Decimal("1.5"))
    assert Language("id").say(say("({inner})", inner=inner)) == "(1,5)"


def test_what_stands_in_a_value_is_never_a_template():
    assert Language("en").say(say("{a}", a="{b} {0} {{")) == "{b} {0} {{"


def test_braces_are_written_twice():
    assert Language("en").say(say("a `{{` here")) == "a `{` here"


def test_data_that_says_itself_in_each_language():
    words = Words(en="good", id="baik")
    assert [Language(code).say(words) for code in ("en", "id")] == ["good", "baik"]


def test_nothing_true_and_false():
    speech = Language("en")
    assert [speech.say(value) for value in (None, True, False, "", [])] == ["", "yes", "no", "", ""]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("id_ID.UTF-8", "id"),
        ("id", "id"),
        ("ID", "id"),
        ("in_ID", "id"),
        ("in", "id"),
        ("Indonesian_Indonesia.1252", "id"),
        ("en_US.UTF-8", "en"),
        ("C.UTF-8", "en"),
        ("", "en"),
        ("de_DE", "en"),
        ("C", "en"),
    ],
)
def test_the_language_of_a_locale(said, code):
    assert code_of(said) == code


def test_a_language_that_is_not_ours_is_english():
    assert language("de").code == "en"
    assert language("id") is language("id")
