"""The Indonesian catalogues: they have all that can be said, in Indonesian, and are compiled."""

from __future__ import annotations

import ast
import re
from datetime import date
from decimal import Decimal
from functools import cache
from gettext import GNUTranslations
from importlib.util import module_from_spec, spec_from_file_location
from inspect import cleandoc
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from smmkit.analyses.gap.parts import Obstacle
from smmkit.rules import rules
from smmkit.words import (
    LABELS,
    MONTHS,
    SENTENCES,
    Language,
    Percent,
    label_message,
    language,
    say,
    say_n,
)

HERE = Path(__file__).parent
SOURCES = HERE.parent / "src" / "smmkit"
CATALOGUES = (SENTENCES, LABELS)
EACH = pytest.mark.parametrize("name", CATALOGUES)

SAME = {
    *("April", "September", "November"),
    *(f"{month} {{year}}" for month in ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Sep", "Nov")),
    *("Audit", "audit", "Commit", "commit {id}", "No.", "Status", "Target", "Unit", "unit {unit}"),
    "internal",
    "A4",
    "F4 (folio)",
    "Logo",
    "Auditor",
    "SMART",  # the letters are the same in both languages
    "{value}; target {target} ({method})",
    "target",
    "Output",  # so the column is called in the form of PermenPANRB 35/2012
}
"""What is the same word in both languages. Messages without a word of their own need no mention."""

TERMS = {
    r"documented information": "informasi terdokumentasi",
    r"quality objectives?": "sasaran mutu",
    r"quality policy": "kebijakan mutu",
    r"corrective action": "tindakan korektif",
    r"nonconformity": "ketidaksesuaian",
    r"conformity": "kesesuaian",
    r"(?<!within the )scope": "lingkup",
    r"risk register": "daftar risiko",
    r"risk appetite": "selera risiko",
    r"achievement": "capaian",
    r"actual": "realisasi",
    r"internal audits?": "audit internal",
    r"major": "mayor",
    r"minor": "minor",
    r"clauses?": "klausul",
    r"gap": "kesenjangan",
    r"evidence|proof(?! that it helped)": "bukti",
    r"claim": "klaim",
    r"coverage": "cakupan",
    r"floor": "batas bawah",
    r"requirements?(?! at hand)": "persyaratan",
    r"procedures?": "prosedur",
    r"files?": "berkas",
}
"""Terms of SNI ISO 9001:2015 and of smmkit: where one stands in English, the other must stand."""

FREE = {
    "Attached files",  # Lampiran
    "attached file",
    "Related procedures",  # Keterkaitan, the box of that name in the form of an SOP
    "begin with a line such as `kind: procedure`",  # as it is typed
    "Could not open file {filename!r}: {message}",
    "{name} {filename!r} is a file.",
}
"""Sentences whose translation says a term in another way, and may."""

LEFTOVERS = re.compile(
    r"(?<![\w`{-])(the|of|is|are|and|with|without|for|not|this|that|its|which|was|has|have|by|to|"
    r"from|file|files|write|there|missing|must|cannot)(?![\w`}-])",
    re.IGNORECASE,
)
"""English words that no Indonesian sentence has."""


@cache
def tool() -> ModuleType:
    """docs/catalogue.py"""
    spec = spec_from_file_location("catalogue", HERE.parent / "docs" / "catalogue.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def file_of(name: str) -> Path:
    """The catalogue to be edited."""
    return tool().FOLDER / f"{name}.po"


@cache
def written(name: str) -> Catalog:
    """A catalogue as it lies in the folder."""
    with file_of(name).open("rb") as stream:
        return read_po(stream, locale="id")


@cache
def as_it_should_be() -> dict[str, Catalog]:
    """Both catalogues as `make words` would write them."""
    return tool().catalogues()


@cache
def as_it_is_written(name: str) -> tuple[bytes, bytes]:
    """The files of a catalogue as `make words` would write them."""
    return tool().written(as_it_should_be()[name])


def pairs(*names: str) -> list[tuple[str | tuple[str, str], str]]:
    """Every sentence (with its plural, if it has one) that has an Indonesian form, and that form."""
    return [(m.id, said(m)) for n in names or CATALOGUES for m in written(n) if m.id and said(m)]


def said(message: Any) -> str:
    """The one Indonesian form of a message."""
    return message.string[0] if isinstance(message.string, tuple | list) else message.string


def forms(message: str | tuple[str, str]) -> tuple[str, ...]:
    """The English forms of a message: one, or two where it has a plural."""
    return (message,) if isinstance(message, str) else tuple(message)


def blanks(text: str) -> list[str]:
    """The placeholders of a sentence, each as often as it stands there."""
    return sorted(re.findall(r"%\(\w+\)\w|(?<!\{)\{[^{}]*\}(?!\})", text))


def without_blanks(text: str) -> str:
    """The words of a sentence."""
    return re.sub(r"%\(\w+\)\w|\{[^{}]*\}|`[^`]*`", " ", text)


@EACH
def test_a_catalogue_has_all_that_can_be_said_and_nothing_besides(name):
    now = as_it_should_be()[name]
    known, wanted = {m.id for m in written(name)}, {m.id for m in now}
    assert wanted - known == set(), "run `make words`"
    assert known - wanted == set(), "run `make words`: nobody says these any more"
    po, _ = as_it_is_written(name)
    assert file_of(name).read_bytes().replace(b"\r\n", b"\n") == po


def test_words_of_lists_are_labels_however_deep_their_module_lies():
    wanted = {m.id for m in as_it_should_be()[LABELS]}
    assert {word.label.text for word in Obstacle} <= wanted


@EACH
def test_the_compiled_catalogue_is_the_written_one(name):
    _, mo = as_it_is_written(name)
    assert file_of(name).with_suffix(".mo").read_bytes() == mo
    compiled = GNUTranslations(BytesIO(mo))
    for message, text in pairs(name):
        assert compiled.gettext(forms(message)[0]) == text
        if len(forms(message)) > 1:
            assert [compiled.ngettext(*message, n) for n in (0, 1, 2, 11)] == [text] * 4


@EACH
def test_indonesian_has_one_form_for_every_number(name):
    assert "nplurals=1; plural=0;" in file_of(name).read_text("utf-8").split("\n\n", 1)[0]
    assert written(name).num_plurals == 1


@EACH
def test_every_sentence_is_translated_and_looked_at(name):
    assert tool().unfinished(written(name)) == []


@pytest.fixture
def words(monkeypatch, tmp_path):
    """`make words` in a folder of its own, when this is all that can be said; what lies there then."""
    monkeypatch.setattr(tool(), "FOLDER", tmp_path)
    monkeypatch.setattr(tool().sys.stdin, "isatty", lambda: False)

    def run(sentences, labels=(), *others, asks=None):
        monkeypatch.setattr(tool(), "said", lambda: {SENTENCES: sentences, LABELS: list(labels)})
        if asks is not None:
            monkeypatch.setattr(tool().sys.stdin, "isatty", lambda: True)
            monkeypatch.setattr("builtins.input", lambda _: asks.pop(0))
        code = tool().main(list(others))
        return code, *(texts(tmp_path / f"{name}.po") for name in CATALOGUES)

    return run


def texts(file: Path) -> dict[str, str]:
    """What a .po file says, by its English; with a `?` behind what has to be looked at."""
    with file.open("rb") as stream:
        found = [m for m in read_po(stream, locale="id") if m.id]
    return {forms(m.id)[0]: said(m) + "?" * m.fuzzy for m in found}


OLD = """
msgid "there is no file {path}"
msgstr "tidak ada berkas {path}"

msgid "Owner"
msgstr "Pemilik"
"""


def test_what_another_file_knows_goes_where_it_belongs(words, tmp_path):
    (tmp_path / "old.po").write_text(OLD, "utf-8")
    assert words(["there is no file {path}"], ["Owner"], tmp_path / "old.po") == (
        0,
        {"there is no file {path}": "tidak ada berkas {path}"},
        {"Owner": "Pemilik"},
    )
    assert words(["Owner"], ["there is no file {path}"])[0] == 0, "what moves keeps its Indonesian"


def test_new_english_keeps_the_indonesian_and_fails_until_it_is_looked_at(words, tmp_path, capsys):
    po = tmp_path / f"{SENTENCES}.po"
    po.write_text(OLD, "utf-8")
    changed = ["there is no such file {path}", ("{n} owl", "{n} owls")]
    wanted = {changed[0]: "tidak ada berkas {path}?", "{n} owl": ""}
    assert words(changed) == (1, wanted, {})
    assert words(changed) == (1, wanted, {}), "it stays so until somebody looks"
    assert f"  {changed[0]}  (fuzzy: tidak ada berkas {{path}})" in capsys.readouterr().out
    assert "# was: there is no file {path}\n" in po.read_text("utf-8")
    compiled = GNUTranslations(BytesIO(po.with_suffix(".mo").read_bytes()))
    assert compiled.gettext(changed[0]) == changed[0], "what is in doubt is not spoken"

    text = po.read_text("utf-8").replace("#, fuzzy, ", "#, ")
    po.write_text(text.replace('msgstr[0] ""', 'msgstr[0] "{n} burung"'), "utf-8")
    wanted = {changed[0]: "tidak ada berkas {path}", "{n} owl": "{n} burung"}
    assert words(changed) == (0, wanted, {})
    assert "was:" not in po.read_text("utf-8")


def test_a_sentence_that_is_still_said_lends_its_indonesian_to_no_other(words, tmp_path):
    (tmp_path / f"{SENTENCES}.po").write_text(OLD, "utf-8")
    both = ["there is no file {path}", "there is no file {path} here"]
    assert words(both)[1] == {both[0]: "tidak ada berkas {path}", both[1]: ""}


def test_on_a_terminal_one_run_is_enough(words, tmp_path):
    (tmp_path / f"{SENTENCES}.po").write_text(OLD, "utf-8")
    changed = ["there is no such file {path}", ("{n} owl", "{n} owls"), "yes"]
    code, sentences, _ = words(changed, asks=["", " {n} burung ", ""])
    assert sentences == {changed[0]: "tidak ada berkas {path}", "{n} owl": "{n} burung", "yes": ""}
    assert code == 1, "an empty answer where nothing is proposed leaves it for later"


def test_labels_are_read_only_when_one_is_named():
    speech = Language("id")
    assert speech.say(say("there is no kind {kind}", kind="x")) == "tidak ada jenis x"
    assert set(speech._catalogues) == {SENTENCES}
    assert speech.say(label_message("Owner")) == "Pemilik"


def test_nothing_is_left_in_english():
    left = {forms(m)[0] for m, text in pairs() if text in forms(m)}
    assert {text for text in left if re.search(r"[^\W\d_]", without_blanks(text))} == SAME
    mixed = {
        text: found[0] for _, text in pairs() if (found := LEFTOVERS.search(without_blanks(text)))
    }
    assert mixed == {}


def test_every_rule_says_in_indonesian_what_it_promises_and_why():
    speak = language("id").word
    for rule in rules():
        paragraphs = cleandoc(rule.doc).split("\n\n")
        assert [" ".join(text.split()) for text in paragraphs] == [
            rule.summary,
            *filter(None, [rule.why]),
        ]
        assert speak(rule.summary) != rule.summary, rule.code
        if rule.why:
            assert rule.why.startswith("Why: "), rule.code
            assert speak(rule.why).startswith("Sebab: "), rule.code


def test_placeholders_are_the_same():
    for message, text in pairs():
        if isinstance(message, str):
            assert blanks(text) == blanks(message), message
        else:  # the one Indonesian form speaks for all numbers, so it names what the richest names
            assert blanks(text) == max(map(blanks, reversed(message)), key=len), message


def test_what_is_typed_stays_as_it_is_typed():
    for message, text in pairs():
        for code in re.findall(
            r"`[^`]+`|--[a-z-]+|\bsmm [a-z]+|\S+\.(?:yaml|txt|pdf|md)\b", forms(message)[0]
        ):
            assert code in text or code == "`name: value`", message


def test_a_sentence_begins_and_ends_in_the_same_way():
    for message, text in pairs():
        english = forms(message)[-1]
        assert text == text.strip(), text
        if english[-1] in ".?!:":
            assert text[-1] == english[-1], text
        else:
            assert text[-1] not in ".!" or english.endswith(")"), text
        first, other = english[0], text[0]
        if first.isalpha() and other.isalpha() and english[1:2].islower():
            assert first.isupper() == other.isupper(), text


@pytest.mark.parametrize("term", TERMS)
def test_terms_are_those_of_the_standard(term):
    for message, text in pairs():
        english = without_blanks(forms(message)[0])
        if re.search(rf"\b(?:{term})\b", english, re.IGNORECASE) and forms(message)[0] not in FREE:
            assert TERMS[term] in text.lower(), message


def test_every_sentence_stands_where_it_can_be_extracted():
    """A sentence that is first put into a variable is in no catalogue, and so in no Indonesian."""
    found = []
    for file in sorted(SOURCES.rglob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        speakers = {
            alias.asname or alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom)
            and node.module in {"smmkit.words", "smmkit.console.language"}
            for alias in node.names
            if alias.name in {"say", "say_n", "here"}
        }
        found += [
            f"{file.relative_to(SOURCES).as_posix()}: {ast.unparse(node)}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in speakers
            and not (node.args and isinstance(node.args[0], ast.Constant))
        ]
    known = ["console/verb.py: here(one_line)"]  # help, which the catalogue takes from the verbs
    assert [line for line in found if line not in known] == []


def test_days_are_written_in_indonesian():
    months = (
        "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
    )
    spoken = [language("id").say(date(2019, month, 1)) for month in range(1, len(MONTHS) + 1)]
    assert spoken == [f"1 {month} 2019" for month in months.split()]
    assert language("en").say(date(2019, 12, 31)) == "31 December 2019"


def test_numbers_are_written_in_indonesian():
    speak = language("id").say
    assert speak(Decimal("1234567.89")) == "1.234.567,89"
    assert speak(Percent(Decimal("94.145"))) == "94,15 %"
    assert speak(12345) == "12.345"
    assert [speak(True), speak(False), speak(None)] == ["ya", "tidak", ""]
    assert language("en").say(Decimal("1234.5")) == "1,234.5"


def test_counts_are_spoken_in_indonesian():
    counts = [say_n("{n} error", "{n} errors", n) for n in (0, 1, 2)]
    assert language("id").say(counts) == "0 kesalahan, 1 kesalahan, 2 kesalahan"
    assert language("en").say(counts) == "0 errors, 1 error, 2 errors"
    whole = say("{id} was due for review on {day}", id="SOP-01", day=date(2019, 5, 2))
    assert language("id").say(whole) == "SOP-01 seharusnya sudah ditinjau pada 2 Mei 2019"
