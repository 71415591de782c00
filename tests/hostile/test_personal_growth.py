"""Looking for personal data takes time as the text grows, whatever stands in it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import process_time

import pytest
import yaml

from smmkit.analyses.privacy.personal_data import Trace, in_texts
from smmkit.files.tree import Memory
from smmkit.loading.folder import load
from smmkit.personal import hits, masked, names_of
from smmkit.qms import Qms
from smmkit.rules.privacy.personal_data_enters_history import personal_data_enters_history

STEEPEST = 8.0
"""Times the time for four times the text; a square takes 16, a line 4."""
A_MOMENT = 0.005
"""CPU seconds more, for what takes next to none."""
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
        "mobil B\n1",
        "lahirnya tanggal ",
        "b-day ",
        "HP08",
        "metal plate ",
        "8S 1 ",
        "1 B",
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
    *("gaji ", "gaji rp 1 ", "pak Ani menderita ", "Ratna Cakrawala hamil ", "anak ", "ipk 1 "),
    *("tinggal di Desa A ", "tinggal di 1 A ", "ibu kandung ", "ibu kandung A", "agamanya "),
    *("5371015203850004", "01.234.567.8-901.000 ", "12 maret 19", "nip 1"),
]


@pytest.mark.parametrize("again", HARD)
def test_time_grows_as_the_text_does(again):
    short, long = (again * (size // len(again)) for size in (30_000, 120_000))
    assert grows_as_it_should(lambda: look(short), lambda: look(long))


def look(text: str) -> None:
    """Look for personal data, and take it out."""
    hits(text, "", NAMES)
    masked(text)


def grows_as_it_should(short: Callable[[], object], long: Callable[[], object]) -> bool:
    """Whether what is four times as much takes near four times as long, in one attempt of some.

    A busy machine makes one measurement long, not each of some.
    """
    return any(time_of(long) < STEEPEST * time_of(short) for _ in range(4))


def time_of(call: Callable[[], object]) -> float:
    """CPU seconds."""
    start = process_time()
    call()
    return process_time() - start + A_MOMENT


def test_a_square_is_seen():
    def square(size: int) -> None:
        for _ in range(size):
            sum(range(size))

    assert not grows_as_it_should(lambda: square(1_000), lambda: square(4_000))


CASES = Path(__file__).parent.parent / "rules/cases/SMM115.yaml"


@pytest.mark.parametrize("end", ["\n", " "])
def test_a_document_full_of_people_is_read_in_time_that_grows_as_it_does(end):
    files = yaml.safe_load(CASES.read_text("utf-8"))[0]["files"]
    block = f"Kepala Dinas, Ratna Cakrawala NIP 19850312 201001 2 003 Damar Segara{end}"
    files["a.md"] = files["a.md"].partition("Hubungi")[0]

    def told(times: int) -> list[Trace]:
        full = files | {"a.md": files["a.md"] + block * times}
        return in_texts(load(Memory(full), date(2021, 6, 30)))

    assert len(told(2_500)) > 6_250
    assert grows_as_it_should(lambda: told(2_500), lambda: told(10_000))


def test_a_change_full_of_numbers_or_of_tables_is_judged_in_time_that_grows_as_it_does():
    files = yaml.safe_load((CASES.parent / "SMM970.yaml").read_text("utf-8"))[0]["files"]
    before = load(Memory({"qms.yaml": files["qms.yaml"]}), date(2026, 3, 2))

    def changed(times: int) -> Qms:
        many = {"a.yaml": files["a.yaml"].rstrip() + " NIP 198506152010121002" * 40 * times + "\n"}
        for n in range(6 * times):
            text = files["a.yaml"].replace("AUD-01", f"B-{n}")
            many[f"b{n}.yaml"] = text + "evidence: [a.csv]\n"
        qms = load(Memory(files | many | {"a.csv": "a;b\n1;2\n"}), date(2026, 3, 2))
        qms.before = before
        return qms

    def judged(qms: Qms) -> int:
        return len(list(personal_data_enters_history.look(qms.on(qms.as_of))))

    short, long = changed(125), changed(500)
    assert judged(long) > 20_000
    assert grows_as_it_should(lambda: judged(short), lambda: judged(long))
