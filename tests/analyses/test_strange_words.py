"""Words that stand nowhere else: from how many on, and from what part of a text."""

from collections import Counter
from types import SimpleNamespace

import pytest

from smmkit.analyses.texts.strange import beginnings, strange_words

NEW = ("gelombang", "pelayaran", "badai", "rayap")
OLD = ("dokumen", "prosedur", "laporan", "kegiatan", "pegawai", "layanan", "pimpinan")


@pytest.mark.parametrize(
    ("new", "old", "is_strange"),
    [(2, 1, True), (2, 2, False), (1, 0, False), (3, 4, True), (3, 5, False), (4, 6, True)],
)
def test_two_in_three_or_three_and_two_fifths_of_a_text_are_strange(new, old, is_strange):
    words = [*NEW[:new], *OLD[:old]]
    few = Counter(key for word in NEW for key in beginnings(word))
    found = strange_words(SimpleNamespace(words=words), few, frozenset())
    assert found == (words[:new] if is_strange else [])
