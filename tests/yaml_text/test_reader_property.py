"""The fast reader against exact ones: what is read, means the same; the rest is refused."""

import math
import subprocess
import sys
from time import process_time

import pytest
import yaml as pyyaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from ruamel.yaml.error import YAMLError

from running import PATIENCE
from smmkit.location import KEY, SourceError
from smmkit.yaml_text.ambiguity import is_ambiguous
from smmkit.yaml_text.decoding import decoded
from smmkit.yaml_text.positions import locations_of
from smmkit.yaml_text.reading import read
from smmkit.yaml_text.source import Source

OFTEN = settings(
    max_examples=120, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
"""The same texts each time; take `derandomize` away, and more examples, to hunt."""


class DaysStayText(SafeConstructor):
    """Builds the plain types of YAML 1.2; a day is text, as everywhere in smmkit."""


DaysStayText.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


def exact(text: str):
    """The value that ruamel.yaml reads, or why it reads none."""
    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 2)
    yaml.Constructor = DaysStayText
    try:
        return yaml.load(text)
    except (YAMLError, ValueError, TypeError) as error:
        return error


def fast(text: str):
    """The value that smmkit reads, or why it refuses the text; never another exception."""
    try:
        return read("a.yaml", text)
    except SourceError as error:
        return error


def same(one, other) -> bool:
    """Equal in value and in type, `nan` and the sign of a zero included."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return same([*one], [*other]) and same([*one.values()], [*other.values()])
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, float):
        signs = math.copysign(1, one) == math.copysign(1, other)
        return (one == other and signs) or (math.isnan(one) and math.isnan(other))
    return one == other


def alike(value, texts) -> bool:
    """The same shape and the same texts, whatever numbers are made of some of them."""
    if isinstance(value, dict) and isinstance(texts, dict):
        return alike([*value], [*texts]) and alike([*value.values()], [*texts.values()])
    if isinstance(value, list) and isinstance(texts, list):
        return len(value) == len(texts) and all(map(alike, value, texts))
    return isinstance(texts, str) and (not isinstance(value, str) or value == texts)


def agree(text: str) -> None:
    """Refused, or read as ruamel.yaml reads it; where that refuses a text (it knows no tab within
    a line), as PyYAML does. A last line without an end counts as if it had one.
    """
    try:
        text = decoded("a.yaml", text.encode())
    except SourceError:
        return
    got = fast(text)
    if isinstance(got, SourceError):
        return
    text += "\n" * (not text.endswith("\n"))
    wanted = exact(text)
    if isinstance(wanted, Exception):
        assert alike(got, pyyaml.load(text, pyyaml.CBaseLoader)), f"{text!r} is read as {got!r}"
    else:
        assert same(got, wanted), f"{text!r}\nfast:  {got!r}\nexact: {wanted!r}"


ODD = """
kata Kata-kata 7.1 SOP-01 é日本 😀 a:b a#b x'y x"y http://a.b/c a,b a&b a*b a!b 50% @a `a -a ?a :a
-1 -0 +1 0 010 0o10 0o9 0x1F 0xg 1_000 1e3 1E-3 1e 1. .5 . .. 1.2.3 1.10 -1.5 +.5 .inf -.inf +.INF
.nan .NaN NaN inf nan ~ null Null NULL nULL yes no on off y n true True TRUE tRUE false 12:30
1:30:00 190:20:30 2026-02-30 2026-03-01 2026-03-01T10:00:00Z 0b11 1__0 _1 1_ -_1 1_0.5 1.0_0
9007199254740993 123456789012345678901234567890 1e400 -1e400 00 007 0.10 -00 +0 08 0o 0x -0x1F
+0o7 1,5 1.234,5 = << - -- --- ... # #a
"""
"""What readers have read as something else."""

WORDS = st.sampled_from(ODD.split())
PLAIN = st.one_of(
    WORDS, st.lists(WORDS, min_size=2, max_size=3).map(" ".join), st.text("ab 1.:-#é", max_size=8)
)
LINES = st.lists(st.one_of(PLAIN, st.just(""), PLAIN.map("  ".__add__)), min_size=1, max_size=4)
PAD = st.sampled_from(["", "", "", " ", "  ", " # c", "  #: - x", " #"])


def single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


DOUBLED = st.lists(
    st.one_of(
        PLAIN.map(lambda text: text.replace("\\", "\\\\").replace('"', '\\"')),
        st.sampled_from(
            ["\\n", "\\t", "\\u00e9", "\\x41", "\\\\", "\\/", "\\_", "\\N", "\\U0001F600"]
        ),
        st.sampled_from(
            ["\\0", "\\e", "\\ ", "\\L", "\\P", "\\ud800", "\\q", "\\\n  ", "\n\n  ", "\n  "]
        ),
    ),
    max_size=3,
).map(lambda parts: '"' + "".join(parts) + '"')

INLINE = st.one_of(PLAIN, PLAIN, PLAIN.map(single), DOUBLED)
FLOW = st.recursive(
    INLINE,
    lambda inner: st.one_of(
        st.builds(
            lambda items, end: "[" + ", ".join(items) + end + "]",
            st.lists(inner, max_size=3),
            st.sampled_from(["", " ", ","]),
        ),
        st.lists(
            st.builds("{}{}{}".format, INLINE, st.sampled_from([": ", ":", " : ", ""]), inner),
            max_size=3,
        ).map(lambda pairs: "{" + ", ".join(pairs) + "}"),
    ),
    max_leaves=6,
)
HEADERS = st.sampled_from(["|", ">", "|-", ">-", "|+", ">+", "|2", "|1-", ">2-", "| # c"])


@st.composite
def blocks(draw, depth: int = 3, indent: int = 0):
    """The lines of a mapping or a list at an indentation."""
    is_list = draw(st.booleans()) if indent else False
    lines = []
    for index in range(draw(st.integers(1, 3))):
        if draw(st.integers(0, 9)) == 0:
            lines.append(draw(st.sampled_from(["", "# note", "   # note", "  "])))
        head = " " * indent
        if is_list:
            head += "-"
        else:
            key = draw(st.one_of(st.just(f"k{index}"), st.just(f"k{index}"), INLINE))
            head += key + draw(st.sampled_from([":", ":", ":", " :"]))
        lines += draw(values(head, depth, indent))
    return lines


@st.composite
def values(draw, head: str, depth: int, indent: int):
    """The lines of an item or a field, from what stands before its value."""
    form = draw(st.sampled_from(["flow", "flow", "flow", "empty", "block", "literal", "wrapped"]))
    if form == "block" and depth:
        step = draw(st.sampled_from([0, 1, 2, 2, 2, 4]))
        below = draw(blocks(depth - 1, indent + step))
        compact = head.endswith("-") and draw(st.booleans())
        if compact and below and below[0].strip():
            return [head + " " * max(1, step - 1) + below[0].lstrip(), *below[1:]]
        return [head + draw(PAD), *below]
    if form == "literal":
        lines = draw(LINES)
        return [f"{head} {draw(HEADERS)}", *(" " * (indent + 2) * bool(t) + t for t in lines)]
    if form == "wrapped":
        more = draw(st.lists(PLAIN, min_size=1, max_size=2))
        return [f"{head} {draw(PLAIN)}", *(" " * (indent + 2) + text for text in more)]
    if form == "empty":
        return [head + draw(PAD)]
    return [f"{head} {draw(FLOW)}{draw(PAD)}"]


@st.composite
def texts(draw):
    """A text that is nearly always YAML, and often in the accepted language."""
    end = draw(st.sampled_from(["\n", "\n", "\r\n", ""]))
    text = "\n".join(draw(blocks()))
    return draw(st.sampled_from(["", "", "", "---\n", "# c\n", "\n"])) + text + end


SLIPS = (": ", "- ", " #", "---", "\n---\n", "...", "<<: ", "? ", "\r\n", "\n  ", "\n\n", "  ")
MUTANTS = st.sampled_from(
    [*":-\t&*!#'\"[]{},?|>%@`=~ \n\\0a.", *SLIPS, "&a ", "*a", "!!str ", "%YAML 1.1\n", "\xa0", "é"]
)


@st.composite
def mutations(draw):
    """A text with one to three slips of the pen."""
    text = draw(texts())
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(MUTANTS) + text[at + draw(st.integers(0, 2)) :]
    return text


@pytest.mark.parametrize(
    "text",
    [
        "a: 010\nb: 0o10\nc: 1_000\nd: 1e3\ne: .inf\nf: ~\ng: yes\nh: no\ni: on\nj: 12:30\n",
        "a: 2026-02-30\nb: 2026-03-01T10:00:00Z\nc: 0x1F\nd: -0\ne: +1\nf:\ng: -0.0\nh: 1.\n",
        "a: .5\nb: 1:30:00\nc: TRUE\nd: tRUE\ne: NULL\nf: 8.10\ng: 123456789012345678901\n",
        "a: [a:b, 'c', \"d\"]\nb: {c: d, e: }\n",
        "a: |\n  x\n\n   y\nb: >\n  x\n  y\n\n  z\nc: |-\n  x\nd: >+\n  x\n\n",
        "a: \"\\u00e9\\n\\\\\"\nb: 'it''s'\nc: x\n  y\n\n  z\nd: x#y # z\n",
        "a:\n- b\n- - c\n  - d\n-e: 1\n",
    ],
)
def test_what_people_write_is_read_and_not_only_refused(text):
    assert same(fast(text), exact(text))


DIFFER = [
    "a: |\n\n",
    "a: >\n\n",
    "a: >\n",
    "a: [?b]\n",
    "{a: b}: c\n",
    "a: !\n",
    "a: _1\n",
    "a: _.7\n",
    "a: 9E6_\n",
    "a: .nAn\n",
    "a: 0XA\n",
    "a: [~'?, |:']\n",
]
"""The smallest texts that a fast reader and ruamel.yaml read in two ways."""


@pytest.mark.parametrize(
    "text",
    [
        "a: [:]\n",
        "a: {a:}\n",
        "a: {: a}\n",
        ": a\n",
        *DIFFER,
    ],
)
def test_the_smallest_texts_that_two_readers_read_in_two_ways(text):
    agree(text)
    read_ = fast(text)
    if not isinstance(read_, SourceError):
        locations_of("a.yaml", text, [(next(iter(read_)),)])[0]


@OFTEN
@given(texts())
@example(DIFFER[0])
def test_a_text_is_refused_or_read_as_the_exact_reader_reads_it(text):
    agree(text)


@OFTEN
@given(mutations())
@example(DIFFER[0])
def test_so_is_a_text_with_slips_of_the_pen(text):
    agree(text)


@OFTEN
@given(mutations())
def test_what_is_read_has_its_places(text):
    try:
        source = Source.parse("a.yaml", text.encode())
    except SourceError:
        return
    for key in source.values:
        at = source.at(key)
        assert 1 <= at.line <= text.count("\n") + text.count("\r") + 1


@OFTEN
@given(st.binary(max_size=60))
def test_bytes_are_a_document_or_a_problem(data):
    for path in ("a.yaml", "a.md"):
        try:
            found = Source.parse(path, data)
        except SourceError as error:
            found = error.at
        assert found.path == path


def steps_of(value, steps=()):
    """Every key path of a value that ruamel.yaml has read, with the place that it gives."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*steps, key, KEY), value.lc.key(key)
            if inner is not None:
                yield (*steps, key), value.lc.value(key)
                yield from steps_of(inner, (*steps, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            if inner is not None:
                yield (*steps, index), value.lc.item(index)
                yield from steps_of(inner, (*steps, index))


NAMES = st.text("abcé日😀-_", min_size=1, max_size=5).map("k".__add__)
LEAVES = st.one_of(
    st.integers(-99, 99), st.booleans(), st.text("ab :#-é😀\n'\"", max_size=12), st.none()
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4),
        st.dictionaries(NAMES, inner, min_size=1, max_size=4),
    ),
    max_leaves=12,
)


