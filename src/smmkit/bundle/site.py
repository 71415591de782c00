"""A static site: its files, and the folder that they lie in, which nothing of others is lost in."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

from smmkit import __version__
from smmkit.analyses.leaving.publication import Profile, Publication
from smmkit.bundle.contents import sheets, to_search
from smmkit.bundle.names import safe_names, words_of
from smmkit.errors import SmmError, reason
from smmkit.formats import draw
from smmkit.git import Origin
from smmkit.page import Page
from smmkit.reports import site as pages
from smmkit.reports.site import Site
from smmkit.reports.survey import SurveyReport
from smmkit.words import Language, say
from smmkit.writing import swapped

LIST = "site.json"
"""What smm has laid into a site, by its checksums; by it the site may be made anew."""
SCHEMA = "smmkit-site/1"
LARGEST = 16 * 2**20

Progress = Callable[[int, int], None]


def files(
    publication: Publication, speech: Language, commit: Origin, progress: Progress
) -> dict[str, bytes]:
    """Every file of a site by its path; the same for the same folder and day."""
    qms, chosen = publication.qms, publication.chosen
    wished = [
        f"{one.document.id}_{words_of(one.document.title)}".rstrip("_") + ".html" for one in chosen
    ]
    names = {
        one.document.id: name.removesuffix(".html")
        for one, name in zip(chosen, safe_names(wished), strict=True)
    }
    site = Site(publication, names)

    def html(page: Page) -> bytes:
        return draw(page, "html", speech, day=qms.as_of)

    found = {pages.INDEX: to_search([pages.index(site)] * 2, qms, speech)}
    if publication.survey:
        report = SurveyReport(qms, publication.survey, public=True)
        found[pages.SURVEY] = html(pages.survey(site, report.page(None)))
    if publication.profile is Profile.STAFF:
        for file, title, groups in pages.groupings(site):
            found[file] = html(pages.grouped(site, title, groups))
    for one in chosen:
        found[site.page_of(one)] = html(pages.document(site, one))
    by_id = {one.document.id: one for one in chosen}
    for id_, pdf in sheets(qms, chosen, speech, commit, progress):
        found[site.pdf_of(by_id[id_])] = pdf
    sums = {path: sha256(data).hexdigest() for path, data in sorted(found.items())}
    told = {"schema": SCHEMA, "software": f"smmkit {__version__}", "files": sums}
    found[LIST] = (json.dumps(told, indent=1) + "\n").encode()
    return found


def check_place(path: Path) -> None:
    """See that nothing is there but what smm has made, and nobody has changed since.

    Raises:
        SmmError: something else is.
    """
    if not os.path.lexists(path):
        return
    if path.is_symlink() or not path.is_dir():
        raise SmmError(say("{path} is no folder; name another place", path=str(path)))
    there = found_in(path)
    if not there:
        return
    ours = listed(path)
    foreign = sorted(name for name, sum_ in there.items() if ours.get(name) != sum_)
    if foreign:
        raise SmmError(
            say(
                "{path} holds what smmkit has not made, or what was changed since: {names}; name another "
                "place, or delete it first",
                path=str(path),
                names=foreign[:5],
            )
        )


def found_in(path: Path) -> dict[str, str]:
    """What lies in a folder: checksums by path; a link or a pipe has none that anybody could list."""
    there: dict[str, str] = {}
    try:
        for folder, folders, names in os.walk(path, onerror=raised):
            for name in [*names, *(one for one in folders if (Path(folder) / one).is_symlink())]:
                file = Path(folder) / name
                inside = file.relative_to(path).as_posix()
                plain = file.is_file() and not file.is_symlink()
                there[inside] = sha256(file.read_bytes()).hexdigest() if plain else ""
    except OSError as error:
        raise SmmError(
            say("{path} cannot be opened: {reason}", path=str(path), reason=reason(error))
        ) from error
    return there


def raised(error: OSError) -> None:
    """A folder that cannot be looked into."""
    raise error


def listed(path: Path) -> dict[str, str]:
    """What smm says that it has laid there, and that list itself; nothing, where there is no such list."""
    file = path / LIST
    try:
        if file.is_symlink() or file.stat().st_size > LARGEST:
            return {}
        data = file.read_bytes()
        told = json.loads(data)
        if told["schema"] != SCHEMA:
            return {}
        sums = {str(name): str(one) for name, one in told["files"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}
    return {**sums, LIST: sha256(data).hexdigest()}


def laid_down(path: Path, made: Mapping[str, bytes]) -> None:
    """Put a site into its place, whole or not at all; the one before it goes.

    Raises:
        SmmError: the disk refuses, or something else came there meanwhile.
    """
    try:
        swapped(path.absolute(), made, lambda: check_place(path))
    except OSError as error:
        raise SmmError(
            say("{path} cannot be written: {reason}", path=str(path), reason=reason(error))
        ) from error
