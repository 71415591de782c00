"""Words that stand nowhere else: from how many on, and from what part of a text."""

from collections import Counter
from types import SimpleNamespace

import pytest

from folders import COACHING
from smmkit.analyses.texts.strange import (
    MOST_TIMES,
    beginnings,
    hear,
    strange_texts,
    strange_words,
)

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


@pytest.mark.parametrize(("more", "is_told"), [(0, True), (1, False)])
@pytest.mark.parametrize(("times", "is_known"), [(MOST_TIMES, False), (MOST_TIMES + 1, True)])
def test_a_text_is_strange_among_enough_texts_and_says_its_words_a_few_times(
    folder, more, is_told, times, is_known
):
    note = " ".join(["pelayaran penyelaman"] * times)
    qms = folder({"a.yaml": COACHING.format(id="BIN-1") + f"note: {note}\n"})
    texts = sum(hear(one).texts for one in qms.documents)
    assert bool(strange_texts(qms, texts + more)) is (is_told and not is_known)


def test_two_words_are_enough_to_be_strange(folder):
    others = {f"{n}.yaml": COACHING.format(id=f"BIN-{n}") for n in range(2, 6)}
    qms = folder({"a.yaml": COACHING.format(id="BIN-1") + "note: rubber squid\n", **others})
    assert [one.words for one in strange_texts(qms, 0)] == [["rubber", "squid"]]