@OFTEN
@given(
    st.dictionaries(NAMES, VALUES, min_size=1, max_size=4),
    st.sampled_from([None, False, True]),
    st.sampled_from([None, "'", '"', "|"]),
    st.integers(20, 90),
)
def test_every_place_is_that_of_the_exact_reader(value, flow, style, width):
    text = pyyaml.safe_dump(
        value, default_flow_style=flow, default_style=style, width=width, allow_unicode=True
    )
    text = text.replace("!!int ", "").replace("!!bool ", "").replace("!!null ", "")
    marked = YAML(typ="rt", pure=True).load(text)
    for steps, (line, column) in steps_of(marked):
        at = locations_of("a.yaml", text, [steps])[0]
        assert (at.line, at.column) == (line + 1, column + 1), (text, steps)
        assert (at.end_line, at.end_column) >= (at.line, at.column)


DEEP = """
import sys
from smmkit.location import SourceError
from smmkit.yaml_text.positions import locations_of
from smmkit.yaml_text.reading import read
text = {text}
try:
    read("a.yaml", text)
except SourceError as error:
    print("refused at", error.at.line)
else:
    print("read")
"""


@pytest.mark.parametrize(
    "text",
    [
        "'[' * 200_000",
        "'a: ' + '[' * 200_000",
        "'a: ' + '{b: ' * 100_000",
        "'{' * 200_000 + '}' * 200_000",
        "'a:\\n  ' + '- ' * 100_000",
        "'- ' * 100_000 + 'a'",
        "'? ' * 100_000",
        "''.join(' ' * n + f'k{{n}}:\\n' for n in range(3000))",
        "''.join(' ' * n + '-\\n' for n in range(3000))",
        "'a: \"' + 'x' * 1_000_000",
        "'&a ' * 100_000",
        "'a: ' + 'b: ' * 100_000",
        "'a: ' + '!' * 100_000",
    ],
)
def test_no_depth_brings_the_reader_down(text):
    done = subprocess.run(
        [sys.executable, "-c", DEEP.format(text=text)],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("refused")


def test_sixty_deep_is_read():
    text = "a: " + "[" * 59 + "]" * 59 + "\n"
    assert same(fast(text), exact(text))


@pytest.mark.parametrize("opening", ["[", "{a: ["])
def test_a_list_that_is_long_or_never_closed_is_looked_at_in_time_that_grows_as_its_length(opening):
    def seconds(items: int) -> float:
        text = f"days: {opening}" + "2019-12-31, " * items + "\n  2020-01-01"
        start = process_time()
        assert is_ambiguous(text)
        return process_time() - start

    seconds(10)
    # with one step back an item: centuries
    assert any(seconds(20_000) < 8 * seconds(5_000) for _ in range(4))


@pytest.mark.parametrize(
    "text",
    [
        "a: [[x, 'y'], [z]]",
        "a: {b: [1, 2.5], c: {d: 08.00}}",
        "- {on: 2020-02-17, time: 08.00, units: [SEK, MUT]}",
        "level = likelihood x impact",
    ],
)
def test_lists_in_lists_and_formulas_are_no_doubt(text):
    assert not is_ambiguous(text)


@pytest.mark.parametrize(
    "text", ["a: [=]", "a: {=: 1}", "a: =", "a: {[x]}", "a: {[x]: 1}", "a: [[x\n]]"]
)
def test_what_two_readers_take_differently_is_a_doubt(text):
    assert is_ambiguous(text)
