"""The Indonesian of smmkit keeps to its glossary: no word that it rules out, no label in two senses."""

import re
from collections import defaultdict

import pytest
from babel.messages.pofile import read_po

from smmkit.words import LABELS, LOCALES, SENTENCES
from smmkit.yaml_text.reading import read_ours

GLOSSARY = read_ours((LOCALES / "id/glossary.yaml").read_text("utf-8"))
QUOTED = re.compile(r"--[a-z-]+|`[^`]*`|\{[^}]*\}|\"[^\"]*\"|\S*[/_.]\S+")
"""What is no Indonesian: options, words of files, values, paths."""
SHORT = 40
"""A longer text is an explanation, and no label."""


def translated(name: str) -> dict[str, str]:
    """Every English text of a catalogue, with its Indonesian."""
    with (LOCALES / f"id/LC_MESSAGES/{name}.po").open("rb") as file:
        catalogue = read_po(file)
    pairs = ((m.id, m.string) for m in catalogue if m.id)
    first = lambda text: text if isinstance(text, str) else text[0]  # noqa: E731
    return {first(one): first(other) for one, other in pairs}


@pytest.mark.parametrize("name", [SENTENCES, LABELS])
def test_no_text_has_a_word_that_the_glossary_rules_out(name):
    ruled_out = [word for term in GLOSSARY["terms"] for word in term["never"]]
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, ruled_out))})\b", re.IGNORECASE)
    found = {
        text: match[0]
        for text in translated(name).values()
        if (match := pattern.search(QUOTED.sub(" ", text)))
    }
    assert found == {}


def test_no_english_stands_among_the_indonesian():
    english = re.compile(r"\b(?:the|of|is|and|not|with|for|this|which|are|its)\b")
    for name in (SENTENCES, LABELS):
        found = [t for t in translated(name).values() if english.search(QUOTED.sub(" ", t))]
        assert found == []


def singular(label: str) -> str:
    """An English label as one thing is called."""
    words = label.casefold()
    words = re.sub(r"^classes\b", "class", words)
    for end, one in (
        ("criteria", "criterion"),
        ("processes", "process"),
        ("ies", "y"),
        ("s", ""),
    ):
        if words.endswith(end) and not words.endswith(("ss", "us", "is")):
            return words.removesuffix(end) + one
    return words


def test_each_label_is_used_in_one_sense():
    senses = defaultdict(set)
    for english, indonesian in translated(LABELS).items():
        if len(indonesian) <= SHORT and not indonesian.endswith("."):
            senses[indonesian.casefold()].add(singular(english))
    known = {word: set(labels) for word, labels in GLOSSARY["labels"].items()}
    several = {word: found for word, found in senses.items() if len(found) > 1}
    assert {w: f for w, f in several.items() if not f <= known.get(w, set())} == {}


def test_what_the_issue_named_is_said_as_an_official_says_it():
    sentences, labels = translated(SENTENCES), translated(LABELS)
    assert sentences["Error: {message}"].startswith("Kesalahan: ")
    assert labels["more is better"] == "makin besar makin baik"
    formula = next(text for english, text in sentences.items() if english.startswith("sum(weight"))
    assert "jumlah(bobot x nilai)" in formula
    assert sentences["{name} is no date: {value}"] == "{value} pada isian {name} bukan tanggal"
    assert labels["Unit of time"] == "Satuan waktu"
