"""What nobody agrees to changes no text, so the text is not looked at again for it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from smmkit.fixes import putting_right
from smmkit.yaml_text import source

TEXT = "kind: people\nid: ORG-09\ntitle: T\nversion: '1'\nentries:\n" + "".join(
    f"  - {{id: P-{n}, titel: A}}\n" for n in range(40)
)


def test_a_text_of_which_nothing_is_agreed_to_is_looked_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: list[str] = []
    real = putting_right.proposals

    def counted(path: str, text: str, units: Mapping[str, str]) -> list[putting_right.Change]:
        looked.append(text)
        return real(path, text, units)

    assert len(real("x.yaml", TEXT)) > 20
    monkeypatch.setattr(putting_right, "proposals", counted)
    assert putting_right.certain("x.yaml", TEXT) == TEXT
    assert looked == [TEXT]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("clauses:\n" + "  - 9.2\n" * 5_000, '  - "9.2"\n' * 5_000),
        (
            "evidence:\n" + "  - 2\n" * 5_000,
            '  - "2"\n' * 5_000,
        ),
    ],
    ids=["clauses", "texts"],
)
def test_a_text_is_walked_through_a_few_times_however_many_faults_it_has(monkeypatch, text, right):
    walks: list[str] = []
    walk = source.locations_of
    monkeypatch.setattr(
        source, "locations_of", lambda path, *more: walks.append(path) or walk(path, *more)
    )
    head = "kind: audit\nid: A\ntitle: x\ndate: 2026-01-01\n"
    assert putting_right.certain("a.yaml", head + text).endswith(right)
    assert len(walks) < 20
