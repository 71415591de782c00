"""Texts that fill a field and say nothing: a dash, a letter, "OK", "Tidak ada", "as soon as possible"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from smmkit.analyses.texts import strings, texts_in
from smmkit.analyses.texts.leftovers import alone
from smmkit.documents import Information
from smmkit.location import Path
from smmkit.model.fields import Field, field_at
from smmkit.model.marks import Trait
from smmkit.qms import Qms


def words(listed: str) -> frozenset[str]:
    """What stands in a list, with commas between."""
    return frozenset(listed.split(", "))


SHORT: Final = 24
LONGEST: Final = 60
"""No word that says nothing is longer, and no sentence; most texts are, and need no closer look."""

SIGNS: Final = frozenset("%‰°€$£¥Ωµ+√✓✔")
"""Signs that say something by themselves, such as the unit of a number."""

NONE: Final = words(
    "tidak ada, tak ada, nihil, kosong, belum ada, belum, not yet, none, nothing, n/a, na, nil, "
    "not applicable, tidak tersedia, tidak relevan"
)
"""What says that there is none, where a field asks how things are."""

HOLLOW: Final = words(
    "tidak sesuai, belum sesuai, kurang, ok, oke, ya, ada, sesuai, baik, sudah, lengkap, aman, beres, "
    "cukup, rutin, lancar, normal, idem, sda, yes, good, done, fine, same, ditto, conform, sudah sesuai, "
    "sudah baik, sudah ada, sampel, sample, dipantau, dimonitor, diawasi, dikendalikan, dievaluasi, "
    "dilaksanakan, dibahas, dilakukan, monitored, controlled, setuju, disetujui, diterima, acak, berhasil, "
    "efektif, sudah efektif, berpengaruh, berdampak, kompeten, perlu, tidak perlu, penting, "
    "agreed, accepted, random, effective, competent, independen, lembaga independen, impartial"
)
"""What says "well", where a field asks what was seen."""

SOMETIME: Final = words(
    "segera, secepatnya, secepat mungkin, nanti, kemudian, kapan-kapan, asap, soon, later, as soon as "
    "possible, in due time"
)
"""What says "once", where a field asks when."""

MAY_BE_SHORT: Final = words(
    "word, number, version, target, answer, level, level_held, provider_class, category, priority, "
    "rated, rated_after, new_ids, language, paper, seed"
)
"""Fields in which one letter may be all that there is to say."""

MAY_BE_NONE: Final = frozenset({"fee", "answer", "note", "change_note"})
"""Fields in which "none" is an answer."""

TELLS: Final = words(
    "seen, observed, cause, analysis, conclusion, contribution, purpose, criteria, resources, "
    "justification, effect, result, how, reasons, looked_at, proof, consequences, integrity, "
    "responsibilities, statement"
)
"""Fields that ask for what was seen or thought, though some may be left out."""

SHOWS: Final = words(
    "seen, observed, cause, analysis, conclusion, contribution, purpose, justification, how, looked_at, "
    "proof, consequences, statement, reason, gap, elsewhere, effect, criteria, evaluation, resources, "
    "reasons, impartiality, result, competence, authority, duties, channel"
)
"""Fields that ask for what was seen or thought, so that "OK" is no answer."""

ROUND: Final = words(
    "sesuai, ketentuan, yang, berlaku, peraturan, perundang-undangan, prosedur, sop, standar, persyaratan, "
    "kebutuhan, keperluan, rencana, jadwal, aturan, dengan, secara, sudah, telah, akan, dapat, "
    "dilaksanakan, dilakukan, dijalankan, diterapkan, melaksanakan, menjalankan, menerapkan, melakukan, "
    "berjalan, terlaksana, tercapai, baik, lancar, tertib, optimal, maksimal, memadai, cukup, berkala, "
    "rutin, periodik, semua, seluruh, seluruhnya, dan, dievaluasi, dipantau, kemudian, nanti, bila, jika, "
    "apabila, diperlukan, perlu, sewaktu-waktu, sebagai, pedoman, acuan, bagi, untuk, organisasi, instansi, "
    "berdampak, berpengaruh, terhadap, memenuhi, tidak, kurang, ada, masalah, kendala, ini, itu, ke, depan, "
    "ditingkatkan, terus, menerus, segera, according, to, procedure, procedures, requirements, requirement, "
    "the, as, needed, required, necessary, when, if, applicable, regularly, periodically, well, done, "
    "properly, carried, out, implemented, in, accordance, with, is, was, been, has, have, will, be, by, "
    "all, fully, regulations, rules, plan, planned, satisfactory, satisfactorily, good, no, problems, from, "
    "time, lengkap, meningkatkan, mutu, kualitas, layanan, pelayanan, kinerja, improve, quality, service, "
    "services, performance, umum, umumnya, sistem, sumber, daya, tersedia, dilihat, diperiksa, dibahas, "
    "disimpulkan, tugas, kegiatan, program, kerja, bidang, bidangnya, syarat, berbagai, belum, karena, "
    "general, generally, system, runs, works"
)
"""Words out of which a sentence may be made that fits everywhere, and says nothing anywhere."""

GOES: Final = words(
    "sesuai, secara, dilaksanakan, dilakukan, dijalankan, berjalan, terlaksana, according, accordance, "
    "properly, carried, implemented"
)
"""Words by which such a sentence says that something goes by the rules."""

SEVERAL: Final = 3  # so many words make a sentence

WATCHED: Final = frozenset({"controls", "monitored"})
"""Fields that ask how somebody looks after something."""

ASKS_MORE: Final = SHOWS.union(
    words(
        "resources, result, effect, evaluation, when, supervision, guarantee, condition, loss, "
        "integrity, responsibilities, analysis, reasons, controls, monitored, criteria"
    )
) - {"conclusion", "reason"}
"""Fields in which such a sentence is no answer."""

DOERS: Final = frozenset({"Task", "ReviewDecision", "Plan"})
"""Parts that say under `what` what is done."""

ANSWERS: Final = words("ya, tidak, yes, no")
"""Single words that are answers, and stand in many documents."""

TOLD: Final = frozenset({"ReviewInput", "ReviewDecision"})
"""Parts that say under `what` what was said."""

LOOKED: Final = words(
    "seen, observed, scope, method, meaning, purpose, looked_at, consequences, gap, elsewhere, analysis, "
    "reasons, conclusion, change_note"
)
"""Fields that ask for what was seen or thought, so that one word is too little."""


def empty_words_in(document: Information, qms: Qms) -> Iterator[tuple[Path, str]]:
    """Every text of a document that says nothing in its field, with its key path."""
    doubtful = qms.fact(doubtful_texts)
    if doubtful.keys().isdisjoint(document.source.strings):
        return  # most documents have no such text, and their key paths need not be made
    for steps, text in texts_in(document.source.values, of=doubtful):
        field = field_at(type(document), steps)
        if field and is_own_text(field) and doubtful[text](field):
            yield steps, text.strip()


def doubtful_texts(qms: Qms) -> dict[str, Callable[[Field], bool]]:
    """The texts of the documents that say nothing in some fields, each with what says in which."""
    found = ((text, in_doubt(text)) for text in qms.fact(strings))
    return {text: says_nothing for text, says_nothing in found if says_nothing}


def in_doubt(text: str) -> Callable[[Field], bool] | None:
    """In which fields a text says nothing; None where it is long, empty, or says something."""
    if alone(text) and len(text) > 1:
        return always
    if len(text) > SHORT:
        is_round = len(text) <= LONGEST and text.partition(" ")[0].casefold() in ROUND
        return of_sentence(text.casefold().strip(" .")) if is_round else None
    bare = text.strip()
    return doubt(bare) if bare else None


def always(field: Field) -> bool:  # noqa: ARG001
    """What a template left says nothing anywhere."""
    return True


def is_own_text(field: Field) -> bool:
    """Whether a field takes text in one's own words: no id, no file, no word of a list, no pattern."""
    return (
        field.type is str
        and field.reference is None
        and field.enum is None
        and not field.has(Trait.KEY)
        and "pattern" not in field.limits
    )


