"""What in a YAML text must be looked at exactly, because readers may read it in two ways."""

from __future__ import annotations

import re
from typing import Final


def is_ambiguous(text: str) -> bool:
    """Whether the fast reader may read a text otherwise than the exact one.

    Why: a text without doubt is read fast; a text with one is also read exactly, which costs five
    times as much and changes nothing if the two agree. Each pattern begins with the one letter that
    it looks for, so that all of them together cost a fifteenth of a millisecond less than one.
    """
    if any(map(text.__contains__, SIGNS)) and MARKS.search(text):
        return True
    padded = f"\n{text}"
    return any(pattern.search(padded) for pattern in PATTERNS)


SIGNS: Final = ("\t", "&", "*", "!", "?", "=", "<<")
"""Letters that may be a MARK."""

MARKS: Final = re.compile(
    r"""
    \t                                    # a tab
    | [&*!] (?<![^\s\[{,].) (?=\S)        # an anchor, an alias, a tag
    | ! (?<![^\s\[{,].)                   # a tag without a name
    | << (?<![^\s\[{,]..)                 # a merge
    | = (?<![^\s\[{,].) (?<![\w)][ ]=) (?=[\s,\]}:]|\Z)  # the value key of YAML 1.1, not `a = b`
    | [?] (?<![^\s\[{,].)                 # a key that is not one word
    """,
    re.VERBOSE,
)

PLAIN_ITEM = r"""
        [^\n\[\]{}:?\#|>%@`&*!"'\\-]
        | " (?<![^\s\[{,].) [^"\\\n]*+ " (?=[ ]*+(?:[,\]}]|:[ ]))
        | ' (?<![^\s\[{,].) [^'\n]*+ ' (?=[ ]*+(?:[,\]}]|:[ ]))
        | :[ ] | - (?=[0-9.A-Za-z]) | - (?<=[0-9A-Za-z]-)
"""
"""A piece of a plain or quoted item in one line. Each letter begins one of the pieces at most, and
no piece is ever given back (`*+`), so that a text is read in time that grows as its length.
"""


def closed_in_one_line(inner: str) -> str:
    """The pattern of what follows an opening bracket, up to its own closing one in the same line.

    `inner` says where another list or group, of plain items alone, may open inside.
    """
    nested = rf"{inner} (?: {PLAIN_ITEM} )*+ [\]}}] (?=[ ]*+[,\]}}])"
    return rf"(?: {PLAIN_ITEM} | {nested} )*+ [\]}}]"


LIST_ITEM, VALUE = r"[\[{] (?<=[\[,\s].)", r"[\[{] (?<=:[ ].)"
"""Where a bracket opens as an item of a list, and as the value of a key; as a key it is refused."""

EMPTY_BLOCK = r"[-+0-9]*+ (?: [ ]*+\# | [ ]*+ \n*+ (?: [ ]*+\Z | (?<=\n)[ ]++\n ) )"
"""What follows `|` or `>` before a text that is empty, or begins with a line of spaces; or a comment,
behind which it may be.
"""

PATTERNS: Final = tuple(
    re.compile(pattern, re.VERBOSE)
    for pattern in (
        # a key or a value that is left out; a list or group as a key
        r": (?: (?=[,\]}]) | (?<=[\s\[{,]:) (?=[\s,\]}]|\Z) | (?<=[\]}]:) | (?<=[\]}][ ]:) )",
        r"\n (?: % | [.]{3} | ---(?=\s|\Z) )",  # a directive, a second document
        r"\n [ ]{60}",  # so deep that a reader may fall over
        r"-[ ] [ ]* (?:-[ ]+){19}",
        r"[.] (?=[nN]) (?<![^\s\[{,][.]) (?!.nan|.NaN|.NAN) [nN][aA][nN]",  # a number to some
        r"0[XOB]",
        r"_ (?: (?<![^-+.0-9\s\[{,:]_) | (?<=[0-9][eE]_) )",
        r"\|" + EMPTY_BLOCK,
        r">" + EMPTY_BLOCK,
        rf"\[ (?<![^\s\[{{,]\[) (?! {closed_in_one_line(LIST_ITEM)} )",
        rf"\{{ (?<![^\s\[{{,]\{{) (?! {closed_in_one_line(VALUE)} )",
    )
)
