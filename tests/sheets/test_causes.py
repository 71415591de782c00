"""How a cause was searched for is drawn: the chain of whys, and the bones of the fish."""

from __future__ import annotations

from sheeting import folder, pdf_of, squeezed, text_of

from smmkit.arranging.causes import searched

FINDING = """kind: finding
id: F-01
title: The file is lost
date: 2025-03-10
audit: AUD-01
grade: minor
clause: "8.5.1"
unit: U-1
statement: It is not so.
classification: terbuka
cause: Nobody was told.
"""
WHYS = "whys: [It was not done., Nobody knew., Nobody was told.]\n"
BONES = [("People", "Nobody knew."), ("Tools", "One key for all."), ("People", "Two were away.")]
CAUSES = "causes:\n" + "".join(f"  - {{bone: {bone}, what: {what}}}\n" for bone, what in BONES)


def found(more: str):
    qms = folder(FINDING + more, name="f.yaml")
    return qms, next(one for one in qms.documents if one.id == "F-01")


def test_the_whys_and_the_bones_stand_on_the_sheet():
    qms, document = found(WHYS + CAUSES)
    whys, fishbone = searched(document)
    assert whys["steps"][-1] == "Nobody was told."
    assert fishbone["head"] == "The file is lost"
    assert [(side["title"], side["items"]) for side in fishbone["bones"]] == [
        ("People", ["Nobody knew.", "Two were away."]),
        ("Tools", ["One key for all."]),
    ]
    text = text_of(pdf_of(qms, "F-01"))
    assert squeezed("One key for all.") in text
    assert text.index(squeezed("Nobody knew.")) < text.index(squeezed("One key for all."))


def test_one_bone_alone_is_drawn_too():
    qms, _ = found("causes: [{bone: Tools, what: One key for all.}]\n")
    assert squeezed("One key for all.") in text_of(pdf_of(qms, "F-01"))


def test_more_bones_than_can_be_read_get_another_fish():
    bones = "".join(f"  - {{bone: B{n}, what: It was so.}}\n" for n in range(9))
    few, many = (
        text_of(pdf_of(found("causes:\n" + some)[0], "F-01")).count("Thefileislost")
        for some in (bones[: bones.index("  - {bone: B8")], bones)
    )
    assert many == few + 1


def test_where_nothing_is_said_nothing_is_drawn():
    _, document = found("")
    assert searched(document) == []
