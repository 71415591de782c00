"""What is waived: how far a waiver holds, that it is counted, and that no seal hears of it."""

from __future__ import annotations

import pytest

from smmkit.analyses.lifecycle.fingerprint import fingerprint
from smmkit.documents import Information
from smmkit.rules import examine, judge
from smmkit.words import Language

RISKS = """\
kind: services
id: RR-9
title: Risks
version: "1"
owner: {owner}
entries:{head}
  - id: R-1{first}
    title: A
    owner: U-8
  - id: R-2
    title: B
    owner: U-9
"""
WHY = "smm: ignore[SMM201] until 2026-12-31: the unit is being founded"


def wrong(qms) -> list[str]:
    return [Language("en").say(d.problem.message) for d in examine(qms) if d.rule.code == "SMM201"]


def risks(head="", first="", owner="U-1") -> dict[str, str]:
    return {"r.yaml": RISKS.format(head=head, first=first, owner=owner)}


EVERY = ["there is no U-7", "there is no U-8", "there is no U-9"]


@pytest.mark.parametrize(
    ("files", "left"),
    [
        (risks(owner="U-7"), EVERY),
        (risks(owner=f"U-7  # {WHY}"), EVERY[1:]),
        (risks(owner="U-7", head=f"  # {WHY}"), EVERY[:1]),
        (risks(owner="U-7", first=f"  # {WHY}"), [EVERY[0], EVERY[2]]),
        (risks(owner=f"U-7\n# {WHY}\n# and more"), EVERY[:1]),
        ({"r.yaml": f"# {WHY}\n" + risks(owner="U-7")["r.yaml"]}, []),
    ],
    ids=["none", "of a field", "of a list", "of an item", "above a list", "of the file"],
)
def test_a_comment_holds_for_the_field_that_it_stands_at_and_all_in_it(folder, files, left):
    assert wrong(folder(files)) == left


@pytest.mark.parametrize(
    ("document", "field", "left"),
    [
        ("RR-9", "", []),
        ("RR-9", "owner", EVERY[1:]),
        ("RR-9", "entries", EVERY[:1]),
        ("RR-9", "entries[2].owner", EVERY[:2]),
        ("R-1", "", [EVERY[0], EVERY[2]]),
        ("R-1", "title", EVERY),
    ],
)
def test_one_of_the_settings_holds_for_a_document_an_entry_or_a_field(
    folder, document, field, left
):
    said = f", field: '{field}'" if field else ""
    more = (
        f"waivers: [{{rule: SMM201, document: {document}{said}, until: 2026-12-31, reason: why}}]\n"
    )
    assert wrong(folder(risks(owner="U-7"), more=more)) == left


def test_what_is_waived_is_told_apart_with_its_reason(folder):
    judgement = judge(folder(risks(owner=f"U-7  # {WHY}")))
    (waived,) = judgement.waived
    assert (waived.diagnostic.rule.code, waived.diagnostic.at.line) == ("SMM201", 5)
    assert waived.reason == "the unit is being founded"
    assert waived.until.isoformat() == "2026-12-31"


def test_of_many_of_a_sort_those_that_were_only_counted_are_waived_with_their_file(folder):
    audit = "kind: audit\nid: A\n" + "".join(f"x{n}: 1\n" for n in range(50))
    assert judge(folder({"a.yaml": audit})).more
    waived = "# smm: ignore[SMM101, SMM103] until 2026-12-31: why\n" + audit
    judgement = judge(folder({"a.yaml": waived}))
    assert [m for m in judgement.more if m.rule.code == "SMM101"] == []
    assert [d for d in judgement.diagnostics if d.rule.code == "SMM101"] == []


def test_a_comment_breaks_no_seal(folder):
    plain, noted = (folder(files) for files in (risks(owner="U-7"), risks(owner=f"U-7  # {WHY}")))
    marks = [fingerprint(qms.get("RR-9", Information), qms) for qms in (plain, noted)]
    assert marks[0] == marks[1]


def test_in_markdown_it_stands_in_the_front_matter(folder):
    head = "kind: quality-policy\nid: KM-1\ntitle: T\nsentence: S\nversion: '1'\nowner: U-7\n"
    text = f"---\n# {WHY}\n{head}---\nText\n"
    assert wrong(folder({"r.md": text})) == []
    assert wrong(folder({"r.md": text.replace(f"# {WHY}\n", "")})) == ["there is no U-7"]


