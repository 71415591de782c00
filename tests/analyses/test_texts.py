"""What can be said of a text as it stands."""

import pytest

from smmkit.analyses.texts import squeezed, texts_in
from smmkit.analyses.texts.leftovers import alone, inside, leftover
from smmkit.analyses.texts.vocabulary import says_nothing


@pytest.mark.parametrize(
    "reason",
    ["-", "nanti", "Nanti menyusul ya pak", "Belum sempat dikerjakan", "TBD", "Not relevant",
     "will be done later this year", "xxx xxx xxx", "belum ada sampai sekarang"],
)  # fmt: skip
def test_these_say_nothing(reason, folder):
    assert says_nothing(reason, folder({}))


@pytest.mark.parametrize(
    "reason",
    ["Each service is laid down by law", "Memuat data pribadi pegawai", "Nothing is designed here",
     "Masih rancangan dan belum disahkan; direncanakan berlaku Februari 2020",
     "Tidak ada alat ukur yang harus dikalibrasi, karena hasilnya berupa surat yang dibaca orang"],
)  # fmt: skip
def test_these_say_why(reason, folder):
    assert not says_nothing(reason, folder({}))


def test_a_folder_may_have_words_of_its_own_that_put_off(folder):
    own = "kind: vocabulary\nid: vocabulary\nadds: true\nputs_off: [bulan depan]\n"
    reason = "Akan dilengkapi oleh kami bulan depan"
    assert not says_nothing(reason, folder({}))
    held = folder({"standards/words.yaml": own})
    assert says_nothing(reason, held)
    assert says_nothing("Nanti menyusul ya pak", held)


def test_what_does_not_matter_is_squeezed_out():
    assert squeezed("  Personnel\n  Services. ") == squeezed("personnel services")
    assert squeezed("Services") != squeezed("Service")


def test_the_texts_that_are_looked_for_are_found_with_their_places():
    value = {"a": "x", "b": ["y", 1, {"c": "x", "d": None}], "e": {}}
    assert texts_in(value) == [(("a",), "x"), (("b", 0), "y"), (("b", 2, "c"), "x")]
    assert texts_in(value, of={"x"}) == [(("a",), "x"), (("b", 2, "c"), "x")]
    assert texts_in("x") == [((), "x")]
    assert texts_in("x", of={"y"}) == []


LEFT = [
    "x",
    "XXX",
    "\N{HORIZONTAL ELLIPSIS}",
    "..",
    "___",
    "??",
    "#",
    "<nama>",
    "[isi]",
    "{nama}",
    "{{ nama }}",
]
LEFT += [
    "TBD",
    "tbc.",
    "to do",
    "TODO",
    "to be determined",
    "Placeholder",
    "akan diisi",
    "isi di sini",
]
LEFT += [
    "belum di isi oleh unit",
    "harap diisi nanti",
    "mohon diisi",
    "diisi kemudian",
    "tulis nanti",
]
LEFT += ["Masukkan di sini", "fill in here", "Insert later", "(** Di isi di sini **)"]


@pytest.mark.parametrize("text", LEFT)
def test_this_a_template_left_where_it_stands_alone(text):
    assert alone(text)
    assert leftover(text)
    assert not leftover(f"Petugas {text} mencatat") or inside(text)
