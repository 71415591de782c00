"""Markdown, as `markdown.tree` reads it, in a Word document."""

from __future__ import annotations

from typing import Any

from docx.shared import Mm

from smmkit.page import Tone
from smmkit.typesetting.word_text import Node, property_of, row, run, side_bar, table

LOOKS = {"strong": "bold", "em": "italic", "s": "strike"}
PLAIN, CODE = Tone.PLAIN, "Courier New"
INDENT = 6
"""Millimetres that each level of a list stands further in."""


def markdown(document: Any, node: Node, room: int) -> None:
    """Write every block of a tree; a kind that is not known stops the work instead of vanishing."""
    _block(document, node, room, 0, None)


def _block(document: Any, node: Node, room: int, depth: int, sign: str | None) -> None:
    """One block, so many levels deep in lists; `sign` is what its list has in front of it."""
    kind = node["kind"]
    match kind:
        case "root" | "blockquote" | "list_item":
            for n, child in enumerate(node["children"]):
                in_quote = depth + (kind == "blockquote")
                _block(document, child, room, in_quote, sign if n == 0 else None)
        case "bullet_list" | "ordered_list":
            for n, child in enumerate(node["children"]):
                number = f"{node['start'] + n}." if kind == "ordered_list" else "•"
                _block(document, child, room, depth + 1, number)
        case "heading":
            _inline(document.add_heading(level=min(node["level"], 6)), node, ())
        case "paragraph" | "tight":
            _inline(_paragraph(document, depth, sign), node, ())
        case "fence" | "code_block":
            lines = _paragraph(document, depth, sign)
            run(lines, node["text"].rstrip("\n"), face=CODE)
            side_bar(lines, PLAIN)
        case "hr":
            line = property_of(_paragraph(document, 0, None)._p.get_or_add_pPr(), "w:pBdr")
            property_of(line, "w:bottom", val="single", sz="4", space="1", color="auto")
        case "table":
            _table(document, node, room)
        case _:
            raise RuntimeError(kind)


def _paragraph(document: Any, depth: int, sign: str | None) -> Any:
    """A paragraph so many levels in, with the sign of its list before it."""
    made = document.add_paragraph()
    if depth:
        made.paragraph_format.left_indent = Mm(INDENT * depth)
    if sign:
        made.paragraph_format.first_line_indent = Mm(-INDENT)
        made.paragraph_format.tab_stops.add_tab_stop(Mm(INDENT * depth))
        run(made, f"{sign}\t")
    return made


def _inline(paragraph: Any, node: Node, look: tuple[str, ...]) -> None:
    """What stands inside a line."""
    for child in node["children"]:
        kind = child["kind"]
        match kind:
            case "text" | "text_special":
                run(paragraph, child["text"], PLAIN, look)
            case "softbreak":
                run(paragraph, " ", PLAIN, look)
            case "hardbreak":
                run(paragraph, "\n", PLAIN, look)
            case "code_inline":
                run(paragraph, child["text"], PLAIN, look, CODE)
            case "strong" | "em" | "s":
                _inline(paragraph, child, (*look, LOOKS[kind]))
            case "link":
                _inline(paragraph, child, (*look, "underline"))
                run(paragraph, f" ({child['href']})", Tone.MUTED)
            case _:
                raise RuntimeError(kind)


def _table(document: Any, node: Node, room: int) -> None:
    """A table of Markdown, its columns alike."""
    head, *bodies = node["children"]
    titles = head["children"][0]["children"]
    made, widths = table(document, [1] * len(titles), room)
    for cell, title in zip(row(made, widths, head=True), titles, strict=True):
        _inline(cell.paragraphs[0], title, ("bold",))
    for body in bodies:
        for line in body["children"]:
            for cell, said in zip(row(made, widths), line["children"], strict=True):
                _inline(cell.paragraphs[0], said, ())
    document.add_paragraph()
