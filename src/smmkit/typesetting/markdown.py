"""Markdown as people write it in a QMS, made safe: a tree for typst, or HTML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from smmkit.errors import SmmError
from smmkit.words import say

Node = dict[str, Any]
"""A kind, its children, and what else that kind needs; text stands in leaves alone."""

MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
WEB = ("http://", "https://", "mailto:")
DEEPEST = 6
MOST_SIGNS = 60_000
"""Signs that may be markup, as bars between cells: a text with more is on no paper."""


def tree(text: str, below: int = 0) -> Node:
    """The text as nodes; its headings stand below a heading of the level `below`."""
    return _branch(_tokens(text, below))


def html(text: str, below: int = 0) -> str:
    """The text as HTML in which nothing of the author's is markup; headings stand below `below`."""
    tokens = _tokens(text, below)
    for token in tokens:
        token.children = token.children and [_kept(child) for child in token.children]
    return str(MARKDOWN.renderer.render(tokens, MARKDOWN.options, {}))


def pictures_in(text: str) -> list[str]:
    """The paths of the pictures that a text shows, each once; those of the web are none.

    A text that is too much for a paper shows none.
    """
    if "![" not in text or is_too_much(text):
        return []
    found: dict[str, None] = {}
    for token in MARKDOWN.parse(text):
        for child in token.children or ():
            path = _path(child) if child.type == "image" else ""
            if path and not path.lower().startswith((*WEB, "data:")):
                found[path] = None
    return list(found)


def nodes(root: Node) -> Iterator[Node]:
    """A node and all below it."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(node["children"])


def is_too_much(text: str) -> bool:
    """Whether it would take hundreds of megabytes to read and to draw a text."""
    return sum(map(text.count, "|*_`[]<~")) > MOST_SIGNS


def _tokens(text: str, below: int) -> list[Token]:
    """What the parser found, with headings that skip no level, and without dead ends.

    Raises:
        SmmError: there is too much of it.
    """
    if is_too_much(text):
        raise SmmError(
            say(
                "the text that begins with {text} has too large tables for a paper or a page: keep them in "
                "files of their own (.xlsx, .csv) that the document names",
                text=" ".join(text[:60].split()),
            )
        )
    tokens = MARKDOWN.parse(text)
    level = below
    for token in tokens:
        if token.type == "heading_open":
            level = min(below + int(token.tag[1:]), level + 1, DEEPEST)
        if token.type.startswith("heading"):
            token.tag = f"h{level}"
        if token.children:
            token.children = _live(token.children)
    return tokens


def _live(tokens: list[Token]) -> list[Token]:
    """The tokens without the links that lead nowhere once the text has left its folder."""
    kept, dead = [], False
    for token in tokens:
        if token.type == "link_open":
            dead = not str(token.attrGet("href")).lower().startswith(WEB)
        if not (dead and token.type in ("link_open", "link_close")):
            kept.append(token)
    return kept


def _path(image: Token) -> str:
    """Where a picture lies, as its author wrote it: without what an address has for a space."""
    return unquote(str(image.attrGet("src") or ""))


def _kept(token: Token) -> Token:
    """The token; an image becomes what its author says it shows, in brackets."""
    return Token("text", "", 0, content=f"[{shows(token)}]") if token.type == "image" else token


def shows(image: Token) -> str:
    """What a picture shows, as its author says; else the name of its file."""
    return image.content.strip() or _path(image).rpartition("/")[2]


def _branch(tokens: list[Token]) -> Node:
    """The nested form of a flat list of tokens."""
    root = _node("root")
    open_nodes = [root]
    for token in tokens:
        here = open_nodes[-1]["children"]
        if token.type == "inline":
            here.extend(_branch(token.children or [])["children"])
        elif token.nesting < 0:
            open_nodes.pop()
        else:
            here.append(node := _leaf_or_branch(token))
            if token.nesting > 0:
                open_nodes.append(node)
    return root


def _leaf_or_branch(token: Token) -> Node:
    """A node with what its kind needs: a level, a target, a first number, an alignment."""
    kind = token.type.removesuffix("_open")
    facts: Node = {}
    match kind:
        case "heading":
            facts = {"level": int(token.tag[1:])}
        case "link":
            facts = {"href": str(token.attrGet("href"))}
        case "ordered_list":
            facts = {"start": int(token.attrGet("start") or 1)}
        case "paragraph" if token.hidden:
            kind = "tight"
        case "th" | "td":
            facts = {"align": str(token.attrGet("style") or "").removeprefix("text-align:")}
        case "image":
            facts = {"alt": shows(token), "path": _path(token)}
        case _ if not token.nesting:
            facts = {"text": token.content.rstrip("\n")}
    return _node(kind, **facts)


def _node(kind: str, **facts: Any) -> Node:
    """A node without children."""
    return {"kind": kind, "children": [], **facts}
