"""A system that nobody here wrote: an invented maker of kayaks, in English, without the juknis."""

import re
from datetime import date
from pathlib import Path

import pytest

from folders import lay
from running import smm
from smmkit.analyses.gap.comparison import gap
from smmkit.analyses.lifecycle.fingerprint import fingerprint
from smmkit.analyses.lifecycle.state import State, standings
from smmkit.files.tree import Disk, Memory
from smmkit.loading.folder import load
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules import examine
from smmkit.words import language

HERE = Path(__file__).parent / "kestrel"
DAY = date(2026, 7, 15)
AT = DAY.isoformat()


def files() -> dict[str, str]:
    """The files, each approval sealing the text as it stands."""
    draft = {
        path.relative_to(HERE).as_posix(): path.read_text("utf-8")
        for path in sorted(HERE.rglob("*"))
        if path.is_file()
    }
    nothing = {path: text.replace("SEAL", "sha256:" + "0" * 64) for path, text in draft.items()}
    qms = load(Memory(nothing), DAY)
    seals = {document.path: fingerprint(document, qms) for document in qms.documents}
    return {path: text.replace("SEAL", seals.get(path, "")) for path, text in draft.items()}


@pytest.fixture(scope="module")
def foreign() -> Qms:
    return load(Memory(files()), DAY)


def test_it_loads_without_an_error_and_every_document_is_in_force(foreign):
    assert not foreign.stubs
    said = [d for d in examine(foreign) if d.rule.severity is Severity.ERROR]
    assert said == []
    states = {one.state for one in foreign.fact(standings).values()}
    assert states == {State.IN_FORCE}


def test_nothing_that_one_guide_alone_wishes_is_missed(foreign):
    """Neither perspectives nor themes, a decree, boxes of a form, groups to be trained."""
    codes = {d.rule.code for d in examine(foreign)}
    wished = {"SMM312", "SMM414", "SMM503", "SMM504", "SMM506", "SMM515", "SMM525"}
    assert codes & wished == set()


@pytest.mark.parametrize("form", ["text", "html", "xlsx", "json"])
def test_its_numbers_can_be_shown(tmp_path, form):
    lay(tmp_path, files())
    done = smm("kpi", "--period", "2026", "--as-of", AT, "-f", form, "-o", "k", cwd=tmp_path)
    assert done.returncode == 0, done.stderr


def test_the_reason_why_there_is_no_value_is_shown_and_the_range(tmp_path):
    lay(tmp_path, files())
    said = smm("kpi", "--period", "2026", "--as-of", AT, "--lang", "en", cwd=tmp_path).stdout
    assert "45.00 to 60.00" in said
    assert "the scales were away for calibration" in said


def test_its_bundle_can_be_made_and_verified(tmp_path):
    lay(tmp_path / "q", files())
    done = smm("bundle", "q", "-o", "b.zip", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert smm("verify", "b.zip", cwd=tmp_path).returncode == 0


def test_its_own_page_of_gaps_can_be_made(tmp_path):
    lay(tmp_path, files())
    done = smm("gap-report", "--as-of", AT, "--lang", "en", cwd=tmp_path)
    assert "Kestrel" in done.stdout


def test_disk_and_memory_say_the_same(tmp_path, foreign):
    lay(tmp_path, files())
    found = examine(load(Disk(tmp_path), DAY))
    assert [d.rule.code for d in found] == [d.rule.code for d in examine(foreign)]


def test_the_gap_report_asks_for_nothing_that_the_guide_alone_wishes(foreign):
    """Neither missions of a government nor a quality management team."""
    found = gap(foreign, foreign.standard("iso9001-2015"))
    lacking = {kind for one in found.clauses for kind in one.proof.lacking}
    short = [s for one in found.clauses for s in one.proof.short_of]
    said = [language("en").say(reason) for one in short for reason in one.reasons]
    assert "team" not in lacking
    assert not [one for one in said if "Mission" in one]


AT_HOME = re.compile(
    r"juknis|KMK|Permen|SAKIP|LKj|SKM|BPKP|SP4N|performance (?:agreement|report)\b|coaching|inspectorate"
    r"|Steps done"
)
"""What only readers of the guide, or of the laws behind it, know; and what nobody has done yet."""


@pytest.mark.parametrize(
    "asked",
    [
        ("status", "--as-of", AT),
        ("kpi", "--as-of", AT),
        ("kpi", "KPI-01", "--as-of", AT),
        ("kpi", "--view", "comparisons", "--as-of", AT),
        ("kpi", "--view", "smart", "--as-of", AT),
        ("risk", "--as-of", AT),
        ("list", "--as-of", AT),
        ("bundle", "--check"),
        ("audit", "plan", "--as-of", AT),
    ],
)
def test_no_verb_tells_it_a_wish_of_the_guide(laid, asked):
    said = smm(*asked, "--lang", "en", cwd=laid)
    assert said.stdout
    assert AT_HOME.findall(said.stdout) == []


@pytest.fixture(scope="module")
def laid(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("kestrel")
    lay(root, files())
    return root
