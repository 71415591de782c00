"""Markdown as people write it in a QMS, made safe: a tree for typst, or HTML."""

from __future__ import annotations

from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

Node = dict[str, Any]
"""A kind, its children, and what else that kind needs; text stands in leaves alone."""

MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
WEB = ("http://", "https://", "mailto:")
DEEPEST = 6


def tree(text: str, below: int = 0) -> Node:
    """The text as nodes; its headings stand below a heading of the level `below`."""
    return _branch(_tokens(text, below))


def html(text: str, below: int = 0) -> str:
    """The text as HTML in which nothing of the author's is markup; headings stand below `below`."""
    return str(MARKDOWN.renderer.render(_tokens(text, below), MARKDOWN.options, {}))


def _tokens(text: str, below: int) -> list[Token]:
    """What the parser found, with headings that skip no level, and without images and dead ends."""
    tokens = MARKDOWN.parse(text)
    level = below
    for token in tokens:
        if token.type == "heading_open":
            level = min(below + int(token.tag[1:]), level + 1, DEEPEST)
        if token.type.startswith("heading"):
            token.tag = f"h{level}"
        if token.children:
            token.children = [_kept(child) for child in _live(token.children)]
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


def _kept(token: Token) -> Token:
    """The token; an image becomes what its author says it shows, in brackets."""
    return Token("text", "", 0, content=f"[{token.content}]") if token.type == "image" else token


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
        case _ if not token.nesting:
            facts = {"text": token.content.rstrip("\n")}
    return _node(kind, **facts)


def _node(kind: str, **facts: Any) -> Node:
    """A node without children."""
    return {"kind": kind, "children": [], **facts}
