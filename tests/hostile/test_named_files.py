"""A file that a document names is what its name says; else validate tells it, and no bundle is made."""

import hashlib
import io
import shutil
import tracemalloc
import zipfile

import docx
import openpyxl
import pypdfium2
import pytest
from PIL import Image

from running import EXAMPLE, smm
from smmkit.analyses.references.genuine import broken_files
from smmkit.errors import SmmError
from smmkit.files.ends import TAIL
from smmkit.files.steady import Steady
from smmkit.files.tree import Disk, Memory
from smmkit.loading.folder import load
from smmkit.office.sorts import POINTERS
from smmkit.rules import examine
from smmkit.words import Language

SENT = ("--submission", "AJU-2021", "--allow", "sent=made again for a test")

ENGLISH = Language("en")
AUDIT = (
    "kind: audit\nid: AUD-01\ntitle: A\ndate: 2026-01-01\naudit_type: internal\nevidence: ['{}']\n"
)

WEB_PAGE = b"\xef\xbb\xbf\n<!DOCTYPE html>\n<html><head><title>Sign in</title></head></html>"
LFS = b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"4" * 64 + b"\nsize 90405214\n"
HEIC = b"\0\0\0\x18ftypheic" + bytes(100)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def pdf() -> bytes:
    document, out = pypdfium2.PdfDocument.new(), io.BytesIO()
    document.new_page(200, 200)
    document.save(out)
    return out.getvalue()


def word() -> bytes:
    out = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Text")
    document.save(out)
    return out.getvalue()


def excel() -> bytes:
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    return out.getvalue()


def picture(form: str) -> bytes:
    out = io.BytesIO()
    Image.effect_noise((64, 64), 50).save(out, form)
    return out.getvalue()


def zipped(**files: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "."), text)
    return out.getvalue()


def torn(data: bytes) -> bytes:
    """The file of an office program, with zeros in the middle of its longest text."""
    parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    part = max((p for p in parts if p.filename.endswith(".xml")), key=lambda p: p.compress_size)
    middle = part.header_offset + 30 + len(part.filename) + part.compress_size // 2
    return data[:middle] + bytes(40) + data[middle + 40 :]


def encrypted(user: str) -> bytes:
    """A PDF of one page that opens with this password alone; of an empty one, without asking."""
    pad = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")

    def rc4(key: bytes, data: bytes) -> bytes:
        s, j, out = list(range(256)), 0, bytearray()
        for i in range(256):
            j = (j + s[i] + key[i % len(key)]) % 256
            s[i], s[j] = s[j], s[i]
        i = j = 0
        for byte in data:
            i = (i + 1) % 256
            j = (j + s[i]) % 256
            s[i], s[j] = s[j], s[i]
            out.append(byte ^ s[(s[i] + s[j]) % 256])
        return bytes(out)

    padded = (user.encode() + pad)[:32]
    owner = rc4(hashlib.md5((b"owner" + pad)[:32]).digest()[:5], padded)
    name = b"0" * 16
    key = hashlib.md5(padded + owner + (0xFFFFFFFC).to_bytes(4, "little") + name).digest()[:5]
    lock = (
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
        + owner.hex().encode()
        + b"> /U <"
        + rc4(key, pad).hex().encode()
        + b"> >> /ID [<"
        + name.hex().encode()
        + b"><"
        + name.hex().encode()
        + b">]"
    )
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
    ]
    out, at = bytearray(b"%PDF-1.4\n"), []
    for number, part in enumerate(parts, 1):
        at.append(len(out))
        out += b"%d 0 obj " % number + part + b" endobj\n"
    start = len(out)
    out += b"xref\n0 4\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % n for n in at)
    out += b"trailer << /Size 4 /Root 1 0 R " + lock + b" >>\nstartxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def told(name: str, data: bytes) -> str:
    """What is said of a file; nothing where it is what its name says."""
    found = load(Memory({"a.yaml": AUDIT.format(name), name: data}))
    return "".join(
        ENGLISH.say(d.problem.message)
        for d in examine(found)
        if d.rule.code in {"SMM208", "SMM999"}
    )


