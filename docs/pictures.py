r"""Works through the day of docs/panduan.md as it is written there, and draws what one sees.

`python docs/pictures.py` writes docs/pictures/ anew. Nothing is played. In the order of the guide:

- `powershell`: its lines are typed; `cd` and `smm` are done, others (installing) are not.
  A block marked `ditolak` (`refused`) must fail, every other must succeed;
- a table with the column "Pertanyaan" ("Question") answers what the command above it asks, in its order. What
  is asked as (y/t) or (y/n) is answered with y;
- `yaml`, `text`: written into the file that the first line names. A part at the margin takes the
  place of the part of that name, an indented item that of the item that begins alike;
- `markdown`: takes the place of the prose of the file that the first line names;
- a picture: what the terminal showed for the commands above it (its title may say which lines), or
  the first page of a PDF (its title says which file).

The clock stands still on one day, and the temporary folder is shown as C:\Mutu. Needs Linux or macOS.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import struct
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from markdown_it import MarkdownIt
from markdown_it.token import Token

HERE = Path(__file__).parent
GUIDE = HERE / "panduan.md"
PICTURES = HERE / "pictures"
DAY = date(2026, 3, 2)
SHOWN = "C:\\Mutu"
"""How the temporary folder is shown."""
COLUMNS = 100
PAUSE, PATIENCE = 0.1, 120
"""Seconds: so long a question stands before it is answered; so long a silent command is waited for."""
LARGEST = 150_000
"""Bytes of a picture."""
ENVIRONMENT = {"PYTHONUTF8": "1", "TERM": "xterm-256color"}
REFUSED, QUESTION = {"ditolak", "refused"}, {"Pertanyaan", "Question"}
YES_OR_NO = re.compile(r"\(y/[tn]\)")
"""What the guides call a command that must fail, and what they answer."""
FORGOTTEN = ("LC_ALL", "LANG", "LANGUAGE", "SMM_LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS")


# The guide, as steps


@dataclass
class Typed:
    """A block of commands, and the answers to what they ask."""

    lines: list[str]
    refused: bool
    answers: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Written:
    """What is written into a file."""

    path: str
    text: str
    prose: bool


@dataclass
class Picture:
    """A picture: its file, and what its title says."""

    file: str
    title: str


Step = Typed | Written | Picture


def steps(guide: str) -> list[Step]:
    """What the guide tells to do and shows, in its order."""
    found: list[Step] = []
    tokens = MarkdownIt("commonmark").enable("table").parse(guide)
    for n, token in enumerate(tokens):
        language, _, rest = token.info.partition(" ")
        if token.type == "fence" and language == "powershell":
            found.append(Typed(token.content.splitlines(), rest in REFUSED))
        elif token.type == "fence" and language in {"yaml", "text", "markdown"}:
            first, _, text = token.content.partition("\n")
            if named := re.fullmatch(r"(?:# |<!-- )([\w./-]+\.\w+)(?: -->)?", first):
                found.append(Written(named[1], text, language == "markdown"))
        elif token.type == "table_open":
            head, *rows = cells(tokens[n:])
            if head[0] in QUESTION and found and isinstance(found[-1], Typed):
                found[-1].answers += [(row[0], row[1]) for row in rows]
        for child in token.children or ():
            if child.type == "image":
                file = str(child.attrs["src"]).removeprefix("pictures/")
                found.append(Picture(file, str(child.attrs.get("title", ""))))
    return found


def cells(tokens: Sequence[Token]) -> list[list[str]]:
    """The texts of a table, row by row."""
    rows: list[list[str]] = []
    for token in tokens:
        match token.type:
            case "tr_open":
                rows.append([])
            case "inline":
                rows[-1].append(token.content.strip("`"))
            case "table_close":
                return rows
    return rows


# The day


@dataclass
class Day:
    """What came of the day."""

    home: Path
    shots: dict[str, str | Path] = field(default_factory=dict)
    """Of every picture what it shows: the text of a terminal, or a PDF."""
    done: list[tuple[str, int]] = field(default_factory=list)
    """Every command of smm, and how it left."""
    asked: list[tuple[str, str]] = field(default_factory=list)
    """Every question as the guide names it, and as smm asks it."""


def work(home: Path, guide: str, files: Mapping[str, bytes], locale: str = "id_ID") -> Day:
    """Do in a folder of these files what the guide says, as people of a place speak."""
    day = Day(home)
    terminal = Terminal(home, day.asked, {**ENVIRONMENT, "LC_MESSAGES": f"{locale}.UTF-8"})
    for path, data in files.items():
        (home / path).parent.mkdir(parents=True, exist_ok=True)
        (home / path).write_bytes(data)
    for step in steps(guide):
        match step:
            case Typed():
                day.done += terminal.type(step)
            case Written():
                written(terminal.here / step.path, step)
            case Picture() if step.file.endswith(".png"):
                day.shots[step.file] = terminal.here / step.title
            case Picture():
                day.shots[step.file] = part_of(terminal.seen, step.title)
    return day


class Terminal:
    """A terminal in a folder, and what it showed for the last block of commands."""

    def __init__(
        self, home: Path, asked: list[tuple[str, str]], environment: dict[str, str]
    ) -> None:
        self.home, self.here, self.seen, self.asked = home, home, "", asked
        self.environment = environment

    def type(self, step: Typed) -> Iterator[tuple[str, int]]:
        """Type every line of a block; the answers are for the command that asks first."""
        answers, self.seen = list(step.answers), ""
        for line in step.lines:
            words = shlex.split(line.replace("\\", "/"))
            if not words or words[0] not in {"cd", "smm"}:
                continue
            self.seen += self.shown(f"\x1b[2mPS {self.here}>\x1b[0m \x1b[1m{line}\x1b[0m\n")
            if words[0] == "cd":
                self.here = self.home if words[1] == "C:/Mutu" else (self.here / words[1]).resolve()
                continue
            code, said = self.run(words[1:], answers)
            self.seen += self.shown(said) + "\n"
            if bool(code) != step.refused:
                raise RuntimeError(f"{line} left with {code}:\n{said}")
            yield line, code
        if answers:
            raise RuntimeError(f"{step.lines[-1]} never asked: {answers}")

    def shown(self, text: str) -> str:
        """A text in which the temporary folder has the name that the guide gives it."""
        folder = re.escape(str(self.home)) + r"([\w./-]*)"
        return re.sub(folder, lambda found: SHOWN + found[1].replace("/", "\\"), text)

    def run(self, arguments: list[str], answers: list[tuple[str, str]]) -> tuple[int, str]:
        """Run smm in a terminal of its own, and answer what it asks."""
        import fcntl
        import pty
        import termios

        kept = {name: value for name, value in os.environ.items() if name not in FORGOTTEN}
        near, far = pty.openpty()
        fcntl.ioctl(far, termios.TIOCSWINSZ, struct.pack("HHHH", 40, COLUMNS, 0, 0))
        process = subprocess.Popen(  # noqa: S603 - ourselves
            [sys.executable, str(Path(__file__).resolve()), "--smm", *arguments],
            cwd=self.here,
            env={**kept, **self.environment},
            stdin=far,
            stdout=far,
            stderr=far,
            start_new_session=True,
        )
        os.close(far)
        try:
            said = self.talk(near, answers)
        except RuntimeError as error:
            process.kill()
            raise RuntimeError(f"{arguments}: {error}") from error
        finally:
            os.close(near)
        return process.wait(), said.replace("\r\n", "\n")

    def talk(self, near: int, answers: list[tuple[str, str]]) -> str:
        """All that a command says in its terminal, while what it asks is answered."""
        import select

        said, waited = b"", 0.0
        while True:
            if not select.select([near], [], [], PAUSE)[0]:
                waited += PAUSE
                question = said.decode(errors="ignore").rpartition("\n")[2]
                if question.rstrip().endswith(":"):
                    os.write(near, self.answer(question, answers).encode() + b"\n")
                    waited = 0
                elif waited > PATIENCE:
                    raise RuntimeError(f"it does not end:\n{said.decode()}")
                continue
            try:
                more = os.read(near, 65536)
            except OSError:  # what Linux says when the other side has closed
                more = b""
            if not more:
                return said.decode()
            said += more

    def answer(self, question: str, answers: list[tuple[str, str]]) -> str:
        """What the guide answers; an answer in brackets, as (Enter), is only the key."""
        if YES_OR_NO.search(question):
            return "y"
        if not answers:
            raise RuntimeError(f"the guide does not answer: {question}")
        named, said = answers.pop(0)
        self.asked.append((named, question))
        return "" if said.startswith("(") else said


def part_of(text: str, title: str) -> str:
    """The lines that the title of a picture names: `baris 1-30`; else all of them."""
    named = re.search(r"baris (\d+)-(\d+)", title)
    lines = text.rstrip("\n").split("\n")
    return "\n".join(lines[int(named[1]) - 1 : int(named[2])] if named else lines)


def written(file: Path, step: Written) -> None:
    """Write into a file as a person would: only what the guide names changes."""
    old = file.read_text("utf-8")
    front, fence, prose = old.partition("\n---\n") if file.suffix == ".md" else (old, "", "")
    if step.prose:
        prose = "\n" + step.text
    for piece in () if step.prose else pieces(step.text):
        front = with_piece(front, piece, file)
    file.write_text(front + fence + prose, "utf-8")


def pieces(text: str) -> list[str]:
    """The parts of a block: each begins at its margin, and ends before the next."""
    margin = len(text) - len(text.lstrip(" "))
    return re.findall(rf"(?m)^ {{{margin}}}\S.*\n(?:^(?: {{{margin + 1}}}.*)?\n)*", text)


def with_piece(text: str, piece: str, file: Path) -> str:
    """A text with one part in the place of the one that begins alike, even where `# ` hides it."""
    margin = " " * (len(piece) - len(piece.lstrip(" ")))
    first = piece.splitlines()[0]
    begin = re.escape(first if margin else first.partition(":")[0] + ":")
    below = rf"(?:^{margin} +\S.*\n)*"
    for pattern in (rf"(?m)^{begin}.*\n{below}", rf"(?m)^# {begin}.*\n(?:^#  +.*\n)*"):
        if found := re.search(pattern, text):
            return text[: found.start()] + piece + text[found.end() :]
    if margin:
        raise RuntimeError(f"{file.name} has no {first}")
    return text.rstrip("\n") + "\n" + piece


# What the agency has already; all of it invented


def old_files() -> dict[str, bytes]:
    """The files that lie in the folder in the morning."""
    return {
        "berkas-lama/SK Tim Manajemen Mutu 2026.pdf": paper(
            "KEPUTUSAN KEPALA DINAS PERPUSTAKAAN KABUPATEN CONTOH",
            "Nomor: 005/CONTOH/2026",
            "tentang Tim Manajemen Mutu",
            "Ditetapkan di Contoh, tanggal 12 Januari 2026",
        ),
        "berkas-lama/Renstra 2025-2029.docx": letter(
            "Rencana Strategis Dinas Perpustakaan Kabupaten Contoh 2025-2029",
            "Nomor Dokumen : 010/CONTOH/2025",
            "Contoh, 3 Februari 2025",
        ),
        "berkas-lama/Uraian Tugas Pustakawan rev 2.docx": letter(
            "Uraian Tugas Pustakawan", "Revisi : 2", "Contoh, 5 Januari 2026"
        ),
        "berkas-lama/Laporan Kinerja 2025.pdf": paper(
            "LAPORAN KINERJA TAHUN 2025",
            "Nomor Dokumen : 021/CONTOH/2026",
            "Contoh, 30 Januari 2026",
        ),
        "berkas-lama/Peta Proses Bisnis.xlsx": sheet(
            "Peta Proses Bisnis (CONTOH)\nProses inti | Layanan sirkulasi"
        ),
        "berkas-lama/Peraturan Bupati 7 Tahun 2024 Layanan Perpustakaan.pdf": paper(
            "PERATURAN BUPATI CONTOH NOMOR 7 TAHUN 2024", "tentang Layanan Perpustakaan (CONTOH)"
        ),
        "tabel/SOP Peminjaman Buku.docx": letter(tables=(BOXES, FLOW)),
        "tabel/Daftar Risiko 2026.xlsx": sheet(RISKS),
        "tabel/Sasaran Mutu 2025.xlsx": sheet(TARGETS),
    }


def table(text: str) -> list[list[str | int]]:
    """The cells of a table: a row a line, cells parted by `|`."""
    rows = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    return [[int(cell) if cell.isdigit() else cell for cell in row] for row in rows]


BOXES = """
DINAS PERPUSTAKAAN (CONTOH) | Nomor SOP | SOP/LAY/01
 | Tanggal Efektif | 2 Maret 2026
 | Nama SOP | Peminjaman Buku
