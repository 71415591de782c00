"""Text as people save it: encodings, ends of lines, front matter, and the place of everything."""

import pytest

from smmkit.intake.words import HOME as WORDS
from smmkit.location import KEY, Location, SourceError
from smmkit.standards import SHIPPED
from smmkit.words import language
from smmkit.yaml_text.accepted import compare, refuse
from smmkit.yaml_text.decoding import MAX_TEXT, UNSHOWN, decoded
from smmkit.yaml_text.reading import MAX_DIGITS, read_ours
from smmkit.yaml_text.source import Source


def place(at: Location) -> tuple[int, int, int, int]:
    return at.line, at.column, at.end_line, at.end_column


def refused(path: str, data: bytes) -> tuple[int, int, str]:
    """Where a text is refused, and the sentence for it."""
    with pytest.raises(SourceError) as error:
        Source.parse(path, data)
    assert error.value.at.path == path
    return error.value.at.line, error.value.at.column, language("en").say(error.value.message)


@pytest.mark.parametrize(
    "data",
    [
        b"kind: audit\ntitle: caf\xc3\xa9\n",
        b"\xef\xbb\xbfkind: audit\ntitle: caf\xc3\xa9\n",
        b"kind: audit\r\ntitle: caf\xc3\xa9\r\n",
        b"kind: audit\rtitle: caf\xc3\xa9\r",
        b"kind: audit\ntitle: caf\xc3\xa9",
        b"---\nkind: audit\ntitle: caf\xc3\xa9\n",
    ],
    ids=["plain", "bom", "crlf", "cr", "no-last-line-end", "marker"],
)
def test_the_same_values_however_it_was_saved(data):
    source = Source.parse("a.yaml", data)
    assert source.values == {"kind": "audit", "title": "café"}
    line = 3 if data.startswith(b"---") else 2
    assert place(source.at("title")) == (line, 8, line, 12)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_an_encoding_that_a_file_says_is_named(encoding):
    text = ("\ufeff" if encoding.endswith("e") else "") + "kind: audit\n"
    named = f"the file is saved as {encoding[:6].upper()}"
    assert refused("a.yaml", text.encode(encoding)) == (1, 1, named)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", ["kind: audit\n", "kind: audit\ntitle: café – tea\n"])
def test_an_encoding_without_a_mark_is_seen_by_its_noughts(encoding, text):
    """It was told as U+0000, or as a file of Word."""
    named = f"the file is saved as {encoding.upper().replace('-', '').replace('UTF', 'UTF-')}"
    assert refused("a.yaml", text.encode(encoding)) == (1, 1, named)


@pytest.mark.parametrize("data", [b"kind: a\0udit\n", b"\0" * 8, b"k\0\0\0\0\0\0\0", b"\1\0\2\0"])
def test_a_nought_alone_makes_no_other_encoding(data):
    assert "saved as" not in refused("a.yaml", data)[2]


@pytest.mark.parametrize("begin", [b"%PDF-1.7\n", b"PK\x03\x04\x14\0", b"\x1f\x8b\x08\0"])
def test_what_another_program_made_is_no_text_of_a_code_page(begin):
    found = refused("a.yaml", begin + b"kind: caf\xe9\n")
    assert found[:2] == (1, 1)
    assert "this is no text" in found[2]


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"kind: audit\ntitle: caf\xe9\n", 2, 11),
        (b"\x93kind\x94: audit\n", 1, 1),
        (b"kind: audit\r\ntitle: caf\xe9\r\n", 2, 11),
        (b"a: 1\n\n\nb: \x96\n", 4, 4),
    ],
)
def test_a_windows_code_page_is_told_with_its_place(data, line, column):
    at = refused("a.yaml", data)
    assert at[:2] == (line, column)
    assert "UTF-8" in at[2]


def test_the_column_of_a_wrong_byte_counts_letters():
    assert refused("a.yaml", "é: ".encode() + b"\xe9\n")[:2] == (1, 4)


