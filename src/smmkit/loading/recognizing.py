"""What a file is taken for by its name and its kind, and which ids it has as far as can be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from posixpath import basename, splitext
from typing import Any

from smmkit.corrections.put_right import id_meant
from smmkit.files.tree import Tree
from smmkit.kinds import KINDS
from smmkit.layout import DOCUMENT_ENDS, HOME, ISSUED, home_otherwise
from smmkit.loading.kind_meant import is_called
from smmkit.model.patterns import ID
from smmkit.words import Message, say
from smmkit.yaml_text.decoding import MAX_READ

NO_DOCUMENT = re.compile(
    r"(?:^|/)(?:README|CHANGELOG|CONTRIBUTING|LICENSE|NOTES?)\b[^/]*\.md$", re.I
)
"""Markdown files that explain a folder to its readers; they are no documents of the QMS."""


def is_document(path: str, ignored: tuple[str, ...]) -> bool:
    """Whether a file is read as a document: YAML or Markdown, not an issued copy, not ignored."""
    return path.endswith(DOCUMENT_ENDS) and is_looked_at(path, ignored)


BELOW = 2
"""A kept copy lies in `issued/ID/VERSION/`; what lies higher somebody has put there."""

LIKE_A_DOCUMENT = re.compile(
    r"(.*\.(?:yaml|yml|md))(?:\.(?:txt|text|docx?|rtf|odt|pdf|html?))?", re.IGNORECASE | re.DOTALL
)
"""How a document is called that an editor, Windows or Word has saved in its own way."""

WORD_ENDS = (".doc", ".docx", ".rtf", ".odt", ".pdf", ".htm", ".html")
"""How the name of a text ends that a program for letters has saved in its own way."""


def how_named(path: str, meant: str) -> Message:
    """What to do with a file that is called otherwise than a document."""
    if splitext(path)[1].lower() in WORD_ENDS:
        return say("save it in a text editor as {name}", name=basename(meant))
    return say("rename it to {name}", name=basename(meant))


PAPERS = frozenset(
    {
        *(".csv", ".tsv", ".pdf", ".htm", ".html", ".svg", ".zip", ".7z", ".gz"),
        *(".docx", ".odt", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".odp"),
        *(".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".webp", ".mp3", ".mp4"),
    }
)
"""How the names of papers end, which are not opened to see whether they are documents."""

ENDS_WITHIN = re.compile(r"\.(?:yaml|yml|md)(?![a-z0-9])", re.IGNORECASE)
"""How the name of a document ends before an editor or a person has put something behind it."""

SAYS = re.compile(rb"""^(?:kind *: *["']?([a-z-]+)|id *: *["']?\w)""", re.MULTILINE)
"""The lines of a document that say its kind and its id."""

RICH = b"{\\rtf"
"""How a text begins that Word or WordPad has saved with its looks."""

LOOKS = re.compile(rb"\\[a-z]+-?[0-9]* ?|[{}]")
"""What says there how it looks; between two of them stands text."""


def meant_name(tree: Tree, path: str) -> str | None:
    """The name under which a file would be read, where it is a document that is not; else None."""
    low = path.lower()
    if (".y" in low or ".md" in low) and (found := LIKE_A_DOCUMENT.fullmatch(path)):
        stem, _, end = found[1].rpartition(".")
        meant = f"{stem}.{end.lower()}"
        return None if path.endswith(DOCUMENT_ENDS) or NO_DOCUMENT.search(meant) else meant
    if splitext(low)[1] in PAPERS or not says_kind(head := head_of(tree, path)):
        return None
    folder, slash, name = path.rpartition("/")
    if found := ENDS_WITHIN.search(name):
        return f"{folder}{slash}{name[: found.end()].lstrip('#~')}"
    return f"{splitext(path)[0]}.{'md' if head.startswith(b'---') else 'yaml'}"


def says_kind(head: bytes) -> bool:
    """Whether a file begins as a document does, whatever its name is."""
    text = head.removeprefix(b"\xef\xbb\xbf")
    if text.startswith(RICH):
        text = LOOKS.sub(b"\n", text)
    elif text.startswith(b"{"):  # JSON; what stands in its lists and parts is not its own
        own = text[1:].partition(b"[")[0].partition(b"{")[0]
        text = b"\n".join(one.strip() for one in own.replace(b'"', b"").split(b","))
    said = [found[1] for found in SAYS.finditer(text)]
    is_one = None in said or text.lstrip(b"-\r\n").startswith(b"kind:")
    return is_one and any(kind and kind.decode() in KINDS for kind in said)


def head_of(tree: Tree, path: str) -> bytes:
    """How a file begins; nothing where it cannot be opened."""
    try:
        return tree.ends(path).head
    except OSError:
        return b""


def ids_at(tree: Tree, path: str) -> tuple[str, ...]:
    """Every id in a file, as far as can be seen; none where it cannot be opened."""
    try:
        return ids_in_text(tree.read(path, MAX_READ))
    except OSError:
        return ()


def is_looked_at(path: str, ignored: tuple[str, ...]) -> bool:
    """Whether documents may lie at a path: it is no issued copy, and qms.yaml does not set it aside."""
    return not is_kept(path) and not any(fnmatchcase(path, pattern) for pattern in ignored)


def is_kept(path: str) -> bool:
    """Whether a file is kept as it was approved."""
    return path.startswith(ISSUED) and path.count("/") > BELOW


def no_document(path: str, named: str, otherwise: Message) -> Message:
    """Why a file that was `named` is not checked: it is kept as it was approved; else something else."""
    if not is_kept(path):
        return otherwise
    return say(
        "{path} is the kept copy of an approved version and no document: it stays as it is, and nothing is "
        "checked in it. What is to be changed is the document itself",
        path=named,
    )


def stem_of(path: str) -> str:
    """The name of a file without its last ending: `SOP-01` of `sop/SOP-01.md`."""
    return basename(path).rpartition(".")[0]


def id_of_name(path: str) -> tuple[str, ...]:
    """The id that a document probably has of which nothing but the name can be seen."""
    stem = stem_of(path)
    return tuple(dict.fromkeys((stem, stem.upper()))) if re.search(ID.regex, stem) else ()


def ids_of(path: str, values: dict[str, Any]) -> tuple[str, ...]:
    """Every id in a file that could not become a document; where its own is none, that of its name."""
    found, own = tuple(ids_in(values)), values.get("id")
    return found if isinstance(own, str) and own in found else (*found, *id_of_name(path))


def ids_in(values: Any) -> Iterator[str]:
    """Every id in values that could not become a document, also under another name or with a slip."""
    if isinstance(values, dict):
        named = ["id"] if "id" in values else [one for one in values if is_called(one, "id")]
        yield from (id_meant(values[one]) for one in named if isinstance(values[one], str))
        for value in values.values():
            yield from ids_in(value)
    elif isinstance(values, list):
        for value in values:
            yield from ids_in(value)


def ids_in_text(data: bytes) -> tuple[str, ...]:
    """Every id in a text that could not be read, as far as can be seen."""
    found = re.findall(
        r"""(?:^(?:kind *: *[\w-]{1,40} )?|[{,])[^\w\n]{0,40}(?:\d{1,2}[.)] *)?"""
        r"""["']?(?:id|kode)["']?[ \t]*+[:=;]?[ \t]*+["']?"""
        r"""([A-Za-z0-9._-]*[A-Za-z0-9])""",
        data.decode("utf-16" if data[:2] in UTF_16 else "utf-8", "replace"),
        re.M | re.I,
    )
    return tuple(found)


UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""How a text begins that is saved in letters of two bytes."""


def where_home_is(tree: Tree) -> Message:
    """Under which other name qms.yaml lies at the top of a folder; or what writes one."""
    if name := home_otherwise(tree.paths()):
        return say("rename {file} to {path}", file=name, path=HOME)
    return say("`smm init` writes one")


def home_below(tree: Tree) -> Message | None:
    """Which folder to name where the QMS stands in one of this; None where there is none, or several."""
    homes = [path for path in tree.paths() if path.count("/") == 1 and path.endswith(f"/{HOME}")]
    if len(homes) != 1:
        return None
    return say("it stands in {folder}: name that folder", folder=homes[0].partition("/")[0])