Dasar Hukum: | Kualifikasi Pelaksana: |
Peraturan Bupati 7 Tahun 2024 | Memahami tata kelola koleksi |
Peralatan/Perlengkapan: | Peringatan: |
Komputer dan aplikasi katalog | Tanpa pencatatan, buku dapat hilang |
"""
FLOW = """
No | Uraian Kegiatan | Pelaksana | Kelengkapan | Waktu | Output | Keterangan
1 | Memeriksa kartu anggota | Petugas layanan | Kartu anggota | 2 menit | Anggota sah |
2 | Mencatat peminjaman | Petugas layanan | Buku | 3 menit | Catatan pinjam |
3 | Menyerahkan buku | Petugas layanan | Buku | 1 menit | Buku dipinjam |
"""
RISKS = """
Daftar Risiko Tahun 2026 (CONTOH)
No | Kode Risiko | Pernyataan Risiko | Penyebab | Akibat | Unit | Kemungkinan | Dampak \
 | Rencana Penanganan | Penanggung Jawab | Target Waktu
1 | R-01 | Jaringan katalog terputus | Satu penyedia | Layanan berhenti | Sekretariat | 3 | 4 \
 | Jaringan cadangan | Sekretariat | 30 Juni 2026
2 | R-02 | Buku tidak kembali | Tidak diingatkan | Koleksi berkurang | Bidang Layanan | 3 | 2 \
 | Pesan pengingat | Bidang Layanan | 31 Mei 2026
