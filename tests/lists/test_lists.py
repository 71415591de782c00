"""Lists out and back: what a colleague fills in reaches the files, and nothing else of them changes."""

import shutil
import subprocess
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from running import PATIENCE, smm
from smmkit.kinds import KINDS

RISK = "risiko.yaml"


def texts(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in folder.rglob("*")
        if p.is_file() and ".smm" not in p.parts
    }


def sent(qms: Path, word: str, *more: str, end: str = "xlsx") -> Path:
    file = qms.parent / f"{word}.{end}"
    done = smm("export", word, qms, "-o", file, *more)
    assert done.returncode == 0, done.stderr
    return file


class Book:
    """A workbook as a colleague fills it."""

    def __init__(self, file: Path) -> None:
        self.file, self.book = file, openpyxl.load_workbook(file)
        self.sheet = self.book.worksheets[0]
        self.heads = {cell.value: cell.column for cell in self.sheet[1]}
        self.lines = {row[0].value: row[0].row for row in self.sheet.iter_rows(min_row=2)}

    def put(self, id_: str, head: str, value: object) -> None:
        self.sheet.cell(self.lines[id_], self.heads[head]).value = value

    def save(self) -> None:
        self.book.save(self.file)


WORDS = ["risk", "gap", "kpi", "checklist", "finding", "competence", "regulation", "objective"]
WAYS = [("csv", "id"), ("xlsx", "en"), ("docx", "id"), ("csv", "en"), ("xlsx", "id")]


@pytest.mark.parametrize(
    ("word", "end", "lang"),
    [
        pytest.param(word, *way, marks=[] if way == WAYS[n % 3] else pytest.mark.long)
        for n, word in enumerate(WORDS)
        for way in WAYS
    ],
)
def test_an_unchanged_list_changes_nothing(qms: Path, word: str, end: str, lang: str) -> None:
    before = texts(qms)
    file = sent(qms, word, "--lang", lang, end=end)
    done = smm("import", file, qms, "--yes")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "nothing was written" in done.stdout
    assert texts(qms) == before


def test_only_the_cells_that_change_are_written(qms: Path) -> None:
    before = (qms / RISK).read_text("utf-8")
    book = Book(sent(qms, "risk", "--lang", "id"))
    id_ = next(iter(book.lines))
    book.put(id_, "Kemungkinan", 1)
    book.put(id_, "Akibat", "Akibat lain: lebih cepat # tanpa antre")
    book.put(id_, "Golongan", "baru")
    book.save()
    assert smm("import", book.file, qms, "--yes").returncode == 0
    after = (qms / RISK).read_text("utf-8")
    old, new = before.split("\n"), after.split("\n")
    gone, come = [x for x in old if x not in new], [x for x in new if x not in old]
    assert any("likelihood: 1" in x for x in new)
    assert '    effect: "Akibat lain: lebih cepat # tanpa antre"' in come
    assert "    category: baru" in come
    assert max(len(come), len(gone)) <= 3
    assert [x for x in old if "#" in x] == [x for x in new if "#" in x and x in old]
    kept = list((qms / "bukti/daftar").iterdir())
    assert [one.read_bytes() for one in kept] == [book.file.read_bytes()]
    assert smm("undo", qms, "--yes").returncode == 0
    assert (qms / RISK).read_text("utf-8") == before


def test_a_list_in_word_is_filled_by_words_and_comes_back_by_its_cells(qms: Path) -> None:
    file = sent(qms, "risk", "--lang", "id", end="docx")
    made = docx.Document(str(file))
    table = made.tables[0]
    heads = [cell.text for cell in table.rows[0].cells]
    xml = made.element.xml
    assert "w:dropDownList" in xml
    assert 'w:lock w:val="sdtContentLocked"' in xml
    ids = [row._tr.findall(f".//{qn('w:t')}")[0].text for row in table.rows[1:]]
    table.cell(1, heads.index("Kemungkinan")).text = "1"
    table.cell(2, heads.index("Kemungkinan")).text = "sering sekali"
    table.cell(len(table.rows) - 1, heads.index("Judul")).text = "Risiko baru"
    made.save(str(file))
    done = smm("import", file, qms, "--yes")
    assert done.returncode == 1
    assert "table 1, row 3, column 8 sering sekali" in " ".join(done.stdout.split())
    assert "must not be empty" in done.stdout
    assert f"{ids[0]}" in done.stdout
    assert "likelihood: 1" in (qms / RISK).read_text("utf-8")


def test_what_cannot_be_is_refused_by_its_cell(qms: Path) -> None:
    book = Book(sent(qms, "risk", "--lang", "id"))
    one, two, three, *_ = book.lines
    book.put(one, "Kemungkinan", "sering sekali")
    book.put(two, "Pemilik", "XYZ")
    book.put(three, "Judul", None)
    book.save()
    before = (qms / RISK).read_bytes()
    done = smm("import", book.file, qms, "--yes")
    assert done.returncode == 1
    for said in ("sering sekali is no number", "there is no XYZ", "must not be empty"):
        assert said in done.stdout
    assert f"{book.sheet.title}, cell L2" in done.stdout
    assert (qms / RISK).read_bytes() == before


