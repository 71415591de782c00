"""A document of any kind with as much in it as is wanted: made from the fields of its class."""

from datetime import date, timedelta
from itertools import count
from typing import Any, Literal, get_origin

from smmkit.documents import class_of
from smmkit.model.fields import Field, fields_of
from smmkit.model.marks import CLAUSE, FILE, STANDARD, RefersTo, Trait
from smmkit.words import Words

APART = {"kind", "approvals", "rules", "waivers", "smmkit", "as_of"}
PATTERNS = {"period": "2025-0{n}", "hash": "sha256:" + "0" * 64}
LONG = "Kalimat yang agak panjang tentang pekerjaan di kantor ini"


class Filling:
    """Values for every field, each text with a number of its own, so that it is found again."""

    def __init__(self, rows: int, words: str = LONG) -> None:
        self.rows = rows
        self.words = words
        self.next = count(1)

    def document(self, kind: str) -> dict[str, Any]:
        """The values of a document of a kind."""
        values = self.part(class_of(kind), self.rows)
        return {"kind": kind, **values, "id": "DOK-UJI", "title": "Dokumen uji"}

    def part(self, class_: type, rows: int) -> dict[str, Any]:
        """The values of a part; of parts below it there are few."""
        return {
            name: self.value(field, rows)
            for name, field in fields_of(class_).items()
            if name not in APART and (rows or field.required or field.has(Trait.KEY))
        }

    def value(self, field: Field, rows: int) -> Any:
        if not field.many:
            return self.one(field)
        long = rows if field.part else min(rows, 3)
        return [self.one(field) for _ in range(max(long, 1))]

    def one(self, field: Field) -> Any:
        """One value of a field."""
        n = next(self.next)
        if field.part:
            return self.part(field.part, 2 if self.rows else 0)
        if get_origin(field.type) is Literal:
            return field.choices[0]
        if field.enum:
            words = [word.value for word in field.enum]
            return words[n % len(words)]
        if field.type is Words:
            return {"en": f"word{n}", "id": f"kata{n}"}
        if field.type is date:
            return (date(2025, 1, 1) + timedelta(n % 300)).isoformat()
        if field.type is bool:
            return bool(n % 2) and field.name != "ends"  # a step that ends has no ways on
        if field.type in (int,) or field.type.__name__ == "Decimal":
            low = field.limits.get("ge", 1)
            return 2025 if field.has(Trait.YEAR) else min(low + n % 4, field.limits.get("le", 9999))
        return self.text(field, n)

    def text(self, field: Field, n: int) -> str:
        """A text as the field takes it."""
        if field.name == "id":
            return f"X-{n}"
        if field.name == "actor":
            return f"{self.words if self.words != LONG else 'Jabatan'} {n % 5}"
        if field.reference is CLAUSE:
            return "4.1"
        if field.reference is STANDARD:
            return "iso9001-2015"
        if field.reference is FILE:
            return f"bukti/berkas-{n}.pdf"
        if isinstance(field.reference, RefersTo):
            return f"Y-{n}"
        if "pattern" in field.limits:
            return PATTERNS.get(field.name, "2025-0{n}").format(n=1 + n % 9)
        return f"{self.words} {n}"
