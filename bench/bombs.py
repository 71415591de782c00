"""Files that a machine chokes on: pictures, PDF, office files, letters and texts that unpack without end."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator

import docx as word

Files = dict[str, bytes]
Builders = Iterator[tuple[str, Callable[[], bytes]]]
"""The name of a file that is sent, with what it is behind a colon, and how it is made."""

HOME = """\
kind: qms
id: QMS-01
title: Mutu
version: "1"
smmkit: 2
as_of: 2026-03-02
organization: {name: BKD, short_name: BKD, head: Kepala, language: id}
scope: {statement: Layanan}
units: [{id: SEK, title: Sekretariat}]
"""
"""The qms.yaml of each folder; where something may be sent, with a class that leaves."""
QMS = f"{HOME}classes: [{{id: terbuka, title: Terbuka, outside: true}}]\n".encode()
RECORD = """\
kind: coaching
id: BIN-1
title: Pembinaan mutu
date: 2026-02-03
owner: SEK
classification: terbuka
coach: Inspektorat
recorded_by: SEK
topic: Mutu
evidence: [%s]
"""
SENT = b"""\
kind: submission
id: AJU-1
title: Pengajuan
date: 2026-03-01
owner: SEK
classification: terbuka
recipient: Lembaga
include: [BIN-1]
"""


def sent(name: str, data: bytes) -> Files:
    """A folder whose submission carries a file with it."""
    record = (RECORD % name).encode()
    return {"qms.yaml": QMS, "b.yaml": record, "aju.yaml": SENT, name: data}


def pressed(data: bytes, times: int = 1) -> bytes:
    """These bytes so many times over, as zlib packs them."""
    packer = zlib.compressobj(6)
    return b"".join(packer.compress(data) for _ in range(times)) + packer.flush()


ZEROS = bytes(1 << 20)


def png(more: bytes) -> bytes:
    """A small PNG with more in it."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 1, 0, 0, 0, 0))
    drawn = chunk(b"IDAT", pressed(bytes(2), 8)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + head + more + drawn


def chunk(kind: bytes, data: bytes) -> bytes:
    """A part of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def tiff(entries: int, count: int) -> bytes:
    """A TIFF that claims so many notes of so many bytes each, and begins again at its end."""
    note = struct.pack("<HHII", 270, 2, count, 8)
    return (
        struct.pack("<2sHIH", b"II", 42, 8, entries) + note * entries + struct.pack("<I", 8) + ZEROS
    )


def bombs() -> Iterator[tuple[str, str, Callable[[], Files]]]:
    """Every file as part of a submission that is looked through: name, verb, the files of a folder."""
    for source in (pictures, pdfs, papers, letters, texts):
        for name, build in source():
            end, _, what = name.partition(": ")
            yield what, "screen", lambda end=end, build=build: sent(f"x.{end}", build())


def pictures() -> Builders:
    """Pictures: ending and name, how each is made."""
    text = chunk(b"zTXt", b"Comment\0\0" + pressed(ZEROS, 500))
    frame = b"!\xf9\x04\0\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0"
    head = b"GIF89a\xff\xff\xff\xff\x80\0\0" + bytes(6)
    scan = b"\xff\xda\0\x08\1\1\0\0\x3f\0" + b"\0" * 9
    begun = b"\xff\xd8\xff\xc2\0\x0b\x08\xff\xff\xff\xff\1\1\x11\0"
    bitmap = struct.pack("<2sIIIIiiHHIIiiII", b"BM", 99, 0, 54, 40, 65_535, 65_535, 1, 32, *[0] * 6)
    yield "png: a PNG with a note of 500 MB", lambda: png(text)
    yield "png: a PNG with 100,000 notes", lambda: png(chunk(b"tEXt", b"a\0b") * 100_000)
    yield "gif: a GIF of a million pictures", lambda: head + frame * 1_000_000 + b"\0;"
    yield "tif: a TIFF that begins again", lambda: tiff(65_000, 1 << 20)
    yield "tif: a TIFF with a note of 4 GB", lambda: tiff(1, 0xFFFFFFF0)
    yield "jpg: a JPEG of 4 gigapixels", lambda: begun + scan * 100_000 + b"\xff\xd9"
    yield "bmp: a BMP of 4 gigapixels", lambda: bitmap + ZEROS


def pdf(*parts: bytes) -> bytes:
    """A PDF of these parts behind its catalogue, by somebody."""
    out, table = b"%PDF-1.5\n", b"0000000000 65535 f \n"
    for number, part in enumerate((ROOT, *parts), 1):
        table += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj%b\nendobj\n" % (number, part)
    size = len(parts) + 2
    head = b"trailer<</Size %d/Root 1 0 R/Info<</Author(Budi Santoso)>>>>" % size
    end = head + b"\nstartxref\n%d\n%%%%EOF" % len(out)
    return out + b"xref\n0 %d\n" % size + table + end


def stream(head: bytes, data: bytes) -> bytes:
    """A part of a PDF that holds bytes."""
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (head, len(data), data)


ROOT = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>"
DRAWN = stream(b"", b"/X Do")
FLATE = b"/Filter/FlateDecode"


def form(number: int, data: bytes) -> bytes:
    """A drawing that draws another one."""
    return stream(
        b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>" % number,
        data,
    )


def pdfs() -> Builders:
    """PDF files: ending and name, how each is made."""
    twice = [form(n, b"/X Do " * 20) for n in range(6, 40)]
    picture = b"/Type/XObject/Subtype/Image/Width 65000/Height 65000/BitsPerComponent 1/ColorSpace/DeviceGray"
    segment = b"\0\0\0\0\x30\0\1\0\0\0\x13" + b"\xff" * 8 + bytes(11)
    kids = b"3 0 R " * 1_000_000
    yield "pdf: drawings within drawings", lambda: pdf(PAGES, PAGE, DRAWN, *twice)
    yield (
        "pdf: a packed picture of 4 gigapixels",
        lambda: pdf(PAGES, PAGE, DRAWN, stream(picture + FLATE, pressed(ZEROS, 500))),
    )
    yield (
        "pdf: JBIG2 of 4 gigapixels",
        lambda: pdf(PAGES, PAGE, DRAWN, stream(picture + b"/Filter/JBIG2Decode", segment)),
    )
    yield (
        "pdf: a page that is packed eight times",
        lambda: pdf(
            PAGES, PAGE, stream(b"/Filter[%b]" % (b"/FlateDecode" * 8), packed_again(8)), DRAWN
        ),
    )
    yield (
        "pdf: a million pages",
        lambda: pdf(b"<</Type/Pages/Kids[%b]/Count 1000000>>" % kids, PAGE, DRAWN),
    )
    yield (
        "pdf: pages that lead in a ring",
        lambda: pdf(b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>", PAGE, DRAWN),
    )
    yield (
        "pdf: notes begun again and again",
        lambda: pdf(PAGES, PAGE, DRAWN, stream(b"", b"<x:xmpmeta " * 200_000)),
    )
    yield "pdf: brackets that never close", lambda: pdf(PAGES, PAGE, DRAWN, b"[" * 3_000_000)
    yield "pdf: objects of 400 MB", lambda: held(FLATE, pressed(b"7 0 <<>>" + ZEROS[8:], 400))
    yield (
        "pdf: objects that are packed twice",
        lambda: held(
            b"/Filter[/FlateDecode/FlateDecode]", pressed(pressed(b"7 0 <<>>" + ZEROS[8:], 400))
        ),
    )
    yield "pdf: 20 million names", lambda: held(FLATE, pressed(b"7 0 [" + b"/a " * 20_000_000))


def packed_again(depth: int) -> bytes:
    """400 MB of nothing, packed again and again."""
    data = pressed(ZEROS, 400)
    for _ in range(depth - 1):
        data = pressed(data)
    return data


def held(packing: bytes, data: bytes) -> bytes:
    """A PDF with an object in a stream of objects, and the table of all in a stream."""
    within = stream(b"/Type/ObjStm/N 1/First 4" + packing, data)
    parts = (b"<</Type/Catalog/Pages 2 0 R/Names 7 0 R>>", PAGES, PAGE, DRAWN, within)
    out, table = b"%PDF-1.5\n", struct.pack(">BIH", 0, 0, 65535)
    for number, part in enumerate(parts, 1):
        table += struct.pack(">BIH", 1, len(out), 0)
        out += b"%d 0 obj%b\nendobj\n" % (number, part)
    table += struct.pack(">BIH", 1, len(out), 0) + struct.pack(">BIH", 2, 5, 0)
    head = b"/Type/XRef/Size 8/W[1 4 2]/Root 1 0 R/Info<</Author(Budi Santoso)>>"
    return out + b"6 0 obj%b\nendobj\nstartxref\n%d\n%%%%EOF" % (stream(head, table), len(out))


def zipped(files: Files) -> bytes:
    """A zip of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def docx(body: str, head: str = '<?xml version="1.0"?>', code: str = "utf-8") -> bytes:
    """A Word file with this text."""
    plain = io.BytesIO()
    word.Document().save(plain)
    with zipfile.ZipFile(plain) as old:
        kept = {name: old.read(name) for name in old.namelist()}
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    text = f"{head}<w:document {names}><w:body>{body}</w:body></w:document>"
    return zipped(kept | {"word/document.xml": text.encode(code)})


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "haha"}">' for n in range(11))
WIDE = '<?xml version="1.0" encoding="UTF-16"?>'
TEXT = "<w:p><w:r><w:t>%s</w:t></w:r></w:p>"


