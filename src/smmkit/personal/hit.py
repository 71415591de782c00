"""What is found: the sort of data, where it stands in a text, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from smmkit.words import ClosedList


class Data(ClosedList):
    """The sorts of personal data."""

    NIP = "nip", "employee number (NIP)"
    NIK = "nik", "identity number (NIK)"
    NPWP = "npwp", "tax number (NPWP)"
    PHONE = "phone", "phone number"
    EMAIL = "email", "e-mail address"
    HANDLE = "handle", "account in a social network"
    ACCOUNT = "account", "bank account"
    BIRTH = "birth", "birth day"
    PLATE = "plate", "vehicle plate"
    CARD = "card", "number of a card or membership"
    DEVICE = "device", "address or number of somebody's device"
    SECRET = "secret", "password or PIN"
    HOME = "home", "home address"
    SENSITIVE = "sensitive", "health, belief, family or punishment"
    NAME = "name", "name of a person of the register"
    AUTHOR = "author", "who made the file"
    PLACE = "place", "where a picture was taken"
    LIST = "list", "list of people"


class Certainty(IntEnum):
    """How sure it is that a text is what it looks like."""

    LIKELY = 1
    SURE = 2
    """Its label stands beside it, or its form has room for nothing else."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Personal data in a text: its sort, and from which letter to which (from 0, the last left out)."""

    kind: Data
    span: tuple[int, int]
    certainty: Certainty = Certainty.SURE


def hinted(text: str) -> str:
    """A value as it may be told: enough to find it, too little to use it."""
    plain = " ".join(text.split())
    shown = 3 if len(plain) > 8 else 1
    return plain[:shown] + "*" * min(len(plain) - shown, 8)
