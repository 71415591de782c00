"""SMM970 personal-data-enters-history."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from posixpath import basename, splitext

from smmkit.analyses.leaving.screening import in_pieces
from smmkit.analyses.organization.officers import officers
from smmkit.analyses.privacy.confidentiality import may_leave
from smmkit.analyses.privacy.personal_data import TABLES, Trace, hint_of, placed_hits
from smmkit.analyses.references.files import resolve
from smmkit.analyses.references.links import Link, links
from smmkit.documents import Information
from smmkit.errors import SmmError
from smmkit.git.revision import Revision
from smmkit.layout import ISSUED
from smmkit.location import Location
from smmkit.model.marks import FILE
from smmkit.personal import NOBODY, Data, hits
from smmkit.problem import Problem, Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, say, say_n
from smmkit.yaml_text.source import Source

NUMBERS = frozenset(
    {Data.NIP, Data.NIK, Data.NPWP, Data.PHONE, Data.ACCOUNT, Data.BIRTH, Data.CARD}
)
"""What a QMS has no need to keep; names are in the register of people."""

PAPERS = (
    ".pdf",
    ".docx",
    ".docm",
    ".xlsx",
    ".xlsm",
    ".pptx",
    ".odt",
    ".ods",
    ".rtf",
    ".txt",
    ".eml",
    ".zip",
)
MOST = 100
"""So many papers are looked through in one change; each takes a moment."""


@rule(
    "SMM970",
    "personal-data-enters-history",
    severity=Severity.WARNING,
    source="UU 27/2022",
    compares=True,
)
def personal_data_enters_history(qms: Qms) -> Problems:
    """A change brings no number or birth day of a person into the history (seen with `--since`).

    Why: git keeps every version for ever, also of what must not leave; a number that is taken out later is
    still there in each copy of the folder. What may leave is judged by SMM115 and SMM116, but for PDF, Word
    and Excel files and for files that no document names, which are looked through here: the first hundred of
    those that are new or changed, without those that git ignores.
    """
    if qms.before is None:
        return
    yield from in_papers(qms)
    for document in qms.documents:
        if may_leave(document, qms):
            continue
        for trace in [*in_document(document, qms), *in_its_tables(document, qms)]:
            yield Problem(
                trace.path,
                (),
                say(
                    "personal data about to enter the history: {kind} {text}",
                    kind=trace.kind.label,
                    text=trace.shown,
                ),
                say("take it out before it is saved; nothing takes it out of the history later"),
                document.id,
                trace.at,
            )


def in_document(document: Information, qms: Qms) -> Iterator[Trace]:
    """The numbers in a document that it did not have before, but for the NIP of who signs in office."""
    source, known = document.source, qms.fact(officers)
    was = earlier(document, qms)
    if was and (source.yaml, source.prose) == (was.yaml, was.prose):
        return
    texts = (was.yaml, was.prose) if was else ()
    old = {text[slice(*hit.span)] for text in texts for hit in hits(text)}
    for hit, text, at, is_officer in placed_hits(source, NOBODY, known):
        if hit.kind in NUMBERS and not is_officer and text[slice(*hit.span)] not in old:
            yield Trace(source.path, hit.kind, hint_of(text, hit), at)


def earlier(document: Information, qms: Qms) -> Source | None:
    """The text that the document had; None where it is new."""
    home = qms.before and qms.before.homes.get(document.id)
    return home[0].source if home else None


def in_its_tables(document: Information, qms: Qms) -> Iterator[Trace]:
    """The numbers in the tables of a document that these did not have before."""
    from smmkit.office.pieces import pieces

    for path in qms.fact(named_tables).get(document.id, ()):
        old = as_it_was(qms, path, data := read(qms, path))
        if data == old:
            continue
        before = {piece.text for piece in pieces(path, old).found} if old else set()
        for piece in pieces(path, data).found:
            if piece.text in before:
                continue
            for hit in hits(piece.text, piece.context, NOBODY):
                if hit.kind in NUMBERS:
                    at = Location(path, int(piece.place[1]), int(piece.place[2]) + hit.span[0])
                    yield Trace(path, hit.kind, hint_of(piece.text, hit), at)


def in_papers(qms: Qms) -> Problems:
    """The numbers in papers of office programs that these did not have before, each in its file and place."""
    changed = [
        (link, path, data, old)
        for path, link in {**loose_files(qms), **qms.fact(named_papers)}.items()
        if (data := read(qms, path)) != (old := as_it_was(qms, path, data))
    ]
    for link, path, data, old in changed[:MOST]:
        known = Counter(map(shown_in, numbers_in(qms, path, old))) if old else Counter[str]()
        for trace in numbers_in(qms, path, data):
            known[shown_in(trace)] -= 1
            if known[shown_in(trace)] < 0:
                message = say(
                    "personal data about to enter the history in {path}, {place}: {kind} {text}",
                    path=path,
                    place=trace.place,
                    kind=trace.kind.label,
                    text=trace.shown,
                )
                hint = say(
                    "take it out before it is saved; nothing takes it out of the history later"
                )
                yield told_at(link, path, message, hint)
    for link, path, _, _ in changed[MOST : MOST + 1]:
        message = say_n(
            "{n} more file is new or changed, {path}, and was not looked through",
            "{n} more files are new or changed, from {path} on, and were not looked through",
            len(changed) - MOST,
            path=path,
        )
        hint = say("save fewer at a time, or look through them with smm screen")
        yield told_at(link, path, message, hint)


def told_at(link: Link | None, path: str, message: Message, hint: Message) -> Problem:
    """What is wrong with a file, told where a document names it; else at the file itself."""
    if link:
        return problem(link.document, *link.steps, message=message, hint=hint)
    return Problem(path, (), message, hint, "", Location(path))


def loose_files(qms: Qms) -> dict[str, Link | None]:
    """The papers and tables that no document names, and that git does not ignore."""
    named = {resolve(link.document, link.target) for link in qms.fact(links) if link.mark is FILE}
    found = [
        path
        for path in qms.tree.paths()
        if path.lower().endswith((*PAPERS, *TABLES))
        and path not in named
        and not path.startswith(ISSUED)
    ]
    ignored = passed_over(qms) if found else frozenset()
    return dict.fromkeys(path for path in found if path not in ignored)


def passed_over(qms: Qms) -> frozenset[str]:
    """The files that git ignores; none where it cannot be asked."""
    tree = qms.before.tree if qms.before else None
    if not isinstance(tree, Revision):
        return frozenset()
    try:
        return tree.passed_over()
    except SmmError:
        return frozenset()


def numbers_in(qms: Qms, path: str, data: bytes) -> list[Trace]:
    """The numbers of people in a paper, but for the NIP of who signs in office."""
    from smmkit.office.pieces import pieces

    found = in_pieces(qms, path, "", pieces(path, data))
    return [trace for trace in found if trace.kind in NUMBERS and not trace.is_officer]


def shown_in(trace: Trace) -> str:
    """What is told of a number: the same number is counted before and after a change."""
    return f"{trace.kind.value} {trace.shown}"


def named_papers(qms: Qms) -> dict[str, Link]:
    """The papers of office programs that documents name, each with the first place that names it."""
    found: dict[str, Link] = {}
    for link in qms.fact(links):
        if link.mark is FILE and link.target.lower().endswith(PAPERS):
            found.setdefault(resolve(link.document, link.target), link)
    return found


def named_tables(qms: Qms) -> dict[str, dict[str, None]]:
    """The tables as text that each document names, by its id, each once."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for link in qms.fact(links):
        if link.mark is FILE and link.target.lower().endswith(TABLES):
            found[link.document.id][resolve(link.document, link.target)] = None
    return found


def as_it_was(qms: Qms, path: str, data: bytes) -> bytes:
    """What a file was before, also at another place; nothing where it is new."""
    if qms.before is None or (old := read(qms.before, path)):
        return old if qms.before else b""
    gone = [one for one in qms.fact(left) if splitext(one)[1] == splitext(path)[1]]
    same = next((one for one in gone if read(qms.before, one) == data), "")
    moved = same or next((one for one in gone if basename(one) == basename(path)), "")
    return read(qms.before, moved) if moved else b""


def left(qms: Qms) -> tuple[str, ...]:
    """The files that are no longer where they were."""
    return tuple(sorted({*qms.before.tree.paths()} - {*qms.tree.paths()})) if qms.before else ()


def read(qms: Qms, path: str) -> bytes:
    """The bytes of a file; none where it is not there, which another rule says."""
    try:
        return qms.tree.read(path)
    except OSError:
        return b""