def papers() -> Builders:
    """Office files and archives: ending and name, how each is made."""
    laugh = f"<!--{' ' * 2000}--><!DOCTYPE a [{LAUGHS}]>"
    cell, ended = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    yield "docx: entities behind a comment", lambda: docx(TEXT % "&l10;", laugh)
    yield "docx: entities in UTF-16", lambda: docx(TEXT % "&l10;", WIDE + laugh, "utf-16")
    yield "docx: tables in tables", lambda: docx(cell * 5_000 + TEXT % "x" + ended * 5_000)
    yield "docx: a paragraph of 60 MB", lambda: docx(TEXT % ("a " * 30_000_000))
    yield "docx: a million paragraphs", lambda: docx(TEXT % "a" * 1_000_000)
    yield (
        "zip: archives in archives",
        lambda: zipped(
            {
                f"{n}.zip": zipped({f"{m}.zip": zipped({"a.txt": ZEROS}) for m in range(20)})
                for n in range(20)
            }
        ),
    )
    yield (
        "zip: 150 slow papers",
        lambda: zipped(
            dict.fromkeys((f"{n}.docx" for n in range(150)), docx(TEXT % "a a a" * 60_000))
        ),
    )
    yield "zip: 400 MB of nothing in a zip", lambda: zipped({"a.txt": bytes(400 << 20)})