def test_the_column_of_a_wrong_byte_does_not_count_the_mark():
    assert refused("a.yaml", b"\xef\xbb\xbfa: 1\nb: \xe9\n")[:2] == (2, 4)


def test_the_line_of_a_wrong_byte_is_that_of_the_text():
    assert refused("a.yaml", b"a: 1\rb: \xe9\r")[:2] == (2, 4)


@pytest.mark.parametrize(
    ("text", "line", "column", "code"),
    [
        ("a: 1\nb: x\x07y\n", 2, 5, "0007"),
        ("a: x\x85y\n", 1, 5, "0085"),
        ("a: x\u2028y\n", 1, 5, "2028"),
        ("a: 1\n\ufeffb: 2\n", 2, 1, "FEFF"),
        ("a: \x00\n", 1, 4, "0000"),
        ("é: é\x1b[31m\n", 1, 5, "001B"),
    ],
)
def test_characters_that_no_editor_shows_are_refused(text, line, column, code):
    with pytest.raises(SourceError) as error:
        Source.parse("a.yaml", text.encode())
    assert (error.value.at.line, error.value.at.column) == (line, column)
    assert error.value.message.values["code"] == code


@pytest.mark.parametrize("text", ["a: \u00a0x", "a: \u200bx", "a: \u3000x", "a: 😀", "a: e\u0301"])
def test_other_letters_of_the_world_are_text(text):
    assert decoded("a.yaml", text.encode()) == text


def test_a_text_that_nobody_wrote_is_refused():
    assert decoded("a", b"x" * MAX_TEXT)
    with pytest.raises(SourceError):
        decoded("a", b"x" * (MAX_TEXT + 1))


MARKDOWN = b"---\nkind: audit\ntitle: A\n---\n\n# Heading\n\n---\n\nAfter a rule\n"


def test_front_matter_ends_at_the_first_fence_and_a_rule_in_the_prose_is_prose():
    source = Source.parse("a.md", MARKDOWN)
    assert source.values == {"kind": "audit", "title": "A"}
    assert source.prose == "\n# Heading\n\n---\n\nAfter a rule\n"
    assert source.prose_line == 5
    assert place(source.at("title")) == (3, 8, 3, 9)


def test_lines_of_the_prose_are_those_of_the_file():
    source = Source.parse("a.md", b"---\nkind: audit\n---\nFirst\n")
    assert (source.prose_line, source.prose) == (4, "First\n")


@pytest.mark.parametrize("end", [b"---", b"---\n", b"---  \n", b"---\t\n"])
def test_a_document_may_be_nothing_but_front_matter(end):
    source = Source.parse("a.md", b"---\nkind: audit\n" + end)
    assert (source.values, source.prose) == ({"kind": "audit"}, "")


def test_windows_ends_of_lines_and_a_mark_do_not_hide_the_fence():
    data = b"\xef\xbb\xbf" + MARKDOWN.replace(b"\n", b"\r\n")
    assert Source.parse("a.md", data).prose == Source.parse("a.md", MARKDOWN).prose


@pytest.mark.parametrize(
    "data", [b"", b"# Heading\n", b"\n---\nkind: a\n---\n", b"----\nkind: a\n---\n"]
)
def test_without_front_matter(data):
    line, column, message = refused("a.md", data)
    assert (line, column) == (1, 1)
    assert "begins with a line" in message


@pytest.mark.parametrize(
    "data", [b"---\nkind: a\n", b"---\nkind: a\n----\n", b"---\nkind: a\n ---\n"]
)
def test_front_matter_that_is_never_closed(data):
    assert refused("a.md", data) == (1, 1, "the front matter is never closed")


def test_empty_front_matter_is_no_document():
    assert refused("a.md", b"---\n---\ntext\n")[2] == "the file is empty"


@pytest.mark.parametrize("data", [b"", b"\n", b"# only a comment\n", b"~\n", b"---\n"])
def test_an_empty_file(data):
    assert refused("a.yaml", data) == (1, 1, "the file is empty")


