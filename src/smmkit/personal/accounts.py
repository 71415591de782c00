"""Numbers of bank accounts: beside the name of a bank, or behind `rekening` where no budget is meant."""

from __future__ import annotations

import re
from typing import Final

from smmkit.personal.hit import Certainty
from smmkit.personal.runs import BEFORE, WORD, Window

BANKS: Final = frozenset(
    (  # noqa: SIM905
        "bank bri bni btn bca bsi mandiri bjb bpd cimb niaga danamon permata mega maybank ocbc panin "
        "bukopin muamalat btpn jago seabank jenius hsbc uob"
    ).split()
)
ACCOUNT_WORDS: Final = frozenset(
    "rekening norek rek account acc acct tabungan simpeda simpedes britama taplus".split()  # noqa: SIM905
)
BUDGET_WORDS: Final = frozenset(
    "belanja anggaran listrik air telepon internet koran tagihan uraian".split()  # noqa: SIM905
)
"""Beside `rekening` these speak of a budget or of a bill."""

STATEMENT: Final = re.compile(r"rekening\s{1,2}koran")
"""The bank's own list of an account, and no newspaper."""

SHORT: Final = ["c", "a"]
"""A/C, the nearest first."""

VIRTUAL: Final = frozenset({"virtual", "va", "kode"})
"""Beside these a number stands for a bill or a budget, unless a bank is named."""

VIRTUAL_ONE: Final = frozenset({"virtual", "va"})
"""Right before a number these say so whatever bank is named."""

NO_BANKS: Final = frozenset({"soal", "data", "sampah", "darah", "dunia"})
"""With `bank` these are none that has accounts."""

WORDS_TOO: Final = frozenset({"mandiri", "mega", "permata", "niaga", "jago"})
"""With a small letter these are words like any other."""

NUMBER_WORDS: Final = frozenset({"no", "nomor", "number"})
BRANCHES: Final = frozenset({"cab", "cabang", "kcp", "capem"})
"""With a bank named before them these speak of where an account is kept."""

HOLDER: Final = frozenset({"an", "n", "nama"})
"""The same of whose it is: a.n."""

MONEY: Final = re.compile(r"(?:Rp|IDR)\.?[ :]?\Z")
YEAR: Final = re.compile(r"(?:19|20)\d\d[ \t]")
BEHIND: Final = re.compile(r"[ \t]{1,2}(?:[(\[]|/ ?)?[A-Za-z]{3,9}(?![^\W_])")


def account(window: Window, said: list[str], near: frozenset[str]) -> Certainty | None:
    """8 to 16 digits with the word for an account before them, or the name of a bank beside them."""
    digits = window.digits
    first = window.cuts[0] if window.cuts else len(digits)
    if not 8 <= len(digits) <= 16 or first < 2 or window.goes_on or "\n" in window.written:
        return None
    if VIRTUAL_ONE & near or MONEY.search(
        window.run.text, max(0, window.span[0] - 5), window.span[0]
    ):
        return None
    wide = frozenset(said[:7]) | near
    is_statement = "koran" in wide and speaks_of_statement(window)
    others = BUDGET_WORDS - {"koran"} if is_statement else BUDGET_WORDS
    is_budget = wide & others or (wide & VIRTUAL and BANKS.isdisjoint(wide))
    if (wide & ACCOUNT_WORDS or said[:2] == SHORT) and not is_budget:
        return Certainty.SURE if first > 2 or len(digits) > 9 else None
    is_of_paper = "/" in window.written or "kode" in near
    if first < 3 or len(digits) < 10 or YEAR.match(window.written) or is_of_paper:
        return None
    banks = BANKS - {"bank"} if wide & NO_BANKS else BANKS
    if not is_bank_named(window):
        banks -= WORDS_TOO
    if near & banks or (
        banks & wide and (NUMBER_WORDS.intersection(said[:1]) or (BRANCHES | HOLDER) & wide)
    ):
        return Certainty.LIKELY
    is_bare = not (window.cuts or wide & VIRTUAL)
    return Certainty.LIKELY if is_bare and has_bank_behind(window) else None


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


def may_be_near(window: Window, said: list[str], near: frozenset[str]) -> bool:
    """Whether an account may begin where a window does, by the words around."""
    wide = (*said[:7], *near)
    is_said = not BANKS.isdisjoint(wide) or not ACCOUNT_WORDS.isdisjoint(wide)
    return is_said or said[:2] == SHORT or has_bank_behind(window)
