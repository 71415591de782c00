"""Hard writings, and what looks like them, by who did not know the code; one a line, all invented."""

from pathlib import Path

from smmkit.personal import hits, may_have, names_of

HERE = Path(__file__).parent
NAMES = names_of(
    ["Dr. Ratna Cakrawala, S.H.", "Damar Segara", "Maria Goreti Lende", "Yohanes Kapitan, S.T."]
)


def lines(name: str) -> list[str]:
    text = (HERE / name).read_text("utf-8")
    return [line.replace("\\n", "\n").replace("\\t", "\t") for line in text.splitlines()]


def is_found(line: str) -> bool:
    """Whether something is found in what stands in double brackets."""
    start, end = line.index("[["), line.index("]]") - 2
    text = line.replace("[[", "").replace("]]", "")
    assert may_have(text, NAMES)
    return any(hit.span[0] < end and start < hit.span[1] for hit in hits(text, "", NAMES))


def test_nearly_all_is_found() -> None:
    written = lines("hard_found.txt")
    missed = [line for line in written if not is_found(line)]
    assert len(missed) * 100 <= len(written), missed


def test_nearly_nothing_else_is_taken_for_it() -> None:
    others = lines("hard_none.txt")
    wrong = [line for line in others if hits(line, "", NAMES)]
    assert len(wrong) * 100 <= len(others), wrong
