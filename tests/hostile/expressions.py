"""Every regular expression of the product, how it is asked, and texts that make it work hard."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import smmkit
from smmkit.analyses.texts.spoken_counts import pattern_of_count
from smmkit.standards.vocabulary import shipped_vocabulary

try:
    from re import _parser as sre
except ImportError:  # pragma: no cover
    import sre_parse as sre

WAYS = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")
BLANKS: dict[str, Any] = {
    "STRING": r'"(?:[^"\\]|\\.)*+"',
    "any_": "Budi|Sari",
    "any_code": "AB|CD",
    "column": 2,
    "count": "dua|satu|[0-9]{1,6}",
    "course": SimpleNamespace(each=("setiap bulan", "every month")),
    "deeper": r"(?:\n[ \t]*)*",
    "end": "",
    "field": SimpleNamespace(reference=True),
    "known": ["SOP-01"],
    "name": "approval",
    "newline": "\n",
    "other": ".",
    "pattern": "",
    "sign": ",",
    "what": "title",
    "words": ("naik", "meningkat", "rose"),
    "year": r"(?<!\d)2019(?!\d)",
}
"""What may stand in an expression that is put together where it is used."""

SHIPPED = shipped_vocabulary()
WORDS_OF: dict[str, Any] = {
    "Counting": [SHIPPED.counting],
    "Course": [SHIPPED.course],
    "Done": [*SHIPPED.all_done.values()],
    "NothingFound": [SHIPPED.nothing_found],
    "Picked": [SHIPPED.picks_own],
    "Reproach": [SHIPPED.reproach],
    "Tally": [SHIPPED.tally],
    "tuple[str, ...]": [SHIPPED.course.rises, SHIPPED.counting.major, SHIPPED.reached.of],
}
EXAMPLES = {
    "count": [pattern_of_count(*sorted(SHIPPED.numbers.items()))],
    "id_": ["IKU-01"],
    "number": ["[0-9]{1,9}(?:,[0-9]{1,6})?"],
    "unit": ["(?:%|persen)", "kasus\\b"],
}
"""What functions are given that put expressions together: by its type, or by its name."""


class Expression(NamedTuple):
    """A regular expression, where it stands, and how it is asked there."""

    place: str
    pattern: re.Pattern[str]
    way: str

    @property
    def asked(self) -> str:
        """The way that does as much work as its own: one stands for those that look everywhere."""
        return "finditer" if self.way in ("search", "findall", "split", "sub", "subn") else self.way

    def ask(self, text: str) -> None:
        """Let it look at all of a text."""
        match self.asked:
            case "finditer":
                for _ in self.pattern.finditer(text):
                    pass
            case way:
                getattr(self.pattern, way)(text)


def expressions() -> list[Expression]:
    """Every expression that a module keeps or gives to a function of `re`."""
    found: dict[tuple[str, int, str], Expression] = {}
    for info in pkgutil.walk_packages(smmkit.__path__, "smmkit."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        for each in (*kept(info.name, module), *written(info.name, module), *made(module)):
            found.setdefault((each.pattern.pattern, each.pattern.flags, each.asked), each)
    return [each for each in found.values() if each.pattern.pattern]


def kept(name: str, module: Any) -> Iterator[Expression]:
    """The compiled expressions of a module, by itself or in a tuple or a mapping."""
    here = asked_in(inspect.getsource(module))
    for own, value in list(vars(module).items()):
        values = value.values() if isinstance(value, dict) else value
        for each in values if isinstance(values, tuple | list | type({}.values())) else [values]:
            if isinstance(each, re.Pattern) and isinstance(each.pattern, str):
                ways = ways_of(own, here) or ways_of(own, asked_by_name()) or ["search"]
                yield from (Expression(f"{name}.{own}", each, way) for way in ways)


def made(module: Any) -> Iterator[Expression]:
    """The expressions that functions of a module put together, of the words that are shipped."""
    for name, held in vars(module).items():
        function = inspect.unwrap(held) if callable(held) else held
        if not inspect.isfunction(function) or function.__module__ != module.__name__:
            continue
        told = inspect.get_annotations(function)
        if told.pop("return", "") == "re.Pattern[str]":
            given = [WORDS_OF.get(told[one], EXAMPLES.get(one)) for one in told]
            ways = ways_of(name, asked_by_name()) or ["search"]
            for values in product(*given) if None not in given else ():
                place, pattern = f"{module.__name__}.{name}", function(*values)
                yield from (Expression(place, pattern, way) for way in ways)


GIVEN = r"(?:\((?:[^()\n]|\((?:[^()\n]|\([^()\n]*\))*\))*\))?"
ASKED = re.compile(rf"\b(\w+){GIVEN}\.({'|'.join(WAYS)})\b")


def asked_in(text: str) -> frozenset[tuple[str, str]]:
    """Every name with a way in which a text asks it: `WORD.search(...)`, `word_of(...).search(...)`."""
    return frozenset(ASKED.findall(text))


@cache
def asked_by_name() -> frozenset[tuple[str, str]]:
    """The same of the whole product."""
    texts = (file.read_text("utf-8") for file in Path(smmkit.__path__[0]).rglob("*.py"))
    return frozenset().union(*map(asked_in, texts))


def ways_of(name: str, asked: frozenset[tuple[str, str]]) -> list[str]:
    """The ways in which a name is asked."""
    return [way for way in WAYS if (name, way) in asked]


def written(name: str, module: Any) -> Iterator[Expression]:
    """The expressions that are written where they are asked."""
    known = {
        **BLANKS,
        **{k: v for k, v in vars(module).items() if not k.startswith("__")},
        "re": re,
    }
    source = inspect.getsource(module)
    if "re." not in source:
        return
    calls = [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    ]
    asked = {id(node.func.value): node.func.attr for node in calls}
    for node in calls:
        if not (isinstance(node.func.value, ast.Name) and node.func.value.id == "re"):
            continue
        way = node.func.attr
        flags = [word.value for word in node.keywords if word.arg == "flags"]
        if way == "compile":
            flags += node.args[1:]
            if id(node) not in asked:
                continue  # a name holds it, and `kept` finds it
            way = asked[id(node)]
        if way in WAYS:
            told = eval(ast.unparse(flags[0]), known) if flags else 0
            if "b'" in ast.unparse(node.args[0]):
                continue  # bytes are those of files that we have made ourselves
            text = eval(ast.unparse(node.args[0]), known)
            if isinstance(text, str):
                yield Expression(f"{name}:{node.lineno}", re.compile(text, told), way)


# texts that match a little of it, again and again


def hard_texts(expression: Expression) -> Iterator[tuple[str, str, str]]:
    """What stands before, what is repeated, what stands behind: to make an expression try again."""
    pattern = expression.pattern
    tree = list(sre.parse(pattern.pattern, pattern.flags & ~re.UNICODE | re.UNICODE))
    seen = set()
    for before, again, behind in pumps(tree, ""):
        for first in dict.fromkeys((before, "", " ", "\n", "x")):
            for last in dict.fromkeys(
                (behind + "\x01", "\x01", "\n", "\nx", " \nx", " x", "1", "")
            ):
                if again and (triple := (first, again, last)) not in seen:
                    seen.add(triple)
                    yield triple


def pumps(items: list[Any], before: str) -> Iterator[tuple[str, str, str]]:
    """Every repeat in a tree, and every beginning of it, as what is repeated."""
    start = before
    for index, (op, value) in enumerate(items):
        rest = shortest(items[index + 1 :])
        match str(op):
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                if value[1] > 3:
                    for body in examples(list(value[2])):
                        yield before, body, rest
                        yield before, body + " ", rest
                yield from pumps(list(value[2]), before)
            case "SUBPATTERN":
                yield from pumps(list(value[3]), before)
            case "ATOMIC_GROUP":
                yield from pumps(list(value), before)
            case "BRANCH":
                for branch in value[1]:
                    yield from pumps(list(branch), before)
            case "ASSERT" | "ASSERT_NOT":
                yield from pumps(list(value[1]), before)
        before += shortest([(op, value)])
        if before != start:
            yield "", before[len(start) :], ""
            yield "", before, ""


def shortest(items: list[Any]) -> str:
    """A short text that the items may match."""
    return "".join(next(iter(examples([item])), "") for item in items)


def examples(items: list[Any]) -> list[str]:
    """Some texts that the items may match, a few of each."""
    found = [""]
    for op, value in items:
        found = [old + new for old in found for new in single(str(op), value)[:4]][:6]
    return found


def single(op: str, value: Any) -> list[str]:
    """Some texts that one item of a tree may match."""
    match op:
        case "LITERAL":
            return [chr(value)]
        case "NOT_LITERAL":
            return [c for c in "a 1\n" if ord(c) != value]
        case "ANY":
            return ["a", " ", "1", "."]
        case "IN":
            return members(value)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least = min(max(value[0], 0), 70)
            return [each * max(least, 1) for each in examples(list(value[2]))] + [""] * (not least)
        case "SUBPATTERN":
            return examples(list(value[3]))
        case "ATOMIC_GROUP":
            return examples(list(value))
        case "BRANCH":
            return [text for branch in value[1] for text in examples(list(branch))[:2]]
    return [""]


def members(items: list[Any]) -> list[str]:
    """A few characters of a class."""
    text = re.compile(sre_class(items))
    return [c for c in " 1aZ_-.,:;()[]{}#\"'\n\t/|<>=*%?!" if text.fullmatch(c)] or [
        chr(v) for op, v in items if str(op) == "LITERAL"
    ]


def sre_class(items: list[Any]) -> str:
    """A class of characters, written again."""
    words = {"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s", "CATEGORY_WORD": r"\w"}
    text = ""
    for op, value in items:
        match str(op):
            case "NEGATE":
                text = "^" + text
            case "LITERAL":
                text += re.escape(chr(value))
            case "RANGE":
                text += f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
            case "CATEGORY":
                name = str(value)
                text += words.get(name) or words[name.replace("NOT_", "")].upper()
    return f"[{text}]"
