"""What a new QMS is made of: qms.yaml, the first documents, and what lies beside them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from smmkit.layout import DEFAULT_STANDARD, HOME
from smmkit.names import prefix_in, prefix_of
from smmkit.new.document import FORMS, form, path_for, proves, with_answers
from smmkit.new.ids import ids_after, next_id
from smmkit.new.placeholders import Placeholders, days
from smmkit.new.values import blank_of, newcomers
from smmkit.standards import shipped_standard
from smmkit.standards.heads import shipped_wishes, standard_on
from smmkit.yaml_text.cuts import New, edited
from smmkit.yaml_text.edit import appended
from smmkit.yaml_text.reading import read
from smmkit.yaml_text.scalars import Yaml, clean, scalar

FIRST = ("services", "quality-policy", "people")
"""What `smm init` writes beside qms.yaml: what every agency has to write itself."""

BESIDE = {
    ".gitignore": "/out/\n/.smm/schemas/ids.json\n.smm-*\n~$*\n.DS_Store\nThumbs.db\n",
    ".gitattributes": "* text eol=lf\n"
    + "".join(f"*.{end} binary\n" for end in ("pdf", "xlsx", "docx", "png", "jpg")),
}
"""For git: what belongs to nobody's work; and no byte of an approved file is ever changed."""


STEM = 5
"""So many letters of a title are enough to know one word by."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What `smm init` is told of the organization."""

    name: str
    short_name: str
    head: str
    """The title of its head."""
    zone: str
    units: Mapping[str, str]
    """Their names, by their codes."""
    parent: str = ""
    head_name: str = ""
    services: tuple[tuple[str, str], ...] = ()
    """Each with the code of its unit, and what it is called."""
    headcount: int | None = None
    standards: tuple[str, ...] = ()
    """The standards that it answers to, the main one first; none are those of the day."""


def first_files(answers: Answers, lang: str, day: date) -> dict[str, str]:
    """Every file of a new QMS, by its path."""
    standards = answers.standards or (standard_on(day),)
    values = days(day) | of_answers(answers) | first_ids(answers.units, lang)
    values |= {"standard": standards[0], "standards": Yaml(f"[{', '.join(standards)}]")}
    settings = form("qms", lang, {**values, "id": values["any"]})
    values |= of_classes((c["id"], c.get("outside", False)) for c in read("", settings)["classes"])
    files = {HOME: settings}
    for kind in FIRST:
        path, text = first_file(kind, answers, lang, values, answers.units)
        files[path] = text
    return {**files, **beside(answers, lang)}


def beside(answers: Answers, lang: str) -> dict[str, str]:
    """What lies in the folder of a new QMS beside its documents."""
    readme = Placeholders((FORMS / lang / "README.md").read_text("utf-8"))
    return {"README.md": readme.substitute(name=answers.name), **BESIDE}


def of_answers(answers: Answers) -> dict[str, str]:
    """The blanks for what was answered."""
    units = [f"  - id: {code}\n    title: {scalar(n)}" for code, n in answers.units.items()]
    values = {
        "name": answers.name,
        "short_name": answers.short_name,
        "head": answers.head,
        "role": answers.head,
        "zone": answers.zone,
        "unit": next(iter(answers.units)),
        "units": Yaml("\n".join(units)),
    }
    if answers.parent:
        values["parent"] = Yaml(f"parent: {scalar(answers.parent)}")
    if answers.head_name:
        values["head_name"] = answers.head_name
    if answers.headcount is not None:
        values["headcount"] = Yaml(f"headcount: {answers.headcount}")
    if answers.services:
        values["service_title"] = answers.services[0][1]
    return values


def of_classes(classes: Iterable[tuple[str, bool]]) -> dict[str, str]:
    """The blanks for classes of confidentiality, told with whether they may leave; `secret` is the last."""
    known = list(classes)
    public = [id_ for id_, outside in known if outside]
    inner = [id_ for id_, outside in known if not outside]
    found = {"class": [*public, *inner][:1], "public": public[:1], "internal": inner[:1]}
    return {blank: ids[0] for blank, ids in {**found, "secret": inner[-1:]}.items() if ids}


def leading(answers: Answers) -> tuple[str, bool]:
    """The unit of the head, and whether its name says so: `Direksi`, `Kepala Dinas`; else the first."""
    head = answers.head.casefold()
    named = (code for code, title in answers.units.items() if is_of(title.casefold(), head))
    code = next(named, None)
    return code or next(iter(answers.units)), code is not None


def is_of(title: str, head: str) -> bool:
    """Whether a unit is called like its head, or by one word like it: `Direksi` of a `Direktur Utama`."""
    return head in title or (" " not in title and title[:STEM] == head[:STEM])


def first_ids(taken: Collection[str], lang: str) -> dict[str, str]:
    """The blanks for what one of the first documents may refer to: the others, and what they bring."""
    found = {"any": "QMS-01"}
    for kind in FIRST:
        found[blank_of(kind)] = next_id(prefix_of(kind, lang), (), taken)
        for _, entry in newcomers(kind):
            found[blank_of(entry.kind_of_entry)] = next_id(prefix_in(entry.prefix, lang), (), taken)
    return found


def first_file(
    kind: str, answers: Answers, lang: str, values: Mapping[str, str], taken: Collection[str]
) -> tuple[str, str]:
    """The path and the text of a document that `smm init` writes."""
    id_ = next_id(prefix_of(kind, lang), (), taken)
    path = path_for(kind, id_, lang)
    new = {
        blank: next_id(prefix_in(entry.prefix, lang), (), taken) for blank, entry in newcomers(kind)
    }
    clauses = proves(kind, shipped_standard(values.get("standard", DEFAULT_STANDARD)))
    text = form(
        kind,
        lang,
        {**values, **new, "id": id_, **({"unit": leading(answers)[0]} if kind == "people" else {})},
        clauses=clauses,
        wishes=[wish for name in answers.standards for wish in shipped_wishes(name)],
    )
    if kind == "people" and "secret" in values:
        text = with_answers(path, text, {"classification": values["secret"]})
    if kind == "services" and answers.services:
        text = with_services(path, text, answers.services, taken, prefix_in("LAY", lang))
    return path, text


def with_services(
    path: str,
    text: str,
    services: Sequence[tuple[str, str]],
    taken: Collection[str],
    prefix: str,
) -> str:
    """The register of services with all of them; the first stands in the form, explained."""
    (owner, _), *more = services
    text = edited(text, (), {("entries", 0, "owner"): New(owner)})
    ids = ids_after(prefix, (), {*taken, read("", text)["entries"][0]["id"]})
    items = [{"id": next(ids), "title": clean(title), "owner": unit} for unit, title in more]
    return appended(path, text.encode(), "entries", *items).decode() if items else text
