"""What is told of a reason for which a bundle should be let pass."""

import pytest

from smmkit.bundle.stops import allowed_of
from smmkit.errors import SmmError
from smmkit.words import language


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("a7", "--allow a7 memerlukan alasan"),
        ("a7=belum", "satu kata, belum, bukan alasan"),
        ("a7=n/a n/a", '"n/a n/a" tidak menjelaskan sebabnya'),
    ],
)
def test_what_is_wrong_with_a_reason_is_said(asked, said, folder):
    with pytest.raises(SmmError) as refused:
        allowed_of([asked], folder({}))
    text = language("id").say(refused.value.message)
    assert text.startswith(said)
    assert text.endswith('--allow a7="ALASAN"')