def test_a_column_that_was_sorted_alone_is_not_taken(qms: Path) -> None:
    book = Book(sent(qms, "risk", "--lang", "id"))
    ids = [id_ for id_ in book.lines if id_]
    place = book.heads["Judul"]
    titles = sorted(str(book.sheet.cell(book.lines[id_], place).value) for id_ in ids)
    for id_, title in zip(ids, titles, strict=True):
        book.put(id_, "Judul", title)
    book.save()
    before = (qms / RISK).read_bytes()
    done = smm("import", book.file, qms, "--yes")
    assert done.returncode == 1
    assert "as if it alone was sorted; not taken" in done.stdout
    assert (qms / RISK).read_bytes() == before


def test_a_formula_that_was_never_counted_is_told_as_one(qms: Path) -> None:
    book = Book(sent(qms, "risk", "--lang", "id"))
    book.put(next(iter(book.lines)), "Kemungkinan", "=2+1")
    book.save()
    done = smm("import", book.file, qms, "--yes")
    assert "a formula without a value" in done.stdout


def test_what_changed_here_and_there_is_named(qms: Path) -> None:
    book = Book(sent(qms, "risk", "--lang", "id"))
    id_ = next(iter(book.lines))
    other = Book(sent(qms, "risk", "--lang", "id"))
    other.put(id_, "Penyebab", "Sebab dari sini")
    other.put(id_, "Kemungkinan", 5)
    other.save()
    assert smm("import", other.file, qms, "--yes").returncode == 0
    book.put(id_, "Penyebab", "Sebab dari sana")
    book.put(id_, "Akibat", "Akibat dari sana")
    book.file = qms.parent / "lama.xlsx"
    book.save()
    done = smm("import", book.file, qms, "--yes")
    assert done.returncode == 1
    assert "changed here meanwhile, too: Sebab dari sini" in done.stdout
    text = (qms / RISK).read_text("utf-8")
    assert "Sebab dari sini" in text
    assert "Akibat dari sana" in text
    assert "Sebab dari sana" not in text
    assert "likelihood: 5" in text


def test_a_new_row_becomes_an_entry_with_an_id(qms: Path) -> None:
    book = Book(sent(qms, "risk", "--lang", "id"))
    line = book.sheet.max_row + 1 - 100
    for head, value in {
        "Judul": "Server mati",
        "Pemilik": "SEK",
        "Kemungkinan": 2,
        "Dampak": 4,
    }.items():
        book.sheet.cell(line, book.heads[head]).value = value
    book.save()
    done = smm("import", book.file, qms, "--yes", "--lang", "en")
    assert done.returncode == 0, done.stdout
    text = (qms / RISK).read_text("utf-8")
    assert "title: Server mati" in text
    assert "Server mati" in smm("list", "risk", qms).stdout


def test_ids_and_marks_are_held(qms: Path) -> None:
    book = Book(sent(qms, "risk", "--lang", "id"))
    one, two, *_ = book.lines
    book.sheet.cell(book.lines[one], 1).value = "R-99"
    for column in range(1, book.sheet.max_column + 1):
        value = book.sheet.cell(book.lines[two], column).value
        book.sheet.cell(book.sheet.max_row, column).value = value
    book.save()
    done = smm("import", book.file, qms, "--yes")
    assert done.returncode == 1
    assert f"the id must stay as it went out: {one}" in done.stdout
    assert "a second time" in done.stdout


def test_rows_that_do_not_come_back_stay(qms: Path) -> None:
    before = (qms / RISK).read_bytes()
    book = Book(sent(qms, "risk"))
    book.sheet.delete_rows(2)
    book.save()
    done = smm("import", book.file, qms, "--yes")
    assert "left as they are" in done.stdout
    assert (qms / RISK).read_bytes() == before


def test_values_of_kpis_reach_their_tables(qms: Path) -> None:
    file = sent(qms, "kpi", "--lang", "id", "--as-of", "2021-05-31")
    book = Book(file)
    row = next(i for i in book.lines if i.startswith("IKU-03@2021-"))
    empty = [
        i
        for i in book.lines
        if i.startswith("IKU-03@") and not book.sheet.cell(book.lines[i], book.heads["Nilai"]).value
    ]
    book.put(empty[0], "Nilai", "7,5")
    book.put(row, "Nilai", "banyak")
    book.put("IKU-02@2021-03", "Pembilang", 8)
    book.save()
    done = smm("import", file, qms, "--yes")
    assert done.returncode == 1
    assert "banyak is no number" in done.stdout
    changes, refused = done.stdout.split("Not taken")
    assert "IKU-02@2021-03" not in changes  # what is refused is no change
    assert "8 of 10 is 80.00, not 90" in refused
    period = empty[0].partition("@")[2]
    assert f"{period}" in (qms / "data/iku-03-waktu-mutasi.csv").read_text("utf-8")
    assert "7.5" in (qms / "data/iku-03-waktu-mutasi.csv").read_text("utf-8").split(period)[1][:12]


