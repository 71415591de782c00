"""Ids: which a new document may have, and which is the next free one."""

from datetime import date

import pytest

from smmkit.errors import SmmError
from smmkit.files.tree import Memory
from smmkit.loading.folder import load
from smmkit.new.ids import check_new_id, free_id, taken_ids

FILES = {
    "audit/AUD-01.yaml": "kind: audit\nid: AUD-01\n",
    "issued/SOP-07/1/SOP-07.md": "---\nkind: procedure\nid: SOP-07\n---\n",
    "catatan/PRO-03.csv": "a,b\n",
}
QMS = load(Memory(FILES), date(2019, 12, 31))


def test_what_was_ever_used_and_names_of_files_are_taken():
    assert taken_ids(QMS) >= {"AUD-01", "SOP-07", "PRO-03"}
    assert free_id(QMS, "procedure") == "SOP-01"
    assert free_id(QMS, "audit") == "AUD-02"


@pytest.mark.parametrize("id", ["SOP-02", "a", "A.b_c-1", "X" * 64, "nothing", "con-1", "offices"])
def test_an_id_that_names_a_file_everywhere_may_be_given(id):
    check_new_id(id, QMS)


@pytest.mark.parametrize(
    "id",
    [
        *("", "1a", "-a", "a-.", "a.", "a b", "a/b", "é", "X" * 65),
        *("con", "NUL", "com1.txt", "Lpt0", "yes", "No", "README", "null", "TRUE"),
        *("AUD-01", "aud-01", "sop-07"),
    ],
)
def test_any_other_is_refused(id):
    with pytest.raises(SmmError):
        check_new_id(id, QMS)
