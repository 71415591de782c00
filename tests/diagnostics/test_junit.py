"""Problems as test results: a case per file, read as services read them."""

from xml.etree import ElementTree

import pytest

from diagnostics.found import AUDIT, drawn
from smmkit.problem import Severity

SUITE = {"name", "tests", "failures", "errors", "skipped", "time", "timestamp"}
CASE = {"classname", "name", "file", "time"}


def suite(text: str) -> ElementTree.Element:
    (found,) = ElementTree.fromstring(text)
    return found


def test_a_case_for_each_file_and_one_fails_where_a_problem_fails_the_check(folder):
    found = suite(drawn(folder, "junit"))
    assert set(found.attrib) == SUITE
    assert (found.get("tests"), found.get("failures"), found.get("errors")) == ("4", "1", "0")
    assert all(set(case.attrib) == CASE and case.tag == "testcase" for case in found)
    cases = {case.get("name"): [part.tag for part in case] for case in found}
    assert cases == {
        "qms/a b, c%.yaml": ["failure"],
        "qms/good.yaml": [],
        "qms/late.yaml": ["system-out"],
        "qms/qms.yaml": [],
    }
    failure = found.find("testcase/failure")
    assert (failure.get("type"), failure.get("message")) == ("SMM201", "there is no U-2")
    assert failure.text.splitlines()[0] == ("6:8: error SMM201 there is no U-2 (did you mean U-1?)")
    assert len(failure.text.splitlines()) == 3


@pytest.mark.parametrize(("weight", "failures"), [(Severity.WARNING, "2"), (None, "0")])
def test_what_fails_is_what_was_asked_to(folder, weight, failures):
    assert suite(drawn(folder, "junit", fails_on=weight)).get("failures") == failures


@pytest.mark.parametrize("bad", ["]]>", "</failure>", "&x;", "\\x01", "\\uFFFE", '\\"', "\\n"])
def test_no_text_of_a_file_breaks_it(folder, bad):
    files = {"a.yaml": AUDIT.format(id="A") + f'owner: "a{bad}b"\n'}
    assert suite(drawn(folder, "junit", files)).find("testcase/failure") is not None


def test_a_problem_is_one_line_whatever_a_name_holds(folder):
    """Catches: a key with a line break in it begins a line of its own, as a command of a log does."""
    files = {"a.yaml": AUDIT.format(id="A") + 'owner: U-9\n"a\\n::error::b": 1\n'}
    text = drawn(folder, "junit", files, codes=("SMM101",))
    lines = suite(text).find("testcase/failure").text.splitlines()
    assert lines
    assert all(" SMM" in line for line in lines)


@pytest.mark.parametrize("name", ["a\x01.yaml", 'a"<b>.yaml', "a&b.yaml", "a\uffff.yaml"])
def test_no_name_of_a_file_breaks_it(folder, name):
    text = drawn(folder, "junit", {name: AUDIT.format(id="A") + "owner: U-9\n"})
    assert suite(text).find("testcase/failure") is not None


def test_a_reader_of_junit_reads_it(folder):
    junitparser = pytest.importorskip("junitparser", reason="junitparser is not installed")
    read = junitparser.JUnitXml.fromstring(drawn(folder, "junit").encode())
    assert (read.tests, read.failures) == (4, 1)
    assert [type(r).__name__ for s in read for c in s for r in c.result] == ["Failure"]
