"""What a kind and its fields mean, as the source says below each: for forms, editors and docs."""

from __future__ import annotations

import ast
import inspect
from functools import cache
from itertools import pairwise
from textwrap import dedent

from pydantic import BaseModel

from smmkit.words import Message, label_message


def summary(type_: type) -> Message:
    """What a class is: the first line of its docstring."""
    return label_message(inspect.cleandoc(type_.__doc__ or "").partition("\n")[0])


@cache
def meanings(type_: type[BaseModel]) -> dict[str, Message]:
    """What each field means, by its name; fields that speak for themselves are left out."""
    found: dict[str, Message] = {}
    for base in reversed(type_.__mro__):
        if isinstance(base, type) and issubclass(base, BaseModel) and base is not BaseModel:
            found |= _below_fields(base)
    return {name: found[name] for name in type_.model_fields if name in found}


@cache
def _below_fields(class_: type) -> dict[str, Message]:
    """The docstring below each field in the source of one class, without its bases."""
    (tree,) = ast.parse(dedent(inspect.getsource(class_))).body
    found = {}
    for node, below in pairwise(getattr(tree, "body", [])):
        is_doc = isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and is_doc:
            text = " ".join(str(below.value.value).split())
            found[node.target.id] = label_message(text)
    return found
