"""What a PDF said before a program added its changes at the end is found, and only that."""

from __future__ import annotations

import io
import re

import pikepdf
from pikepdf import Dictionary, Name

from smmkit.office import pdf_revisions
from smmkit.office.pieces import pieces
from smmkit.personal import hits

NIP = "197204121998032001"


def first(text: str) -> bytes:
    """A file of one page that says this."""
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(595, 842))
    page.Contents = document.make_stream(stream(text))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.Resources = Dictionary(Font=Dictionary(F1=document.make_indirect(font)))
    out = io.BytesIO()
    document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
    return out.getvalue()


def stream(text: str) -> bytes:
    return b"BT /F1 12 Tf 50 700 Td (" + text.encode() + b") Tj ET"


def changed(data: bytes, before: str, after: str) -> bytes:
    """The file with another text on its page, added at its end; all that stood there before is left."""
    at = data.index(stream(before))
    number = int(re.findall(rb"(\d+) 0 obj", data[:at])[-1])
    again = stream(after)
    body = b"%d 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (
        number,
        len(again),
        again,
    )
    places = re.findall(rb"startxref\s+(\d+)", data)
    root = re.findall(rb"/Root \d+ 0 R", data)[-1]
    size = re.findall(rb"/Size (\d+)", data)[-1]
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<< %s /Size %s /Prev %s >>\n" % (
        number,
        len(data),
        root,
        size,
        places[-1],
    )
    return data + body + table + b"startxref\n%d\n%%%%EOF\n" % (len(data) + len(body))


def told(data: bytes) -> list[tuple[tuple[str, ...], str]]:
    return [
        (one.place, one.text[slice(*hit.span)])
        for one in pieces("a.pdf", data).found
        for hit in hits(one.text, one.context)
    ]


def test_what_was_taken_out_and_is_still_in_the_file_is_found():
    data = changed(first(f"NIP {NIP}"), f"NIP {NIP}", "NIP ****")
    texts = {one.text.strip() for one in pieces("a.pdf", data).found}
    assert "NIP ****" in texts
    assert told(data) == [(("revision", "1"), NIP)]


def test_what_still_stands_there_is_told_once():
    data = changed(first(f"NIP {NIP}"), f"NIP {NIP}", f"NIP {NIP}")
    assert told(data) == [(("page", "1"), NIP)]


def test_of_several_states_each_is_looked_at_and_the_number_says_which():
    data = changed(first("one"), "one", f"NIP {NIP}")
    data = changed(data, "one", "three")
    assert told(data) == [(("revision", "2"), NIP)]


def test_a_file_with_more_states_than_are_looked_at_is_told(monkeypatch):
    monkeypatch.setattr(pdf_revisions, "MOST", 1)
    data = changed(changed(first("one"), "one", "two"), "one", "three")
    found, is_more = pdf_revisions.earlier(data, ["three"])
    assert ([text.strip() for _, text, _ in found], is_more) == (["two"], True)


def test_a_file_made_for_the_web_has_no_earlier_state():
    whole = pikepdf.open(io.BytesIO(first(f"NIP {NIP}")))
    out = io.BytesIO()
    whole.save(out, linearize=True)
    assert told(out.getvalue()) == [(("page", "1"), NIP)]
