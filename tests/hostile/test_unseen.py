"""What no eye can check is shown escaped, by every verb, in every format; no line is a command of CI."""

import csv
import io
import json
import re
import shutil
import zipfile

import docx
import openpyxl
import pypdfium2
import pytest
import typer.main
from docx.oxml.ns import qn

from folders import lay
from running import EXAMPLE, smm
from smmkit.cli import COMMANDS, app
from smmkit.console.output import show_text
from smmkit.words import harmless, powerless
from smmkit.words.json_text import json_text

QUIET = {"diff", "rule"}
"""Verbs that say nothing of these texts where they are called so."""
SENT = ("--submission", "AJU-2020", "--allow", "sent=made again for a test")

UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e0fff]"
)
COMMAND = re.compile(r"^\s*::\w|##\w*\[", re.MULTILINE)
NASTY = (
    r"\e[31m\e]0;t\a\r\n::error file=x::pwn \u202Ec\u2066b ##[error]z ##vso[task]q "
    r"\u200B\u00AD\x9Bm\u2028\U000E0041"
)
"""As YAML escapes it: colours, a title of the window, a line of its own, text that runs backwards."""

RAW = "\x1b[31m\r\u202ea\u200b"
WORDS = (
    "title|name|short_name|parent|address|activity|actor|output|note|what|purpose|effect|question|meaning|"
    "criterion|cause|topic|disposal|retention|requirement|statement|role|issuer|channel|description"
)
VALUE = re.compile(rf"^(\s*(?:- )?(?:{WORDS}): )(?![>|\[{{&*#'\"])([^#\n]+)$", re.MULTILINE)


@pytest.fixture(scope="module")
def nasty(tmp_path_factory):
    """The example, in which nearly every text of a person ends in what no eye can check."""
    root = tmp_path_factory.mktemp("unseen") / "qms"
    shutil.copytree(EXAMPLE, root, ignore=shutil.ignore_patterns("issued"))
    for path in [*root.rglob("*.yaml"), *root.rglob("*.md")]:
        text = path.read_text("utf-8")
        path.write_text(VALUE.sub(spoiled, text), "utf-8", newline="\n")
    lay(
        root,
        {
            "::error::a.yaml": "kind: document\n",
            "##[error]b.yaml": "kind: document\n",
            f"c{RAW}.yaml": "kind: document\n",
            f"d{RAW}/e.yaml": "kind: document\n",
            f"f{RAW}.csv": "x\n",
            "wrong.yaml": f'kind: "{NASTY}"\nid: "{NASTY}"\n',
            "key.yaml": f'kind: document\nid: "D{NASTY}"\n"{NASTY}": 1\ntitle: ["{NASTY}"]\n'
            f'owner: "{NASTY}"\n',
            "refers.yaml": f'kind: audit\nid: AUD-99\ntitle: "{NASTY}"\ndate: 2020-01-01\n'
            f'audit_type: internal\nowner: "{NASTY}"\nclauses: ["{NASTY}"]\nevidence: ["{NASTY}"]\n',
        },
    )
    return root


def spoiled(found: re.Match[str]) -> str:
    value = found[2].strip().replace("\\", "\\\\").replace('"', '\\"')
    return f'{found[1]}"{value} {NASTY}"'


def faults(text: str) -> list[str]:
    """The lines of a text in which there is anything that no eye sees, or that commands."""
    return [line for line in text.split("\n") if UNSEEN.search(line) or COMMAND.search(line)]


def texts_of(form: str, data: bytes) -> str:
    """What is to be read in a file of a format."""
    if form == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(data))
        cells = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
        return " ".join([*map(str, cells), *book.sheetnames]).replace("\n", " ").replace("##", "")
    if form == "docx":
        body = docx.Document(io.BytesIO(data)).element.body
        return " ".join(node.text or "" for node in body.iter(qn("w:t"))).replace("##", "")
    if form == "pdf":
        pages = pypdfium2.PdfDocument(data)
        said = " ".join(page.get_textpage().get_text_range() for page in pages)
        # what the reader of the file puts where it breaks lines is not in the file
        return re.sub(r"[\r\n\ufffe\x02]", " ", said).replace("##", "")
    return data.decode()


