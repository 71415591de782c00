"""Looking for personal data takes time as the text grows, whatever stands in it."""

from time import process_time

import pytest

from smmkit.personal import hits, masked, names_of

NAMES = names_of(["Ratna Cakrawala", "a a a a a a a a b"])
HARD = [
    *(
        "1 ",
        "1",
        "12 ",
        "1 22 ",
        "123 45 ",
        "1\n",
        "1.",
        "1-",
        "1(",
        "0",
        "08",
        "0812 ",
        "62 ",
        "+",
        "+62",
    ),
    *(
        "a@",
        "@",
        "a",
        "a.",
        "(at)",
        " at a",
        " at ",
        "lahir ",
        "lahir 1",
        "tempat ",
        "ttl,",
        "B 1234 ",
        "B ",
        "A1A",
    ),
    *(
        "198503122010012003 ",
        "1985 ",
        "rekening 1",
        "rekening ",
        "ratna ",
        "a ",
        "\uff11",
        "\u200b1",
        ". ",
        "- ",
    ),
    *("5371015203850004", "01.234.567.8-901.000 ", "12 maret 19", "nip 1"),
]


@pytest.mark.parametrize("again", HARD)
def test_time_grows_as_the_text_does(again):
    text = again * (400_000 // len(again))
    start = process_time()
    hits(text, "", NAMES)
    masked(text)
    assert process_time() - start < 5
