"""The pages of a site: what is in force, by process, unit and clause; and what citizens have a right to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from smmkit.analyses.agenda.reminders import reminders
from smmkit.analyses.gap.belonging import by_owner, by_process
from smmkit.analyses.leaving.publication import Profile, Publication, channels
from smmkit.analyses.leaving.selection import Chosen
from smmkit.analyses.privacy.confidentiality import may_leave
from smmkit.document_view import COMMON, ELSEWHERE, DocumentView, prose
from smmkit.documents import Document, kind_label
from smmkit.documents.services import ServiceStandard
from smmkit.page import Block, Cell, Fields, Heading, Page, Prose, Shape, Text, Tone, link
from smmkit.page.readings import Reading, table_of
from smmkit.qms import Qms
from smmkit.words import Message, say

INDEX, SURVEY = "index.html", "survey.html"
BESIDE = "documents"
"""The folder of the pages and PDF of documents."""
KEPT_APART = COMMON | ELSEWHERE
"""What a page of the site does not show: how a document is kept and by whom it was read."""


@dataclass(frozen=True, slots=True)
class Site:
    """A publication, and how each document is called in it, without an ending."""

    publication: Publication
    names: Mapping[str, str]

    def page_of(self, one: Chosen) -> str:
        """The page of a document, from the index."""
        return f"{BESIDE}/{self.names[one.document.id]}.html"

    def pdf_of(self, one: Chosen) -> str:
        """Its PDF, from the index."""
        return f"{BESIDE}/{self.names[one.document.id]}.pdf"

    @property
    def title(self) -> Message:
        """What the site is."""
        settings = self.publication.qms.settings
        name = settings.organization.name if settings else ""
        if self.publication.profile is Profile.PUBLIC:
            return say("Services of {name}", name=name)
        return say("Documents in force: {name}", name=name)

    @property
    def stamp(self) -> Message:
        """On which day it holds."""
        return say("as of {day}", day=self.publication.qms.as_of)


def index(site: Site) -> Page:
    """The first page: everything with its page and PDF, to be searched."""
    blocks: list[Block] = []
    chosen = site.publication.chosen
    if site.publication.profile is Profile.PUBLIC:
        blocks += for_citizens(site)
        chosen = tuple(one for one in chosen if not isinstance(one.document, ServiceStandard))
        if not chosen:
            return Page(site.title, site.stamp, tuple(blocks))
    else:
        ways = [link(title, file) for file, title, _ in groupings(site)]
        blocks.append(Fields(((say("Also here"), Cell(ways)),)))
    blocks += [Heading(say("Documents")), documents(site, chosen)]
    return Page(site.title, site.stamp, tuple(blocks))


def documents(site: Site, chosen: Iterable[Chosen]) -> Block:
    """Documents, a row each."""
    qms = site.publication.qms
    readings: list[Reading[Chosen]] = [
        Reading(say("Id"), lambda one: one.document.id, Shape.CODE),
        Reading(say("Title"), lambda one: link(one.document.title, site.page_of(one)), width=4),
        Reading(say("Kind"), lambda one: kind_label(one.document.kind), width=2),
        Reading(say("Version"), lambda one: one.label, Shape.CODE),
        Reading(say("In force since"), since, width=2),
    ]
    if site.publication.profile is Profile.STAFF:
        readings.append(Reading(say("Remark"), lambda one: remark(one, qms), width=2))
    readings.append(Reading(say("File"), lambda one: link("PDF", site.pdf_of(one)), Shape.CODE))
    return table_of(say("Documents"), readings, chosen, say("Nothing is in force."))


def since(one: Chosen) -> object:
    """Since when a text is in force."""
    return (one.standing and one.standing.since) or "-"


def remark(one: Chosen, qms: Qms) -> Cell:
    """What who works by it must know: a review that is overdue."""
    known = reminders(qms, one.current)
    return Cell(known if known[1:] else known[0], Tone.WARN) if known else Cell("")


def for_citizens(site: Site) -> Iterator[Block]:
    """What is promised, where to complain, and what the last survey came to."""
    publication = site.publication
    services = [one for one in publication.chosen if isinstance(one.document, ServiceStandard)]
    readings: list[Reading[Chosen]] = [
        Reading(say("Service"), lambda one: link(one.document.title, site.page_of(one)), width=4),
        Reading(say("How long it takes"), lambda one: promised(one.document).time_limit, width=3),
        Reading(say("What it costs"), lambda one: promised(one.document).fee, width=2),
        Reading(say("What you get"), lambda one: promised(one.document).product, width=3),
        Reading(say("File"), lambda one: link("PDF", site.pdf_of(one)), Shape.CODE),
    ]
    if services:
        yield Heading(say("Service standards"))
        yield table_of(say("Services"), readings, services)
    proclaimed = {
        promised(one.document).proclamation: None
        for one in services
        if promised(one.document).proclamation
    }
    if proclaimed:
        yield Heading(say("Service proclamation"))
        yield from (Prose(str(text)) for text in proclaimed)
    where: list[Reading[tuple[str, list[Document]]]] = [
        Reading(say("Channel"), lambda row: row[0], width=3),
        Reading(say("For"), lambda row: ", ".join(one.title for one in row[1]), width=4),
    ]
    if named := list(channels(publication)):
        yield Heading(say("Where to complain"))
        yield table_of(say("Channels"), where, named)
    if publication.survey:
        survey = publication.survey.survey
        yield Heading(say("What those who use the services say"))
        yield Fields(((say("Survey"), Cell([link(survey.title, SURVEY)])),))


def survey(site: Site, page: Page) -> Page:
    """What has to be published of a survey, as a page of the site: without a commit, with a way back."""
    back = Fields(((say("Back"), Cell([link(site.title, INDEX)])),))
    return replace(page, subtitle=site.stamp, blocks=(*page.blocks, back))


def promised(document: object) -> ServiceStandard:
    """A document that was asked for among service standards."""
    assert isinstance(document, ServiceStandard)  # noqa: S101
    return document


def document(site: Site, one: Chosen) -> Page:
    """One document: since when it holds, its text, its PDF, the way back."""
    qms, own = site.publication.qms, one.document
    rows: list[tuple[Text, Cell]] = [
        (say("Version"), Cell(one.label)),
        (say("In force since"), Cell(since(one))),
        (say("File"), Cell([link("PDF", f"{site.names[own.id]}.pdf")])),
        (say("Back"), Cell([link(site.title, f"../{INDEX}")])),
    ]
    if site.publication.profile is Profile.STAFF and own.owner:
        owner = qms.things.get(own.owner)
        rows.insert(2, (say("Answers for it"), Cell(owner.title if owner else own.owner)))
    view = DocumentView(qms, own)
    blocks = [Fields(tuple(rows)), *view.content(own, apart=KEPT_APART), *prose(own)]
    return Page(say("{id}: {title}", id=own.id, title=own.title), site.stamp, tuple(blocks))


def groupings(site: Site) -> list[tuple[str, Message, Mapping[str, list[Chosen]]]]:
    """The ways that staff looks for a document: page, title, and the documents of each group."""
    qms, chosen = site.publication.qms, site.publication.chosen
    clauses: dict[str, list[Chosen]] = {}
    for one in chosen:
        for clause in one.document.clauses:
            clauses.setdefault(clause, []).append(one)
    ordered = dict(sorted(clauses.items(), key=lambda item: clause_order(item[0])))
    return [
        ("by-process.html", say("By process"), by(chosen, qms.fact(by_process))),
        ("by-unit.html", say("By unit"), by(chosen, qms.fact(by_owner))),
        ("by-clause.html", say("By clause"), ordered),
    ]


def by(chosen: Iterable[Chosen], belonging: Mapping[str, Iterable[str]]) -> dict[str, list[Chosen]]:
    """Documents by what they belong to."""
    found: dict[str, list[Chosen]] = {}
    for one in chosen:
        for to in belonging.get(one.document.id, ()):
            found.setdefault(to, []).append(one)
    return dict(sorted(found.items()))


def clause_order(clause: str) -> tuple[str, list[int], str]:
    """The order of clauses: 4.10 after 4.9."""
    standard, _, number = clause.rpartition("/")
    return standard, [int(part) for part in number.split(".") if part.isdecimal()], number


def grouped(site: Site, title: Message, groups: Mapping[str, list[Chosen]]) -> Page:
    """One of these ways as a page."""
    blocks: list[Block] = [Fields(((say("Back"), Cell([link(site.title, INDEX)])),))]
    for id_, chosen in groups.items():
        blocks += [Heading(called(site.publication.qms, id_)), documents(site, chosen)]
    return Page(title, site.stamp, tuple(blocks))


def called(qms: Qms, id_: str) -> Text:
    """A group by its title, where that may be shown; else by its id."""
    thing = qms.things.get(id_)
    if thing is None or not may_leave(qms.homes[id_][0], qms):
        return id_
    return say("{id}: {title}", id=id_, title=thing.title)
