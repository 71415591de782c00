"""`smm publish`: what is in force for the staff and for citizens, and what never goes out."""

from __future__ import annotations

import html
import re
import shutil

import pypdfium2
import pytest

from folders import contents, home
from running import EXAMPLE, smm
from smmkit.analyses.leaving.publication import Profile, publication
from smmkit.document_view import DocumentView

HOME = home(
    "classes: [{id: open, title: Open, outside: true}, {id: shut, title: Shut}]\n", language="id"
)


@pytest.fixture(scope="module")
def public(tmp_path_factory):
    place = tmp_path_factory.mktemp("site") / "public"
    done = smm("publish", place, EXAMPLE, "--profile", "public")
    assert done.returncode == 0, done.stderr
    return place


def leads(page):
    return {html.unescape(one) for one in re.findall(r'href="([^"]*)"', page.read_text("utf-8"))}


def test_every_link_of_every_page_leads_to_a_file(public):
    pages = [*public.rglob("*.html")]
    assert len(pages) > 10
    for page in pages:
        for link in leads(page):
            if link.startswith("#"):
                assert f'id="{link[1:]}"' in page.read_text("utf-8"), (page, link)
            else:
                assert (page.parent / link).is_file(), (page, link)


def test_citizens_see_what_they_have_a_right_to_and_no_more(public):
    text = (public / "index.html").read_text("utf-8")
    for said in ("Standar Pelayanan Usul Kenaikan Pangkat", "SP4N-LAPOR!", "Tidak dipungut biaya"):
        assert said in text
    ids = {file.name.split("_")[0] for file in (public / "documents").iterdir()}
    assert {id_.split("-")[0] for id_ in ids} == {"SP", "KM"}
    assert "survey.html" in leads(public / "index.html")
    assert "git" not in (public / "survey.html").read_text("utf-8")
    pages = {file.name for file in public.glob("*.html")}
    assert pages == {"index.html", "survey.html"}
    assert not [file for file in public.rglob("*") if file.suffix in {".xlsx", ".png", ".csv"}]


def test_every_page_lets_nothing_load_and_only_the_search_run(public):
    for page in public.rglob("*.html"):
        text = page.read_text("utf-8")
        assert "default-src 'none'" in text
        assert text.count("<script") == (page.name == "index.html")
        assert "http" not in re.sub(r"http-equiv|http://www\.w3\.org/\S+", "", text)


def test_each_document_has_its_pdf(public):
    for file in (public / "documents").glob("SP-01_*.pdf"):
        text = pypdfium2.PdfDocument(file)[0].get_textpage().get_text_range()
        assert "Kenaikan Pangkat" in text


def test_it_is_made_anew_but_nothing_of_others_is_lost(public, tmp_path):
    place = tmp_path / "site"
    shutil.copytree(public, place)
    again = ("publish", place, EXAMPLE, "--profile", "public")
    before = contents(place)
    assert smm(*again).returncode == 0
    assert contents(place) == before, "the same folder and day, the same bytes"
    (place / "mine.txt").write_text("mine")
    refused = smm(*again)
    assert (refused.returncode, "mine.txt" in refused.stderr) == (2, True)
    (place / "mine.txt").unlink()
    (place / "index.html").write_text("changed by hand")
    assert smm(*again).returncode == 2
    assert (place / "index.html").read_text() == "changed by hand"


@pytest.fixture
def small(tmp_path):
    root = tmp_path / "qms"
    root.mkdir()
    (root / "qms.yaml").write_text(HOME)
    return root


def test_what_lies_in_the_way_stays(small, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "site.json").write_text('{"schema": "smmkit-site/1", "files": {"a": "b"}}')
    (other / "a").write_text("mine")
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to(other)
    for place in (other, tmp_path / "file", tmp_path / "link", small / "site", small):
        done = smm("publish", place, small)
        assert done.returncode == 2, place
        assert "Traceback" not in done.stderr
    assert (other / "a").read_text() == "mine"


