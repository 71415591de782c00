"""Personal data is found wherever it stands, and nothing else is taken for it."""

import pytest
from corpus import SEEDED, other, sentences

from smmkit.personal import hits

COUNT = 400


@pytest.mark.parametrize("kind", SEEDED)
def test_of_what_is_seeded_nearly_all_is_found(kind: str) -> None:
    missed = [
        text
        for text, data in sentences(SEEDED[kind], COUNT, 7)
        if kind not in {hit.kind.value for hit in hits(text)}
    ]
    assert len(missed) <= COUNT // 100, missed


def test_what_looks_like_it_is_nearly_never_taken_for_it() -> None:
    wrong = [text for text, _ in sentences(other, 10 * COUNT, 11) if hits(text)]
    assert len(wrong) <= COUNT // 10, wrong
