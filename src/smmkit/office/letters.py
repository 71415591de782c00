"""The letters of a paragraph of a Word file, as a reader sees them: fields, formulas, boxes, none struck."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

WRAPS = frozenset({"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"})
"""What stands around a text and says nothing itself."""

RUNS = WRAPS | {
    "r",
    "hyperlink",
    "fldSimple",
    "bdo",
    "dir",
    "ruby",
    "rubyBase",
    "AlternateContent",
    "Choice",
}
"""What holds letters of a paragraph, or what holds them."""

SAID = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
"""What stands in a text and is no letter."""

TICKED, UNTICKED, TICK = "☒", "☐", "✓"
STRUCK = frozenset({"strike", "dstrike"})
OFF = frozenset({"0", "false", "off"})
"""The values by which a mark of letters does not count."""

SIGNS = {
    **{("Wingdings", char): TICKED for char in ("FD", "FE", "78")},
    **{("Wingdings", char): UNTICKED for char in ("A8", "6F", "71", "72")},
    ("Wingdings", "FC"): TICK,
    **{("Wingdings 2", char): TICKED for char in ("51", "52", "53", "54")},
    ("Wingdings 2", "A3"): UNTICKED,
    ("Wingdings 2", "50"): TICK,
}
"""What letters of the fonts of signs draw: a box with and without a mark, a tick."""


def local(element: Any) -> str:
    """The name of an element, without its namespace; nothing for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def paragraph_pieces(element: Any) -> Iterator[str]:
    """What a paragraph says; not what was deleted, nor what stands in a shape."""
    for child in element:
        tag = local(child)
        if tag in SAID:
            yield SAID[tag]
        elif tag == "t":
            yield child.text or ""
        elif tag in {"oMath", "oMathPara"}:
            yield from formula(child)
        elif tag == "fldChar":
            yield from chosen(child)
        elif tag == "sym":
            yield symbol(child)
        elif tag in RUNS and not is_silent(child):
            yield from paragraph_pieces(child)


def formula(element: Any) -> Iterator[str]:
    """What a formula says, on one line."""
    for child in element.iter():
        tag = local(child)
        if tag in {"t", "den"}:
            yield "/" if tag == "den" else child.text or ""


def chosen(element: Any) -> Iterator[str]:
    """What is chosen or ticked in an old form field."""
    fields = {local(one): one for one in element.iter()}
    texts = [value_of(one) for one in element.iter() if local(one) == "listEntry"]
    if "ddList" in fields and texts:
        at = value_of(fields["result"]) if "result" in fields else "0"
        yield texts[int(at)] if at.isdigit() and int(at) < len(texts) else ""
    elif "checkBox" in fields:
        state = fields.get("checked", fields.get("default"))
        yield TICKED if state is not None and is_on(state) else UNTICKED


def value_of(element: Any) -> str:
    """The value that an element has as its attribute."""
    return next((str(v) for k, v in element.attrib.items() if k.rpartition("}")[2] == "val"), "")


def symbol(element: Any) -> str:
    """The box or tick that a letter of a font of signs draws; nothing for other signs."""
    said = {key.rpartition("}")[2]: str(value) for key, value in element.attrib.items()}
    return SIGNS.get((said.get("font", ""), said.get("char", "")[-2:].upper()), "")


def is_silent(element: Any) -> bool:
    """Whether it says nothing: a control that only asks for what is to be written, letters struck through."""
    match local(element):
        case "sdt":
            parts = (one for one in element if local(one) == "sdtPr")
            return any(local(one) == "showingPlcHdr" for part in parts for one in part)
        case "r":
            marks = (one for one in element.iterchildren() if local(one) == "rPr")
            return any(local(one) in STRUCK and is_on(one) for part in marks for one in part)
    return False


def is_on(element: Any) -> bool:
    """Whether a mark of letters counts."""
    return value_of(element) not in OFF