WHOLE = {
    "a.pdf": pdf(),
    "open.pdf": encrypted(""),
    "A.DOCX": word(),
    "a.xlsx": excel(),
    "a.png": picture("PNG"),
    "a.jpg": picture("JPEG"),
    "a.gif": picture("GIF"),
    "a.tif": picture("TIFF"),
    "a.webp": picture("WEBP"),
    "a.bmp": picture("BMP"),
    "photo.jpg": picture("PNG"),
    "trailer.jpg": picture("JPEG") + b"what a telephone writes behind it" * 9,
    "a.zip": zipped(a__txt="x"),
    "empty.zip": zipped(),
    "a.odt": zipped(mimetype="application/vnd.oasis.opendocument.text", content__xml="<x/>"),
    "a.doc": OLE + bytes(4096),
    "rtf.doc": rb"{\rtf1 text}",
    "a.txt": b"text",
    "a.csv": b"<html>",
    "a.mp4": b"x",
    "a.heic": HEIC,
    "no-ending": b"x",
    "long.pdf": b"%PDF-1.4\n" + bytes(2 * TAIL) + b"%%EOF\r\n",
}


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_file_is_told_nothing_of(name):
    assert told(name, WHOLE[name]) == ""


BROKEN = {
    "empty.pdf": (b"", "is empty"),
    "empty.txt": (b"", "is empty"),
    "lfs.pdf": (LFS, "is only the pointer of Git LFS to a file that was not fetched"),
    "lfs.csv": (LFS, "is only the pointer of Git LFS to a file that was not fetched"),
    "web.pdf": (WEB_PAGE, "is a web page, no PDF file"),
    "web.xls": (b"<html>", "is a web page, no file of Office 97-2003"),
    "web.docx": (b"<?xml version='1.0'?>\n<html xmlns='x'>", "is a web page, no file of Word"),
    "web.jpg": (WEB_PAGE, "is a web page, no picture"),
    "cut.pdf": (pdf()[:-30], "is cut off: its end is missing"),
    "locked.pdf": (encrypted("secret"), "opens only with a password"),
    "zeros.pdf": (bytes(5000), "holds nothing but blanks or zeros"),
    "word.pdf": (word(), "is no PDF file; its first bytes are those of another: file of Word"),
    "picture.pdf": (
        picture("PNG"),
        "is no PDF file; its first bytes are those of another: picture",
    ),
    "cut.docx": (word()[:-1000], "is cut off: its end is missing"),
    "headless.docx": (word()[:100] + word()[5000:], "is cut off: its end is missing"),
    "no-text.docx": (
        zipped(**{"word/styles.xml": ""}),
        "is no file of Word; its first bytes are those of another: zip archive",
    ),
    "no-sheet.xlsx": (
        zipped(**{"xl/styles.xml": ""}),
        "is no file of Excel; its first bytes are those of another: zip archive",
    ),
    "excel.docx": (
        excel(),
        "is no file of Word; its first bytes are those of another: file of Excel",
    ),
    "zip.xlsx": (
        zipped(a__txt="x"),
        "is no file of Excel; its first bytes are those of another: zip archive",
    ),
    "text.xlsx": (b"a,b", "is no file of Excel, or damaged"),
    "old.docx": (
        OLE + bytes(4096),
        "is no file of Word; its first bytes are those of another: file of Office 97-2003",
    ),
    "locked.xlsx": (
        OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(4096),
        "opens only with a password",
    ),
    "new.doc": (
        word(),
        "is no file of Office 97-2003; its first bytes are those of another: file of Word",
    ),
    "torn.docx": (torn(word()), "is damaged in the middle"),
    "cut.doc": (OLE + bytes(100), "is cut off: its end is missing"),
    "cut.rtf.doc": (rb"{\rtf1 text", "is cut off: its end is missing"),
    "cut.png": (picture("PNG")[:-20], "is cut off: its end is missing"),
    "cut.jpg": (picture("JPEG")[:-20].replace(b"\xff\xd9", b""), "is cut off: its end is missing"),
    "cut.webp": (picture("WEBP")[:-20], "is cut off: its end is missing"),
    "text.png": (b"x", "is no picture, or damaged"),
    "flat.png": (
        picture("PNG")[:16] + bytes(4) + picture("PNG")[20:],
        "is no picture, or damaged",
    ),
    "cut.zip": (zipped(a__txt="x")[:-10], "is cut off: its end is missing"),
    "zip.odt": (
        zipped(a__txt="x"),
        "is no file of OpenDocument; its first bytes are those of another: zip archive",
    ),
    "zeros.mp4": (bytes(3 * TAIL), "holds nothing but blanks or zeros"),
    "blank.txt": (b"\xef\xbb\xbf \r\n", "holds nothing but blanks or zeros"),
    "web.mp4": (WEB_PAGE, "is a web page, no film or sound recording"),
    "web.rar": (WEB_PAGE, "is a web page, no archive"),
    "web.msg": (WEB_PAGE, "is a web page, no e-mail"),
    "telephone.jpg": (
        HEIC,
        "is a photo as telephones store it (HEIC) under the ending .jpg",
    ),
    "a.pdf.crdownload": (b"x", "is a download that has not ended"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_told_with_what_it_is(name):
    data, expected = BROKEN[name]
    assert told(name, data).removeprefix(name) == " " + expected


@pytest.mark.parametrize("end", sorted(POINTERS))
def test_a_pointer_is_no_evidence(end):
    assert (
        told(f"notula{end}", b"{}") == f"notula{end} only leads to a document that lies elsewhere"
    )


def test_only_the_ends_of_a_large_file_are_read(tmp_path, monkeypatch):
    (tmp_path / "film.mp4").write_bytes(b"x" * 1000)
    with (tmp_path / "film.mp4").open("r+b") as file:
        file.truncate(3 * 2**30)
    ends = Disk(tmp_path).ends("film.mp4")
    assert ends.size == 3 * 2**30
    assert ends.head.startswith(b"x")
    assert len(ends.head) + len(ends.tail) < 100_000


def test_a_large_file_is_never_held_whole_for_its_fingerprint(tmp_path):
    """A sealed film of 400 MB took 400 MB of memory to check."""
    with (tmp_path / "film.mp4").open("wb") as file:
        file.truncate(40 * 2**20)
    tracemalloc.start()
    found = {kind(tmp_path).digest("film.mp4") for kind in (Disk, Steady)}
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found == {hashlib.sha256(bytes(40 * 2**20)).hexdigest()}
    assert most < 2**21


def test_a_fingerprint_is_refused_where_the_file_has_changed_meanwhile(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"one")
    tree = Steady(tmp_path)
    tree.digest("a.pdf")
    (tmp_path / "a.pdf").write_bytes(b"two")
    with pytest.raises(SmmError):
        tree.read("a.pdf")


def test_a_file_that_may_not_be_opened_is_told(folder):
    class Locked(Memory):
        def ends(self, path):
            raise PermissionError(13, "no", path)

    qms = folder({"a.yaml": AUDIT.format("a.pdf"), "a.pdf": pdf()})
    qms.tree = Locked({"a.pdf": pdf()}, qms.tree)
    message, _ = broken_files(qms)["a.pdf"]
    assert ENGLISH.say(message) == "a.pdf cannot be opened: this is not permitted"


def test_a_broken_file_blocks_the_bundle(tmp_path):
    shutil.copytree(EXAMPLE, tmp_path / "qms")
    (tmp_path / "qms/bukti/laporan-kinerja-2019.pdf").write_bytes(b"")
    checked = smm("validate", tmp_path / "qms")
    assert checked.returncode == 1
    assert "error SMM208 bukti/laporan-kinerja-2019.pdf is empty" in checked.stdout
    made = smm(
        "bundle",
        tmp_path / "qms",
        "-o",
        tmp_path / "b",
        *SENT,
    )
    assert made.returncode == 1
    assert "SMM208" in made.stdout
    assert not (tmp_path / "b").exists()
