"""What can be said of a text as it stands."""

import pytest

from smmkit.analyses.texts import says_nothing, squeezed


@pytest.mark.parametrize(
    "reason",
    ["-", "nanti", "Nanti menyusul ya pak", "Belum sempat dikerjakan", "TBD", "Not relevant",
     "will be done later this year", "xxx xxx xxx", "belum ada sampai sekarang"],
)  # fmt: skip
def test_these_say_nothing(reason):
    assert says_nothing(reason)


@pytest.mark.parametrize(
    "reason",
    ["Each service is laid down by law", "Memuat data pribadi pegawai", "Nothing is designed here",
     "Masih rancangan dan belum disahkan; direncanakan berlaku Februari 2020",
     "Tidak ada alat ukur yang harus dikalibrasi, karena hasilnya berupa surat yang dibaca orang"],
)  # fmt: skip
def test_these_say_why(reason):
    assert not says_nothing(reason)


def test_what_does_not_matter_is_squeezed_out():
    assert squeezed("  Personnel\n  Services. ") == squeezed("personnel services")
    assert squeezed("Services") != squeezed("Service")