3 | R-03 | Pengunjung menunggu lama | Satu loket | Keluhan | Bidang Layanan | 2 | 2 | | |
"""
TARGETS = """
Sasaran Mutu Tahun 2025 (CONTOH)
No | Sasaran | Indikator | Satuan | Polaritas | Target | Realisasi TW I | Realisasi TW II \
 | Realisasi TW III | Realisasi TW IV | Konsolidasi | Penanggung Jawab | Perspektif
1 | Layanan peminjaman cepat | Peminjaman selesai dalam 6 menit | % | positif | 90 | 86 | 88 | 91 | 94 \
 | rata-rata | Bidang Layanan | Pelanggan
2 | Koleksi terawat | Buku rusak yang belum diperbaiki | buku | negatif | 40 | 52 | 47 | 41 | 36 \
 | nilai terakhir | Bidang Koleksi | Proses bisnis internal
"""


def letter(*lines: str, tables: Sequence[str] = ()) -> bytes:
    """A Word file: tables, then lines."""
    import docx

    document = docx.Document()
    for rows in map(table, tables):
        grid = document.add_table(len(rows), len(rows[0]), style="Table Grid")
        for n, row in enumerate(rows):
            for m, text in enumerate(row):
                grid.cell(n, m).text = str(text)
        document.add_paragraph()
    for line in (*lines, "CONTOH: semua isi rekaan."):
        document.add_paragraph(line)
    document.save(stream := io.BytesIO())
    again = io.BytesIO()
    with ZipFile(stream) as old, ZipFile(again, "w") as new:
        for name in old.namelist():  # with no day of making: the same bytes each time
            new.writestr(ZipInfo(name), old.read(name))
    return again.getvalue()


def sheet(rows: str) -> bytes:
    """An Excel file of one sheet."""
    from datetime import datetime

    from xlsxwriter import Workbook

    book = Workbook(stream := io.BytesIO(), {"in_memory": True})
    book.set_properties({"created": datetime(2026, 1, 5)})
    page = book.add_worksheet("CONTOH")
    for n, row in enumerate(table(rows)):
        page.write_row(n, 0, row)
    book.close()
    return stream.getvalue()


def paper(*lines: str) -> bytes:
    """A PDF of one page."""
    import typst

    from smmkit.typesetting.typeset import FONTS

    text = "".join(f"#text({line!r})\n\n".replace("'", '"') for line in (*lines, "CONTOH: rekaan."))
    data = typst.compile(text.encode(), font_paths=[FONTS], ignore_system_fonts=True, timestamp=0)
    return bytes(data)


# Drawing


def svg(text: str, name: str) -> str:
    """A terminal as a picture that asks nothing of the network."""
    from rich._export_format import CONSOLE_SVG_FORMAT
    from rich.console import Console
    from rich.text import Text

    console = Console(
        width=COLUMNS,
        record=True,
        file=io.StringIO(),
        force_terminal=True,
        color_system="truecolor",
        legacy_windows=False,
    )
    console.print(Text.from_ansi(text), overflow="fold", soft_wrap=False)
    console.print()  # the frame cuts into the last line
    frame = re.sub(r"\s*@font-face \{\{.*?\}\}", "", CONSOLE_SVG_FORMAT, flags=re.S)
    frame = frame.replace("Fira Code,", "Consolas, Menlo, DejaVu Sans Mono,")
    frame = frame.replace("    <!-- Generated with Rich https://www.textualize.io -->\n", "")
    return console.export_svg(title="PowerShell", code_format=frame, unique_id=name)


def png(pdf: Path, wide: int = 900) -> bytes:
    """The first page of a PDF, which may lie in a zip: `pengajuan.zip: 01-index.pdf`."""
    import pypdfium2

    archive, _, inner = str(pdf).partition(": ")
    if inner:
        with ZipFile(archive) as bundle:
            data = next(bundle.read(n) for n in bundle.namelist() if n.endswith(f"/{inner}"))
    else:
        data = pdf.read_bytes()
    page = pypdfium2.PdfDocument(data)[0]
    image = page.render(scale=wide / page.get_width(), rev_byteorder=True)
    stride, rows, dots = image.stride, image.height, bytes(image.buffer)
    lines = [dots[n * stride : n * stride + image.width * 3] for n in range(rows)]
    kinds = struct.pack(">IIBBBBB", image.width, rows, 8, 2, 0, 0, 0)
    packed = zlib.compress(b"".join(b"\0" + line for line in lines), 9)
    chunks = ((b"IHDR", kinds), (b"IDAT", packed), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )


def main() -> None:
    """Work the day, draw every picture, and throw away those that the guide no longer names."""
    with tempfile.TemporaryDirectory(prefix="mutu-") as folder:
        day = work(Path(folder).resolve(), GUIDE.read_text("utf-8"), old_files())
        PICTURES.mkdir(exist_ok=True)
        for name, shot in day.shots.items():
            stem = name.rpartition(".")[0]
            data = png(shot) if isinstance(shot, Path) else svg(shot, f"p{stem}").encode()
            if len(data) > LARGEST:
                sys.exit(f"{name} has {len(data)} bytes, more than {LARGEST}")
            (PICTURES / name).write_bytes(data)
    for file in PICTURES.iterdir():
        if file.name not in day.shots:
            file.unlink()


def smm(arguments: list[str]) -> int:
    """The command itself, with the clock standing still."""
    from smmkit.console import opening

    opening.today_in = lambda zone: DAY  # noqa: ARG005
    from smmkit.cli import run

    return run(arguments)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--smm"]:
        sys.exit(smm(sys.argv[2:]))
    main()
