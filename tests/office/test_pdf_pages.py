"""What could not be read of a PDF, or of a text with a picture in it, is told, not passed over."""

from __future__ import annotations

import pytest
from bench.bombs import PAGE as DRAWING
from bench.bombs import PAGES, pdf, pressed, stream

from smmkit.office.pdf_texts import pdf_texts
from smmkit.office.pieces import pieces

SAID = b"BT /F 9 Tf 1 1 Td (Halo dunia) Tj ET"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
GLYPHS = (
    b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[6 0 R]>>",
    b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo"
    b"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
)
PAGE = DRAWING.replace(b"/XObject<</X 5 0 R>>", b"/Font<</F 5 0 R>>")
NUMBERS = b"<00130014001600170018>"
GIVEN_UP = pressed(b"\x81 " * 20_000, 10)


@pytest.mark.parametrize(
    ("drawn", "fonts", "unread"),
    [
        (stream(b"", SAID), (FONT,), []),
        (stream(b"", b"q Q"), (FONT,), []),
        (stream(b"/Filter[/FlateDecode/RunLengthDecode]", GIVEN_UP), (FONT,), [("letters", "1")]),
        (stream(b"/Filter/Other", b"x" * 99), (FONT,), [("letters", "1")]),
        (stream(b"", SAID.replace(b"(Halo dunia)", NUMBERS)), GLYPHS, [("letters", "1")]),
    ],
    ids=["plain", "blank", "given-up", "unknown-packing", "font-without-letters"],
)
def test_a_page_that_is_drawn_and_not_read_is_told(drawn, fonts, unread):
    """Where one program gives up another shows the page, so nothing that was found says nothing of it."""
    assert pdf_texts(pdf(PAGES, PAGE, drawn, *fonts))[1] == unread


@pytest.mark.parametrize("end", ["svg", "html"])
def test_a_picture_that_is_written_down_in_a_text_is_a_picture(end):
    """A scanned card in a drawing is as readable as the card."""
    data = b'<svg><image href="DATA:image/png;base64,iVBORw0KGgo="/></svg>'
    assert [m.text for m in pieces(f"a.{end}", data).unread] == ["a picture stands in it"]