def doubt(bare: str) -> Callable[[Field], bool] | None:
    """In which fields a short text says nothing; None where it always says something."""
    if not bare[0].isalnum() and not any(sign.isalnum() or sign in SIGNS for sign in bare):
        return may_not_be_bare
    if len(bare) == 1:
        return may_not_be_short if bare.isalpha() else None
    word = bare.casefold().rstrip(".")
    if word in NONE:
        return asks_how_things_are
    if word in HOLLOW:
        return asks_what_was_seen
    if word in SOMETIME:
        return asks_when
    first, blank, _ = word.partition(" ")
    if not blank:
        is_word = word.isalpha() and bare[0].isupper() and word not in ANSWERS
        return asks_to_be_looked_at if is_word else None
    return of_sentence(word) if first in ROUND else None


def of_sentence(word: str) -> Callable[[Field], bool] | None:
    """In which fields a sentence of words that fit everywhere says nothing."""
    if not fits_everywhere(word):
        return None
    return asks_to_be_told if is_sentence(word) else asks_for_more


def fits_everywhere(text: str) -> bool:
    """Whether a sentence is made of nothing but words that fit everywhere."""
    return all(one.strip(".,;:()/") in ROUND for one in text.split())


def may_not_be_bare(field: Field) -> bool:
    """A dash is no number either."""
    return field.name in {"number", "version", "target"} or may_not_be_short(field)


def may_not_be_short(field: Field) -> bool:
    """Whether one letter is not all that there is to say."""
    return field.name not in MAY_BE_SHORT


def asks_how_things_are(field: Field) -> bool:
    """Whether "none" is no answer."""
    is_asked = field.name in TELLS or (field.required and not field.many)
    return is_asked and field.name not in MAY_BE_NONE


def asks_what_was_seen(field: Field) -> bool:
    """Whether "OK" is no answer."""
    return field.name in SHOWS or field.name in WATCHED or asks_to_be_looked_at(field)


def asks_when(field: Field) -> bool:
    """Whether a day is asked for."""
    return field.name == "when"


def is_sentence(text: str) -> bool:
    """Whether such words say that something goes by the rules; others may be the name of a thing."""
    said = text.split()
    return len(said) >= SEVERAL and not GOES.isdisjoint(said)


def asks_to_be_looked_at(field: Field) -> bool:
    """Whether one word is too little."""
    is_told = field.name == "what" and field.owner.__name__ in TOLD
    is_cause = field.name == "cause" and field.owner.__name__ != "Feedback"
    return field.name in LOOKED or is_told or is_cause


def asks_for_more(field: Field) -> bool:
    """Whether a sentence that fits everywhere is no answer."""
    return field.name in ASKS_MORE or (field.name == "what" and field.owner.__name__ in DOERS)


def asks_to_be_told(field: Field) -> bool:
    """Whether a sentence that says that all goes by the rules is no answer: anywhere but in a title."""
    return field.name != "title" and may_not_be_short(field)
