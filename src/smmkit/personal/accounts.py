"""Numbers of bank accounts: beside the name of a bank, or behind `rekening` where no budget is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from smmkit.personal.hit import Certainty, Data, Hit
from smmkit.personal.phones import THOUSANDS
from smmkit.personal.runs import BEFORE, WORD, Window
from smmkit.personal.weights import weights
from smmkit.personal.words import word_set

IBAN: Final = re.compile(
    r"[A-Z](?<![^\W_].)[A-Z]\d\d(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?(?![^\W_])"
)
BANKS: Final = word_set("banks")
ACCOUNT_WORDS: Final = word_set("accounts")
BUDGET_WORDS: Final = word_set("budgets")
"""Beside `rekening` these speak of a budget or of a bill."""

STATEMENT: Final = re.compile(r"rekening\s{1,2}koran")
"""The bank's own list of an account, and no newspaper."""

SENDING: Final = word_set("sending")
"""Beside these a long number is mostly where money was sent to."""

SHORT: Final = ["c", "a"]
"""A/C, the nearest first."""

VIRTUAL: Final = word_set("bills")
"""Beside these a number stands for a bill or a budget, unless a bank is named."""

VIRTUAL_ONE: Final = word_set("bills_of_any_bank")
"""Right before a number these say so whatever bank is named."""

NO_BANKS: Final = word_set("no_banks")
"""With `bank` these are none that has accounts."""

WORDS_TOO: Final = word_set("banks_that_are_words")
"""With a small letter these are words like any other."""

CUTS: Final = frozenset({(4, 6, 12, 14), (5, 7, 9, 15), (3, 5, 7, 13)})
"""How banks part the numbers of their accounts; nobody else does."""

NUMBER_WORDS: Final = word_set("number_of_account")
BRANCHES: Final = word_set("branches")
"""With a bank named before them these speak of where an account is kept."""

HOLDER: Final = word_set("holders")
"""The same of whose it is: a.n."""

MONEY: Final = re.compile(r"(?:Rp|IDR)\.?[ :]?\Z")
YEAR: Final = re.compile(r"(?:19|20)\d\d(?:[ \t]|-(?:19|20)\d\d(?!\d))")
BEHIND: Final = re.compile(
    r"[ \t]{0,2}(?:[(\[|,;/\-] ?|[ \t]|(?:pada|di|on|at) )(?:a\.?n\.? )?[A-Za-z]{3,9}(?![^\W_])"
)


def account(window: Window, said: list[str], near: frozenset[str]) -> Certainty | None:
    """8 to 16 digits with the word for an account before them, or the name of a bank beside them."""
    digits = window.digits
    first = window.cuts[0] if window.cuts else len(digits)
    if not 8 <= len(digits) <= 16 or first < 2 or window.goes_on or window.is_in_cells:
        return None
    signs = [*spoken(window, said, near), *against(window, near)]
    is_unsaid = "labelled" not in signs and (first < 3 or len(digits) < 10)
    if is_unsaid or (first < 3 and len(digits) < 10):
        signs.append("short")
    return weights().certainty("account", signs)


def ibans(text: str) -> Iterator[Hit]:
    """Every account of another country: two letters, and digits by which the whole proves itself."""
    for match in IBAN.finditer(text):
        number = match[0].replace(" ", "")
        digits = "".join(str(int(sign, 36)) for sign in number[4:] + number[:4])
        if int(digits) % 97 == 1:
            yield Hit(Data.ACCOUNT, match.span(), Certainty.SURE)


def is_short(said: list[str]) -> bool:
    """Whether A/C stands before a number, or A/C No."""
    return said[:2] == SHORT or (said[1:3] == SHORT and said[0] in NUMBER_WORDS)


def spoken(window: Window, said: list[str], near: frozenset[str]) -> Iterator[str]:
    """What the words around a number say for and against an account."""
    wide = frozenset(said[:7]) | near
    is_statement = "koran" in wide and speaks_of_statement(window)
    if wide & (BUDGET_WORDS - {"koran"} if is_statement else BUDGET_WORDS):
        yield "budget"
    if VIRTUAL_ONE & near or (wide & VIRTUAL and BANKS.isdisjoint(wide)):
        yield "virtual"
    if wide & ACCOUNT_WORDS or is_short(said):
        yield "labelled"
        return
    banks = BANKS - {"bank"} if wide & NO_BANKS else BANKS
    if not is_bank_named(window):
        banks -= WORDS_TOO
    is_told = NUMBER_WORDS.intersection(said[:1]) or (BRANCHES | HOLDER) & wide
    if near & banks:
        yield "bank"
    elif has_bank_behind(window):
        yield "bank behind"
    elif banks & wide:
        yield "bank far"
        if is_told:
            yield "told"
    if near & SENDING:
        yield "transfer"
    if YEAR.match(window.written) or "/" in window.written or "kode" in near:
        yield "code"


def against(window: Window, near: frozenset[str]) -> Iterator[str]:
    """What the form of a number says for and against an account."""
    start = window.span[0]
    is_price = MONEY.search(window.run.text, max(0, start - 5), start)
    if is_price or THOUSANDS.fullmatch(window.written):
        yield "money"
    if "\n" in window.written:
        yield "broken"
    if window.cuts in CUTS:
        yield "parted"
    if not weights().lists["other"].isdisjoint(near):
        yield "other"


def is_bank_named(window: Window) -> bool:
    """Whether a bank whose name is a word, too, has a capital before a number."""
    before = window.run.text[max(0, window.span[0] - BEFORE) : window.span[0]]
    return any(word.capitalize() in before or word.upper() in before for word in WORDS_TOO)


def speaks_of_statement(window: Window) -> bool:
    """Whether the list of an account is named before a number."""
    start = window.span[0]
    return STATEMENT.search(window.run.text.lower(), max(0, start - BEFORE), start) is not None


def has_bank_behind(window: Window) -> bool:
    """Whether the name of a bank stands right behind a number."""
    behind = BEHIND.match(window.run.text, window.span[1])
    return behind is not None and not BANKS.isdisjoint(WORD.findall(behind[0].lower()))


def may_be_near(windows: list[Window], said: list[str], near: frozenset[str]) -> bool:
    """Whether one of the numbers that begin at a place may be an account, by the words around."""
    wide = (*said[:7], *near)
    is_said = any(not words.isdisjoint(wide) for words in (BANKS, ACCOUNT_WORDS, SENDING))
    return is_said or is_short(said) or any(map(has_bank_behind, windows))