def letters() -> Builders:
    """E-mails: ending and name, how each is made."""
    mixed = b"Content-Type: multipart/mixed; boundary=a\n\n"
    part = b"--a\nContent-Type: text/plain\n\nx\n"
    yield "eml: 100,000 heads", lambda: b"To: a@b.c\n" * 100_000 + b"\nx\n"
    yield "eml: a letter to 200,000", lambda: b"To: " + b"a <a@b.c>, " * 200_000 + b"z@z.z\n\nx\n"
    yield "eml: brackets in brackets", lambda: b"To: " + b"(" * 1_000_000 + b"\n\nx\n"
    yield (
        "eml: 100,000 coded words",
        lambda: b"Subject: " + b"=?utf-8?q?a?= " * 100_000 + b"\n\nx\n",
    )
    yield "eml: letters in letters", lambda: b"Content-Type: message/rfc822\n\n" * 5_000 + b"x\n"
    yield "eml: 100,000 parts", lambda: mixed + part * 100_000 + b"--a--\n"


def texts() -> Builders:
    """Plain texts: ending and name, how each is made."""
    yield "rtf: braces that never close", lambda: b"{\\rtf" + b"{\\author " * 1_000_000 + b"}"
    yield "html: tags that never close", lambda: b"<a " * 2_000_000
    yield "csv: a quote that never closes", lambda: b'a,b\n"' + b"x,\n" * 2_000_000
    yield (
        "txt: 300,000 numbers of officials",
        lambda: b"1985 0312 201001 2 003 " * 300_000,
    )  # invented
    yield "txt: digits in a row", lambda: b"5371015203850004" * 400_000  # invented
    yield (
        "csv: 500,000 mail addresses",
        lambda: b"nama,surel\n" + b"".join(b"x,a%d@contoh.example\n" % n for n in range(500_000)),
    )
    yield (
        "txt: 400,000 phones",
        lambda: b"".join(b"0812-%04d-%04d\n" % (n % 10_000, n // 50) for n in range(400_000)),
    )