def test_verdicts_of_a_gap_assessment_are_filled_in(qms: Path) -> None:
    file = sent(qms, "gap", "--lang", "id")
    book = Book(file)
    book.put("8.5.1", "Kematangan (0 sampai 5)", 4)
    book.put("8.5.1", "Kondisi objektif", "Dilihat di loket")
    book.save()
    done = smm("import", file, qms, "--yes")
    assert "Dilihat di loket" in "".join(
        p.read_text("utf-8") for p in (qms / "kesenjangan").iterdir()
    ), done.stdout


def test_a_formula_in_csv_is_text_and_comes_back_as_it_was(qms: Path) -> None:
    path = qms / RISK
    path.write_text(path.read_text("utf-8").replace("    cause: ", "    cause: =1+1 ", 1), "utf-8")
    file = sent(qms, "risk", end="csv")
    assert ";'=1+1" in file.read_text("utf-8") or ",'=1+1" in file.read_text("utf-8")
    assert "nothing was written" in smm("import", file, qms, "--yes").stdout


@pytest.mark.long
def test_through_libreoffice_nothing_changes(qms: Path, tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    words = sorted({*KINDS, "gap", "kpi", "checklist"} - {"qms", "design"})  # the example has none
    files = [sent(qms, word, "--lang", "id") for word in words]
    out = tmp_path / "out"
    home = f"-env:UserInstallation=file://{tmp_path}/profile"
    call = [program, home, "--headless", "--convert-to", "xlsx", "--outdir", out, *files]
    subprocess.run(list(map(str, call)), check=True, capture_output=True, timeout=PATIENCE)
    before = texts(qms)
    for file in files:
        done = smm("import", out / file.name, qms, "--yes")
        assert "nothing was written" in done.stdout, (file.name, done.stdout)
    assert texts(qms) == before


def test_a_list_of_a_unit_has_what_it_answers_for(qms: Path) -> None:
    book = Book(sent(qms, "risk", "--unit", "MUT", "--lang", "id"))
    owners = {
        book.sheet.cell(line, book.heads["Pemilik"]).value
        for id_, line in book.lines.items()
        if id_
    }
    assert owners == {"MUT"}
    assert smm("export", "risk", qms, "--unit", "XYZ").returncode == 2


def test_ids_are_locked_and_words_are_chosen(qms: Path) -> None:
    book = Book(sent(qms, "risk", "--lang", "id"))
    sheet = book.sheet
    assert sheet.protection.sheet
    assert sheet.cell(2, 1).protection.locked
    assert not sheet.cell(2, 2).protection.locked
    rules = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    assert any("Pilihan" in rule.formula1 for rule in rules)
    words = {cell.value for row in book.book["Pilihan"].iter_rows() for cell in row}
    assert {"risiko", "peluang", "kurangi", "SEK"} <= words
    assert "smm import" in str(
        [row[0].value for row in book.book["Petunjuk pengisian"].iter_rows()]
    )
    assert sheet.column_dimensions[sheet.cell(1, sheet.max_column).column_letter].hidden


def test_a_list_of_people_says_who_may_see_it(qms: Path) -> None:
    done = smm("export", "person", qms, "-o", qms.parent / "p.xlsx")
    assert "send it only to who may see that" in done.stdout


def test_csv_as_excel_in_indonesia_writes_it_again(qms: Path) -> None:
    file = sent(qms, "risk", "--lang", "id", end="csv")
    text = file.read_text("utf-8-sig")
    file.write_bytes(
        text.replace("Usul diserahkan", "Usul “baru” diserahkan", 1).encode("cp1252", "replace")
    )
    done = smm("import", file, qms, "--yes")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Usul “baru” diserahkan" in (qms / RISK).read_text("utf-8")


def test_nothing_that_is_there_is_overwritten(qms: Path, tmp_path: Path) -> None:
    (tmp_path / "risk.xlsx").write_bytes(b"mine")
    done = smm("export", "risk", qms, cwd=tmp_path)
    assert done.returncode == 2
    assert (tmp_path / "risk.xlsx").read_bytes() == b"mine"


@pytest.mark.parametrize(("word", "entries"), [("people", "person"), ("risiko", "risk")])
def test_a_register_goes_out_as_the_list_of_its_entries_and_comes_back(
    qms: Path, word: str, entries: str
) -> None:
    by_name, by_entries = sent(qms, word, end="csv"), sent(qms, entries, end="csv")
    assert by_name.read_bytes() == by_entries.read_bytes()
    assert len(by_name.read_text("utf-8-sig").splitlines()) > 10
    before = texts(qms)
    assert "nothing was written" in smm("import", by_name, qms, "--yes").stdout
    assert texts(qms) == before