@pytest.mark.parametrize("data", [b"- a\n", b"text\n", b"12\n", b"[a]\n", b'"a: b"\n'])
def test_a_file_that_is_no_mapping(data):
    assert refused("a.yaml", data)[2] == "expected fields, one on each line"


def test_a_fault_in_front_matter_stands_at_its_line_of_the_file():
    assert refused("a.md", b"---\nkind: audit\ntitle: a: b\n---\ntext\n")[:2] == (3, 9)


def test_a_key_stands_elsewhere_than_its_value():
    source = Source.parse("a.yaml", "judul: café\n".encode())
    assert place(source.at("judul", KEY)) == (1, 1, 1, 6)
    assert place(source.at("judul")) == (1, 8, 1, 12)


@pytest.mark.parametrize(
    "file", [WORDS, *sorted(SHIPPED.glob("*.yaml"))], ids=lambda file: file.name
)
def test_what_comes_with_smmkit_is_read_as_the_exact_reader_reads_it(file):
    text = file.read_text("utf-8")
    values = read_ours(text)
    refuse(file.name, text)
    compare(file.name, text, values)
    assert values


@pytest.mark.parametrize(
    "beside", ["", "\N{LATIN SMALL LETTER E WITH ACUTE}"], ids=["plain", "wide"]
)
def test_every_sign_that_no_editor_shows_is_told_and_no_other(beside):
    for code in (*range(0x100), 0x2028, 0x202E, 0xFEFF, 0xFFFF):
        sign = chr(code)
        data = f"kind: audit\ntitle: {beside}a{sign}b\n".encode()
        if UNSHOWN.match(sign):
            at = (
                2,
                9 + len(beside),
                f"here stands a character that no editor shows (U+{code:04X})",
            )
            with pytest.raises(SourceError) as error:
                decoded("a.yaml", data)
            told = error.value.message.text.format(**error.value.message.values)
            assert (error.value.at.line, error.value.at.column, told) == at
        else:
            assert decoded("a.yaml", data) == data.decode().replace("\r", "\n")


@pytest.mark.parametrize("before", [0, 1, 499, MAX_DIGITS - 1, MAX_DIGITS, 3 * MAX_DIGITS + 7])
def test_a_number_of_too_many_digits_is_told_wherever_it_begins(before):
    head = f"note: {'x' * before}\nn: "
    data = f"{head}{'7' * MAX_DIGITS}\n".encode()
    assert refused("a.yaml", data)[:2] == (2, 4)
    fewer = f"{head}{'7' * (MAX_DIGITS - 1)}\n".encode()
    assert Source.parse("a.yaml", fewer).values["n"] == int("7" * (MAX_DIGITS - 1))


@pytest.mark.parametrize("before", ["0x", "-0X", "0o", "0b", "1_"])
def test_a_number_of_too_many_digits_is_told_however_it_is_written(before):
    assert refused("a.yaml", f"n: {before}{'1_0' * MAX_DIGITS}\n".encode())[0] == 1
    letters = "f" * 9 * MAX_DIGITS
    assert Source.parse("a.yaml", f"n: {letters}\n".encode()).values["n"] == letters


def test_the_texts_of_a_file_are_those_among_its_values_at_any_depth():
    data = b"a: x\nb: [y, 1, [z, {c: w}], null, true]\nd: {e: {f: x}}\ng: []\n"
    assert sorted(Source.parse("a.yaml", data).strings) == ["w", "x", "x", "y", "z"]


@pytest.mark.parametrize("above", ["\n\n---\n", "--- \n", " ---\n", "# Title\n---\n"])
def test_what_nobody_sees_around_the_first_fence_is_told(above):
    with pytest.raises(SourceError) as error:
        Source.parse("a.md", f"{above}kind: procedure\n---\n".encode())
    is_text = above.startswith("#")
    first = "{n} line stands above" if is_text else "a Markdown document begins with a line"
    assert error.value.message.text.startswith(first)
    assert error.value.hint.text.startswith("nothing may stand above") == above.lstrip().startswith(
        "-"
    )