def csv_cells(text: str) -> list[str]:
    """The cells of a CSV file; a line in one is no line of a log."""
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";")
    return [
        cell.replace("\n", " ").replace("::", "").replace("##", "") for row in rows for cell in row
    ]


def forms_of(verb: str) -> list[str | None]:
    """The formats that a verb offers; none where it has no choice."""
    group = typer.main.get_command(app)
    with group.make_context("smm", [], resilient_parsing=True) as ctx:
        options = group.get_command(ctx, verb).params
    form = next((option for option in options if option.name == "form"), None)
    return list(form.type.choices) if form else [None]


CALLS = {
    "action": lambda q: ["action", q],
    "adopt": lambda q: ["adopt", q.parent / "papers", q],
    "agenda": lambda q: ["agenda", q],
    "approve": lambda q: ["approve", "SOP-13", "AUD-99", q, "--by", "P-01"],
    "audit": lambda q: ["audit", q],
    "baseline": lambda q: ["baseline", q],
    "bundle": lambda q: ["bundle", q, "--check", *SENT],
    "competence": lambda q: ["competence", q],
    "copies": lambda q: ["copies", q, "--all"],
    "diff": lambda q: ["diff", q.parent / "bag.zip", q.parent / "bag.zip"],
    "drill": lambda q: ["drill", q, "--demand", "A5-1"],
    "erase": lambda q: ["erase", "P-01", q],
    "export": lambda q: ["export", "document", q],
    "figures": lambda q: ["figures", q],
    "finding": lambda q: ["finding", q],
    "fix": lambda q: ["fix", q],
    "gap-report": lambda q: ["gap-report", q],
    "handover": lambda q: ["handover", "P-01", q],
    "history": lambda q: ["history", "SOP-13", q],
    "import": lambda q: ["import", q.parent / "papers/kpi.csv", q],
    "init": lambda q: ["init", q.parent / f"new{RAW}", "--from", q, "-y"],
    "kpi": lambda q: ["kpi", q, "--period", "2020"],
    "list": lambda q: ["list", "document", q],
    "lkj": lambda q: ["lkj", "2020", q],
    "lsp": lambda _: ["lsp", "--help"],
    "migrate": lambda q: ["migrate", q],
    "new": lambda q: ["new", "risk", q, "--title", RAW],
    "print": lambda q: ["print", "SOP-13", "AUD-99", q, "-o", q.parent],
    "publish": lambda q: ["publish", q.parent / "site", q],
    "record": lambda q: ["record", "IKU-03", "2021-06=20", q],
    "rehearse": lambda q: ["rehearse", q],
    "renumber": lambda q: ["renumber", "SOP-13", "SOP-77", q],
    "review": lambda q: ["review", "SOP-13", q],
    "review-inputs": lambda q: ["review-inputs", q],
    "risk": lambda q: ["risk", q],
    "rollup": lambda q: ["rollup", q],
    "rule": lambda _: ["rule", "SMM301"],
    "save": lambda q: ["save", RAW, q],
    "schema": lambda q: ["schema", q],
    "screen": lambda q: ["screen", q, *SENT[:2]],
    "service": lambda q: ["service", q],
    "share": lambda q: ["share", q],
    "show": lambda q: ["show", "SOP-13", q],
    "status": lambda q: ["status", q],
    "survey": lambda q: ["survey", q],
    "undo": lambda q: ["undo", q],
    "validate": lambda q: ["validate", q, "--all"],
    "verify": lambda q: ["verify", q.parent / "bag.zip"],
    "watch": lambda _: ["watch", "--help"],
    "why": lambda q: ["why", "8.5.1", q],
}
"""One call of each verb that says something of a person."""

MORE = [
    ["list"],
    ["list", "--master"],
    ["list", "kpi"],
    ["list", "risk"],
    ["list", "person"],
    ["list", "unit"],
    ["show", "AUD-99"],
    ["show", "RK-01"],
    ["show", "QMS-01"],
    ["validate", "-f", "text", "--lang", "id"],
    ["gap-report", "--lang", "id"],
    [],
]


