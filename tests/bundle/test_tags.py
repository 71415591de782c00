"""The lists of checksums and bag-info.txt, read line by line."""

from __future__ import annotations

import hashlib

import pytest

from smmkit.bundle.faults import Faults
from smmkit.bundle.tags import DIGESTS, ManifestReader, is_outside, lines_of, parse_info
from smmkit.words import language


def test_every_algorithm_has_the_digits_of_its_checksums():
    assert {name: hashlib.new(name).digest_size * 2 for name in DIGESTS} == DIGESTS


@pytest.mark.parametrize("algorithm", DIGESTS)
@pytest.mark.parametrize(("more", "is_read"), [(0, True), (1, False), (-1, False)])
def test_a_checksum_of_another_length_is_not_read(algorithm, more, is_read):
    name = f"manifest-{algorithm}.txt"
    line = "a" * (DIGESTS[algorithm] + more) + "  data/x\n"
    faults = Faults()
    made = ManifestReader(name, faults, strict=True).read(line.encode(), "utf-8")
    assert (list(made.sums) == ["data/x"]) is is_read
    assert (faults == []) is is_read


def test_a_value_goes_on_below_its_own_label():
    faults = Faults()
    pairs = parse_info(b"A: one\nB: two\n  and three\n\tand four\nC: five\n", "utf-8", faults)
    assert pairs == [("A", "one"), ("B", "two and three and four"), ("C", "five")]
    assert faults == []


def test_what_is_no_label_is_named_by_its_line():
    faults = Faults()
    text = b"  goes on from nothing\r\nA: one\r\nno colon\n: no label\n\n"
    pairs = parse_info(text, "utf-8", faults)
    assert pairs == [("A", "one")]
    said = [language("en").say(fault.message) for fault in faults]
    assert said == [f"line {n} is not a label, a colon and a value" for n in (1, 3, 4)]


@pytest.mark.parametrize(
    ("path", "leads_out"),
    [
        *(("data/a", False), ("data/..a", False), ("data/a..", False), ("data/~a", False)),
        *(("/a", True), ("\\a", True), ("~/a", True), ("C:/a", True), ("data/../a", True)),
        *(("..\\a", True), ("..", True)),
    ],
)
def test_a_path_that_may_lead_out_is_known(path, leads_out):
    assert is_outside(path) is leads_out


def test_a_tag_file_is_read_in_its_encoding_as_far_as_that_is_known():
    assert list(lines_of("é\nb".encode("latin-1"), "iso-8859-1")) == ["é", "b"]
    assert list(lines_of(b"\xef\xbb\xbfa", "utf-8")) == ["a"]
    assert list(lines_of("é".encode(), "klingon")) == ["é"]
    assert list(lines_of(b"\xff", "utf-8")) == ["\ufffd"]
    assert list(lines_of("a\r\nb\rc\n".encode("utf-16"), "utf-16")) == ["a", "b", "c"]
    assert list(lines_of("a".encode("utf-16-le"), "utf-16")) == ["a"]
