"""Looking for personal data takes time as the text grows, whatever stands in it."""

from datetime import date
from pathlib import Path
from time import process_time

import pytest
import yaml

from smmkit.analyses.privacy.personal_data import in_texts
from smmkit.files.tree import Memory
from smmkit.loading.folder import load
from smmkit.personal import hits, masked, names_of
from smmkit.rules.privacy.personal_data_enters_history import personal_data_enters_history

STEEPEST = 8.0
"""Times the time for four times the text; a square takes 16, a line 4."""
SOON = 20
"""CPU seconds; what grows as a square takes an hour."""
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
    *(
        "lahir satu ",
        "| lahir |\n|-|\n| 1 |\n",
        "Nama Lahir\n",
        "Nama Lahir\n1-1-2000\n",
        "|a",
        "|-|\n",
    ),
    *("rek 1 ", "bri 12345678 ", "mobil a 1", "cakrawala, ", "a dot ", "x @ ", "lahir dua ribu "),
    *("5371015203850004", "01.234.567.8-901.000 ", "12 maret 19", "nip 1"),
]


@pytest.mark.parametrize("again", HARD)
def test_time_grows_as_the_text_does(again):
    short, long = (again * (size // len(again)) for size in (100_000, 400_000))
    assert any(time_of(long) < STEEPEST * time_of(short) for _ in range(4))


def time_of(text: str) -> float:
    """CPU seconds; a moment more, for what takes next to none."""
    start = process_time()
    hits(text, "", NAMES)
    masked(text)
    return process_time() - start + 0.05


CASES = Path(__file__).parent.parent / "rules/cases/SMM115.yaml"


@pytest.mark.parametrize("end", ["\n", " "])
def test_a_document_full_of_people_is_soon_read(end):
    files = yaml.safe_load(CASES.read_text("utf-8"))[0]["files"]
    block = f"Kepala Dinas, Ratna Cakrawala NIP 19850312 201001 2 003 Damar Segara{end}"
    files["a.md"] = files["a.md"].partition("Hubungi")[0] + block * 20_000
    qms = load(Memory(files), date(2021, 6, 30))
    start = process_time()
    assert len(in_texts(qms)) > 50_000
    assert process_time() - start < SOON


def test_a_change_full_of_numbers_or_of_tables_is_soon_judged():
    files = yaml.safe_load((CASES.parent / "SMM970.yaml").read_text("utf-8"))[0]["files"]
    many = {"a.yaml": files["a.yaml"].rstrip() + " NIP 198506152010121002" * 40_000 + "\n"}
    for n in range(6_000):
        many[f"b{n}.yaml"] = files["a.yaml"].replace("AUD-01", f"B-{n}") + "evidence: [a.csv]\n"
    qms = load(Memory(files | many | {"a.csv": "a;b\n1;2\n"}), date(2026, 3, 2))
    qms.before = load(Memory({"qms.yaml": files["qms.yaml"]}), date(2026, 3, 2))
    start = process_time()
    assert len(list(personal_data_enters_history.look(qms))) > 40_000
    assert process_time() - start < SOON