def test_nothing_in_force_makes_no_site(small, tmp_path):
    done = smm("publish", tmp_path / "site", small)
    assert done.returncode == 2
    assert not (tmp_path / "site").exists()


@pytest.mark.long
def test_a_class_that_may_not_leave_is_shown_to_nobody_unless_it_is_named(tmp_path, qms):
    site = tmp_path / "site"
    done = smm("publish", site, qms, "--class", "rahasia", "--leave-out", "ORG-01", "--lang", "en")
    assert done.returncode == 0, done.stderr
    names = {file.name.split("_")[0] for file in (site / "documents").iterdir()}
    assert "KOM-01" in names
    assert "ORG-01" not in names
    assert "ORG-01 is not published: left out on request" in done.stdout
    again = smm("publish", site, qms, "--lang", "en")
    assert "KOM-01 is not published: class Rahasia: may not leave" in again.stdout
    names = {file.name.split("_")[0] for file in (site / "documents").iterdir()}
    assert not {"KOM-01", "ORG-01", "SOP-13"} & names, "a draft, and what may not leave"
    named = "Puspawati"
    assert not [page for page in site.rglob("*.html") if named in page.read_text("utf-8")]


def test_what_cannot_be_asked_for_is_refused(tmp_path, qms):
    for more in (
        ("--profile", "public", "--class", "rahasia"),
        ("--class", "nothing"),
        ("--class", "SOP-01"),
        ("--leave-out", "nothing"),
    ):
        done = smm("publish", tmp_path / "n", qms, *more)
        assert done.returncode == 2, more
        assert not (tmp_path / "n").exists()


def test_personal_data_in_a_text_stop_it(tmp_path, qms):
    call = ("publish", tmp_path / "site", qms, "--class", "rahasia", "--lang", "en")
    done = smm(*call)
    assert done.returncode == 1, done.stdout
    assert "orang.yaml: line" in done.stderr
    assert "--leave-out ORG-01" in done.stderr
    assert "Puspawati" not in done.stdout + done.stderr
    assert not (tmp_path / "site").exists()


def test_citizens_see_no_groups_of_the_staff_where_there_is_no_survey(tmp_path, qms):
    (qms / "pelanggan" / "SKM-2020.yaml").unlink()
    site = tmp_path / "site"
    done = smm("publish", site, qms, "--profile", "public")
    assert "No service standard" not in done.stdout
    assert [file.name for file in site.glob("*.html")] == ["index.html"]


def test_citizens_see_no_table_without_a_row_and_who_makes_the_site_is_told(tmp_path, qms):
    for standard in (qms / "layanan").glob("SP-*.yaml"):
        standard.unlink()
    done = smm("publish", tmp_path / "site", qms, "--profile", "public", "--lang", "en")
    assert "No service standard is in force." in done.stdout
    assert "No channel is named in the standards." in done.stdout
    page = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert "Where to complain" not in page
    assert "Service standards" not in page
    assert "KM-01" in page


def test_what_stays_is_not_called_by_its_title_on_a_site(folder):
    """The title of a confidential document stood on the page of one that names it under `related`."""
    document = "kind: procedure\nversion: '1'\n"
    qms = folder(
        {
            "a.yaml": document + "id: SOP-01\ntitle: A\nclassification: open\nrelated: [SOP-02]\n",
            "b.yaml": document + "id: SOP-02\ntitle: Dismissal\nclassification: shut\n",
        },
        more="classes: [{id: open, title: Open, outside: true}, {id: shut, title: Shut}]\n",
    )

    def told(seen):
        return DocumentView(seen, seen.homes["SOP-01"][0]).title_of("SOP-02")

    assert told(publication(qms, Profile.STAFF).qms) == "SOP-02"
    assert "Dismissal" in str(told(publication(qms, Profile.STAFF, ["shut"]).qms))
    assert "Dismissal" in str(told(qms)), "an auditor has to know what to ask for"