@pytest.mark.parametrize(
    "comment",
    [
        "smm: abaikan[SMM201] sampai 2026-12-31: menunggu keputusan",
        "SMM: Ignore[smm201] hingga 2026-12-31: menunggu keputusan",
        "smm: ignore[Broken-Reference] until 2026-12-31: a decree is awaited",
    ],
)
def test_a_waiver_is_read_in_either_language_and_any_case(folder, comment):
    assert wrong(folder(risks(owner=f"U-7  # {comment}"))) == EVERY[1:]


def test_two_on_one_line_hold_each_until_its_own_day(folder):
    both = f"{RIGHT} # smm: ignore[SMM301] until 2020-01-01: another"
    qms = folder(risks(owner=f"U-7  {both}"))
    assert wrong(qms) == EVERY[1:]
    assert [(w.reason, w.until.year) for w in judge(qms).waived] == [("a decree", 2026)]
    (ended,) = [d for d in examine(qms) if d.rule.code == "SMM904"]
    assert ended.at.column > both.index("# smm", 1)


@pytest.mark.parametrize("day", ["31/12/2026", "31 Desember 2026"])
def test_the_day_of_a_waiver_is_shown_as_it_is_to_be_written(folder, day):
    qms = folder(risks(owner=f"U-7  # smm: ignore[SMM201] until {day}: a decree"))
    (told,) = (d.problem for d in examine(qms) if d.rule.code == "SMM906")
    speech = Language("en")
    assert speech.say(told.message) == f"{day} is no day"
    assert told.hint
    assert speech.say(told.hint) == "write `until 2026-12-31`"


RIGHT = "# smm: ignore[SMM201] until 2026-12-31: a decree"


@pytest.mark.parametrize(
    ("comment", "message", "hint"),
    [
        (
            "ignor[SMM201] until 2026-12-31: a decree",
            "`# smm: ignor` waives nothing",
            f"write `{RIGHT}`",
        ),
        (
            "ignore(SMM201) until 2026-12-31: a decree",
            "`# smm: ignore` waives nothing",
            f"write `{RIGHT}`",
        ),
        (
            "noqa SMM201 until 31 Desember 2026 - a decree",
            "`# smm: noqa` waives nothing",
            f"write `{RIGHT}`",
        ),
        (
            "abaikn[SMM201] sampai 2026-12-31: ada SK",
            "`# smm: abaikn` waives nothing",
            "write `# smm: abaikan[SMM201] sampai 2026-12-31: ada SK`",
        ),
        (
            "ignore[SMM201] until 2026-12-31 - a decree",
            "the waiver gives no reason",
            f"write `{RIGHT}`",
        ),
        (
            "ignore[SMM201] 2026-12-31: a decree",
            "the waiver says no day on which it ends",
            f"write `{RIGHT}`",
        ),
        (
            "ignore[Broken-Referense] until 2026-12-31: a decree",
            "there is no rule Broken-Referense",
            "did you mean broken-reference?",
        ),
        *(
            (
                f"ignore[{family}] until 2026-12-31: a decree",
                f"there is no rule {family}",
                "name each rule that is borne by its code",
            )
            for family in ("SMM2", "smm2*", "SMM", "*")
        ),
    ],
)
def test_a_slip_in_a_waiver_is_told_with_the_line_put_right(folder, comment, message, hint):
    """Catches: what was meant to waive and waives nothing passes in silence, or names no way out."""
    assert slips(folder(risks(owner=f"U-7  # smm: {comment}"))) == [(message, hint)]


def test_a_waiver_without_its_colon_is_told(folder):
    qms = folder(risks(owner=f"U-7  {RIGHT.replace('smm:', 'smm')}"))
    assert slips(qms) == [("`# smm ignore` waives nothing", f"write `{RIGHT}`")]


@pytest.mark.parametrize("said", ["smm ignores this (for now)", "smm ignore", "smm: about [R-1]"])
def test_what_people_remark_about_smm_is_no_waiver(folder, said):
    assert slips(folder(risks(owner=f"U-1  # {said}"))) == []


def slips(qms) -> list[tuple[str, str]]:
    speech = Language("en")
    told = (d.problem for d in examine(qms) if d.rule.code == "SMM906")
    return [(speech.say(p.message), speech.say(p.hint)) for p in told]
