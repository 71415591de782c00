"""Pages as other programs see them; each test says which program it lacks where it is skipped."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from decimal import Decimal
from functools import cache

import pytest

from bundling import LITTLE
from folders import contents, lay
from running import EXAMPLE, PATIENCE, smm
from smmkit.words import Percent, language

pytestmark = pytest.mark.long


def tool(*names: str) -> str:
    """The path of the first of these programs that is installed."""
    for name in names:
        if found := shutil.which(name):
            return found
    pytest.skip(f"{' or '.join(names)} is not installed")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The gap report of the example in each form, and its bundle."""
    folder = tmp_path_factory.mktemp("made")
    for target in ("gap.html", "gap.pdf", "gap.xlsx"):
        asked("gap-report", EXAMPLE, "--lang", "id", "--output", folder / target)
    asked("bundle", EXAMPLE, "--output", folder / "bundle")
    return folder


def asked(*arguments: object) -> str:
    done = smm(*arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def run(*command: str) -> str:
    done = subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
    return done.stdout.decode("utf-8", "replace")


@cache
def floor() -> str:
    """The floor of the gap report, as a reader of Indonesian sees it."""
    said = json.loads(asked("gap-report", EXAMPLE, "--format", "json"))
    text = language("id").say(Percent(Decimal(str(said["totals"]["floor"]))))
    assert re.fullmatch(r"\d\d,\d\d %", text)
    return text.removesuffix(" %")


def test_poppler_finds_the_text_of_every_pdf(made):
    pdftotext, pdfinfo = tool("pdftotext"), tool("pdfinfo")
    pdfs = sorted((made / "bundle" / "data").rglob("*.pdf"))
    assert len(pdfs) > 15
    for pdf in pdfs:
        text = run(pdftotext, "-enc", "UTF-8", str(pdf), "-")
        assert len(text.split()) > 20, pdf.name
        assert "\ufffd" not in text, pdf.name
        if "files" not in pdf.parts and "signed" not in pdf.parts:
            assert "Tagged:          yes" in run(pdfinfo, str(pdf))
    assert floor() in run(pdftotext, str(made / "gap.pdf"), "-")


def test_poppler_finds_every_font_embedded(made):
    pdffonts = tool("pdffonts")
    for pdf in (made / "bundle" / "data" / "documents").glob("*.pdf"):
        for line in run(pdffonts, str(pdf)).splitlines()[2:]:
            assert line.split()[-5] == "yes", (pdf.name, line)


def test_libreoffice_opens_the_workbook(made, tmp_path):
    office = tool("soffice", "libreoffice")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    target = [
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
    ]
    run(office, profile, "--headless", *target, "--outdir", str(tmp_path), str(made / "gap.xlsx"))
    sheets = {file.stem: file.read_text("utf-8") for file in tmp_path.glob("*.csv")}
    assert len(sheets) > 5
    together = "\n".join(sheets.values())
    assert "9.3.3" in together
    assert not re.search(r"#(?:NAME|REF|VALUE)", together)


def chromium_shows(file, tmp_path):
    chromium = tool("chromium", "chromium-browser", "google-chrome")
    quiet = [
        *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
        *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
        f"--user-data-dir={tmp_path / 'profile'}",
    ]
    return run(chromium, *quiet, "--window-size=500,900", "--dump-dom", file.as_uri())


def test_chromium_shows_the_page_without_asking_anybody(made, tmp_path):
    shown = chromium_shows(made / "gap.html", tmp_path)
    assert floor() in shown
    assert not re.search(r"""(?:src|href)=["']https?:|<script|@import|url\((?!#)""", shown)


def test_on_a_phone_the_table_of_clauses_has_its_links_in_sight(made, tmp_path):
    """No window is as narrow as a phone, so the page is held to that; a script of ours measures it."""
    page = (made / "bundle" / "data" / "index.html").read_text("utf-8")
    bare = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    measure = (
        "<style>body { max-width: 400px; margin: 0 }</style><script>for (const one of"
        " document.querySelectorAll('.scroll')) one.dataset.over = one.scrollWidth - one.clientWidth;"
        "const row = document.querySelectorAll('.scroll tbody tr')[3]; row.classList.add('gone');"
        "row.dataset.high = row.offsetHeight</script></body>"
    )
    (tmp_path / "narrow.html").write_text(bare.replace("</body>", measure), "utf-8")
    shown = chromium_shows(tmp_path / "narrow.html", tmp_path)
    over = [int(one) for one in re.findall(r'class="scroll rows" data-over="(\d+)"', shown)]
    assert len(over) > 3
    assert not any(over), "they fold, and each value says what it is"
    assert re.search(r'data-head="[^"]+"', shown)
    assert 'data-high="0"' in shown, "what the search leaves out stays out"


def test_a_plain_unzip_gives_what_was_packed(tmp_path):
    qms, folder, packed = lay(tmp_path / "qms", LITTLE), tmp_path / "folder", tmp_path / "b.zip"
    asked("bundle", qms, "--output", folder)
    asked("bundle", qms, "--output", packed)
    with zipfile.ZipFile(packed) as archive:
        assert archive.testzip() is None
        archive.extractall(tmp_path / "out")
    assert contents(tmp_path / "out" / "S-1") == contents(folder)
