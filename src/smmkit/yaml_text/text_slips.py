"""Slips of the hand in a text that stands in quotes, begins like a list, or has a hyphen before it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

from smmkit.words import harmless, say
from smmkit.yaml_text.flow_slips import FlowSlip

START: Final = r"^( *(?:- )?[\w-]{1,40}: +)"
OR_ITEM: Final = r"^( *(?:- )?[\w-]{1,40}: +| *- +)"
"""What stands before a value, be it that of a field or an item of a list."""

QUOTES_WITHIN: Final = re.compile(OR_ITEM + r"""(["'])([^\n]*)\2 *$""")
SEVERAL: Final = re.compile(START + r"""((?:"[^"\n]{1,60}"[ ,;]+){1,20}"[^"\n]{1,60}") *$""")
ITEM: Final = re.compile(r"""("[^"\n]+")[ ,;]*""")
TEXT_BEHIND: Final = re.compile(
    OR_ITEM
    + r"""((?:"[^"\n]{1,80}"|'[^'\n]{1,80}'|\[[^\]\n]{1,80}\]|\{[^}\n]{1,80}\}|\([^)\n]{1,80}\))"""
    r""" *[^\s#,:][^\n]*)$"""
)
"""A text that begins with a word in quotes or brackets: `[DRAF] SOP Mutasi`."""

ENDED: Final = re.compile(r"[\"'] *[,;] *$")
"""A value in quotes and the comma behind it, as in JSON."""

HYPHEN: Final = re.compile(START + r"- +([^\s-][^\n]*)$")
BOLD: Final = re.compile(r"^( *(?:- )?)\*{1,2}([A-Za-z_]{2,40})\*{0,2}:\*{0,2} +(?=\S)")
FIELDS_IN_LINE: Final = re.compile(
    r"^( *- )\(?((?:[a-z_]{2,40}: [^,:\n]{1,60}, ?)+[a-z_]{2,40}: [^,:\n]{1,60}?)\)? *$"
)
"""An item whose fields stand in one line, without the braces that this needs."""

FIELDS_IN_BRACKETS: Final = re.compile(
    START + r"\(((?:[a-z_]{2,40}: [^,:()\n]{1,60}, ?)+[a-z_]{2,40}: [^,:()\n]{1,60}?)\) *$"
)
"""The same behind the name of a field, in brackets that are no braces."""


ONE_WORD: Final = r"(?:kind|id|version|owner|unit|person|date|since|until|due|clause)"
"""Fields whose value is one word, so that what stands behind it is another field."""

TWO_FIELDS: Final = re.compile(
    r"^( *(?:- )?)([a-z_]{2,40}: +(?:[\d.,-]{1,20} |\"[^\"\n]*+\" |'[^'\n]*+' "
    r"|[^\s:\"'\[{|>&*!#%@`][^\s:]*+(?: [^\s:]++)*+ {2,}+)"
    rf"|{ONE_WORD}: +[^\s:\"'\[{{|>&*!#%@`][^\s:]*+ ) *+([a-z_]{{2,40}}: [^\n]+)$"
)
"""Two fields in one line, with nothing but spaces between them."""

MOST: Final = 70
"""A line is repeated so far."""


def text_slips(text: str) -> Iterator[FlowSlip]:
    """What a line may have been meant to be."""
    if found := TWO_FIELDS.match(text):
        both = [f"`{harmless(found[2].strip())}`", f"`{harmless(found[3].strip()[:MOST])}`"]
        hint = say("write each on a line of its own: {fields}", fields=both)
        message = say("two fields stand in one line")
        right = f"{found[1]}{found[2].rstrip()}\n{' ' * len(found[1])}{found[3]}"
        yield FlowSlip(found.start(3), message, right, False, hint)
    found = QUOTES_WITHIN.match(text)
    if several := SEVERAL.match(text):
        message = say("several texts in quotes stand here; a list stands in square brackets")
        items = ITEM.findall(several[2])
        are_numbers = all(re.fullmatch(r".[\d.]+.", one) for one in items)
        yield FlowSlip(several.start(2), message, f"{several[1]}[{', '.join(items)}]", are_numbers)
    elif found and found[2] in found[3].replace("\\" + found[2], ""):
        other = "'" if found[2] == '"' else '"'
        inner = found[3].replace("''", "'") if found[2] == "'" else found[3]
        right = f"{other}{inner}{other}" if plain_within(inner, other) else dumped(inner)
        message = say("quotes stand within the quotes, and the first of them ends the text")
        yield FlowSlip(found.start(3) + found[3].index(found[2]), message, found[1] + right, True)
    elif (found := TEXT_BEHIND.match(text)) and not ENDED.search(text):
        message = say("a text that begins with {sign} must stand in quotes", sign=found[2][0])
        inner = found[2].rstrip()
        right = f"'{inner}'" if plain_within(inner, "'") else dumped(inner)
        yield FlowSlip(found.start(2), message, found[1] + right, True)
    if found := HYPHEN.match(text.rstrip(" ")):
        message = say("a hyphen stands before the value, as if a list began here")
        yield FlowSlip(found.end(1), message, found[1] + found[2], False)
    if found := BOLD.match(text):
        message = say("the name of a field stands between asterisks")
        yield FlowSlip(found.end(1), message, f"{found[1]}{found[2]}: {text[found.end() :]}", True)
    if found := FIELDS_IN_BRACKETS.match(text):
        message = say("several fields in one line stand in braces")
        yield FlowSlip(found.end(1), message, f"{found[1]}{{{found[2].strip()}}}", False)
    if found := FIELDS_IN_LINE.match(text):
        message = say("several fields in one line stand in braces")
        yield FlowSlip(found.end(1), message, f"{found[1]}{{{found[2].strip()}}}", False)


def plain_within(text: str, quote: str) -> bool:
    """Whether a text can stand between such quotes as it is."""
    return quote not in text and (quote == "'" or "\\" not in text)


def dumped(text: str) -> str:
    """A text in double quotes."""
    return json.dumps(text, ensure_ascii=False)