@pytest.fixture(scope="module")
def beside(nasty):
    """Papers to be adopted, and a bag, beside the QMS."""
    lay(
        nasty.parent / "papers",
        {
            f"Pedoman {RAW}.pdf": b"%PDF-1.4\n%%EOF",
            "::error::x.txt": b"x",
            "kpi.csv": f"Indikator{RAW};Satuan;Target\nKepuasan{RAW}\r\n::error::x;%;90\n".encode(),
        },
    )
    with zipfile.ZipFile(nasty.parent / "bag.zip", "w") as bag:
        bag.writestr("b/bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
        info = "Source-Organization: \x1b[31mX\u202e\n::error: y\nK\x1b[5m##[error]: v\u200b\n"
        bag.writestr("b/bag-info.txt", info)
        for name in ("\x1b[2Jx", "a\n::error::pwn", "\u202etxt.exe", "##[error]x", "\u200b"):
            bag.writestr(f"b/data/{name}", "")
        bag.writestr("b/manifest-sha512.txt", f"{'0' * 128}  data/\u202ex\x1b[31m\n")
    return nasty


def test_every_verb_is_called():
    assert sorted(CALLS) == COMMANDS


@pytest.mark.parametrize("verb", CALLS)
def test_no_verb_shows_what_no_eye_sees_in_any_format(beside, tmp_path, verb):
    call = CALLS[verb](beside)
    for form in forms_of(verb):
        chosen = ["-f", form] if form else []
        if form in {"docx", "pdf", "xlsx"} or verb == "export":
            out = tmp_path / f"out.{form}"
            done = smm(*call, *chosen, "-o", out, cwd=beside)
            said = texts_of(form, out.read_bytes()) if out.exists() else ""
            said = "\n".join(csv_cells(said)) if form == "csv" else said
            assert verb in QUIET or "u202e" in said.lower(), form
        else:
            done = smm(*call, *chosen, cwd=beside)
            said = done.stdout
            quiet = form in {None, "csv"} or verb in QUIET  # CSV has tables alone
            assert quiet or "u202e" in said.lower(), form
        assert "Traceback" not in done.stderr
        assert done.returncode != 3, done.stderr
        if form == "github":  # these are its own; what they say has to be harmless
            said = re.sub(r"(?m)^::(?:error|warning|notice) (?=file=)", "", said)
        assert faults(said + "\n" + done.stderr) == [], form
        assert said + done.stderr != ""


@pytest.mark.parametrize("call", MORE, ids=" ".join)
def test_no_other_answer_shows_it(beside, call):
    done = smm(*call, cwd=beside)
    assert done.stdout + done.stderr != ""
    assert faults(done.stdout + "\n" + done.stderr) == []


def test_json_says_exactly_what_is_there(beside):
    told = json.loads(smm("list", "document", beside, "-f", "json").stdout)
    assert any("\u202e" in item["title"] and "\x1b" in item["title"] for item in told["items"])


def test_what_is_called_wrongly_is_told_without_commands(beside):
    for call in (
        ["show", RAW],
        [RAW],
        [f"--{RAW}"],
        ["validate", f"/no{RAW}"],
        ["list", "::error::x"],
    ):
        done = smm(*call, cwd=beside)
        assert done.returncode == 2
        assert faults(done.stdout + "\n" + done.stderr) == []


def test_what_is_escaped_and_what_is_not():
    seen = "Pedoman é 文 \u00a0😀"
    assert harmless(seen) == seen
    assert harmless("a\nb\x1b\u202e\U000e0041\ud800") == r"a\nb\x1b\u202e\U000e0041\ud800"
    assert harmless("a\nb\r\n\t", lines=True) == "a\nb\\r\n\\t"
    assert powerless("a::b\n  ::error::x\n::b##[x]##vso[y]#[z] a ## b") == (
        "a::b\n  \\::error::x\n\\::b#\\#[x]#\\#vso[y]#[z] a ## b"
    )
    odd = {"k\u202e": "\x9b \U000e0041 ##[error] \ud800 \u2028 \x7fé"}
    assert json.loads(json_text(odd)) == odd
    assert faults(json_text(odd)) == []
    assert json_text("\x7f") == '"\\u007f"\n'


def test_the_way_out_stops_a_line_that_wraps_into_a_command(capfdbinary):
    show_text("a\n   ::error::x\n")
    assert capfdbinary.readouterr().out == b"a\n   \\::error::x\n"
