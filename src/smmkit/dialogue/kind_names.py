"""The kinds that can be begun: as they are listed, and by the words that people have for them."""

from __future__ import annotations

from collections import defaultdict

from smmkit.errors import SmmError
from smmkit.foreign import abroad
from smmkit.kinds import CREATABLE, document_label
from smmkit.names import every_name
from smmkit.words import Language, Message, language, say

GROUPS: dict[str, Message] = {
    "people": say("Who and what"),
    "gap-assessment": say("Preparation (juknis II.A)"),
    "coaching": say("Certification (juknis II.B)"),
    "audit-programme": say("Audits, and what follows from them"),
    "management-review": say("What ISO 9001 asks beside"),
}
"""The groups of kinds, each by its first."""

COMMON: dict[str, str] = {
    "personel": "people",
    "pegawai": "people",
    "uraian jabatan": "job-description",
    "standar layanan": "service-standard",
    "peraturan": "regulations",
    "regulasi": "regulations",
    "glosarium": "glossary",
    "istilah": "glossary",
    "gap": "gap-assessment",
    "visi": "direction",
    "misi": "direction",
    "iku": "objective",
    "kpi": "objective",
    "perkin": "performance-agreement",
    "tim mutu": "team",
    "diklat": "training",
    "bimtek": "training",
    "renstra": "strategic-plan",
    "isu strategis": "issues",
    "pemangku kepentingan": "interested-parties",
    "proses bisnis": "process",
    "peta proses bisnis": "process",
    "probis": "process",
    "rmp": "risk-register",
    "lkjip": "performance-report",
    "lakip": "performance-report",
    "temuan": "finding",
    "ketidaksesuaian": "finding",
    "tindakan perbaikan": "corrective-action",
    "rapat tinjauan manajemen": "management-review",
    "survei": "survey",
    "survei kepuasan": "survey",
    "pengaduan": "feedback",
    "aduan": "feedback",
    "keluhan": "feedback",
    "penyedia": "external-providers",
    "pemasok": "external-providers",
    "sarpras": "resources",
    "sarana dan prasarana": "resources",
    "pengetahuan": "knowledge",
}
"""How kinds are called every day, beside their names, their folders and what their ids begin with."""

TOO_SHORT = 3
"""Words of so few letters are like too many others to be guessed at."""


def kind_named(word: str) -> str:
    """The kind that a word means: its name, or what it is called otherwise.

    Raises:
        SmmError: it is qms, or none, or may be more than one.
    """
    from smmkit.wrong_values import nearest_hint

    if word == "qms":
        raise SmmError(say("a QMS begins with: smm init"))
    if word in CREATABLE:
        return word
    words = kinds_by_word()
    found = words.get(comparable(word), ())
    if len(found) == 1:
        return found[0]
    if found:
        hint = say("write one of: {words}", words=list(found))
        raise SmmError(say("{word} may be more than one kind; {hint}", word=word, hint=hint))
    near = [*CREATABLE, *(known for known in words if len(known) > TOO_SHORT)]
    hint = nearest_hint(word, near, say("smm new lists all of them"))
    raise SmmError(say("there is no kind {kind}; {hint}", kind=word, hint=hint))


def kinds_by_word() -> dict[str, tuple[str, ...]]:
    """What each word may mean; the closer one goes before: names, common words, ids, folders."""
    indonesian, english = language("id"), language("en")
    words: dict[str, tuple[str, ...]] = {}
    for speech in (indonesian, english):
        words |= {comparable(speech.say(document_label(kind))): (kind,) for kind in CREATABLE}
    for word, kind in COMMON.items():
        words.setdefault(word, (kind,))
    ids: dict[str, list[str]] = defaultdict(list)
    folders: dict[str, list[str]] = defaultdict(list)
    for kind, named in every_name().items():
        for prefix, folder in dict.fromkeys(named):
            if kind not in ids[comparable(prefix)]:
                ids[comparable(prefix)].append(kind)
            if kind not in folders[comparable(folder)]:
                folders[comparable(folder)].append(kind)
    for word, kinds in (*ids.items(), *folders.items()):
        words.setdefault(word, tuple(kinds))
    return words


def comparable(word: str) -> str:
    """A word without what makes no difference: capitals, hyphens, wider spaces."""
    return " ".join(word.casefold().replace("-", " ").replace("_", " ").split())


def list_of_kinds(speech: Language, width: int, *, guided: bool = True) -> list[str]:
    """Every kind that can be begun, in groups, with its label and what it is.

    Unless a folder is `guided` by the juknis, English says nothing of it.
    """
    from textwrap import wrap

    from smmkit.docstrings import summary
    from smmkit.documents import class_of

    told = str if guided or speech.code != "en" else abroad
    room = max(map(len, CREATABLE)) + 2
    lines: list[str] = []
    for kind in CREATABLE:
        if kind in GROUPS:
            lines += ["", told(speech.say(GROUPS[kind]))]
        label = speech.say(document_label(kind))
        text = f"{label[:1].upper()}{label[1:]}. {told(speech.say(summary(class_of(kind))))}"
        first, *more = wrap(text, max(30, width - room - 2), break_long_words=False)
        lines.append(f"  {kind:<{room}}{first}")
        lines += [" " * (room + 2) + line for line in more]
    return lines[1:]
