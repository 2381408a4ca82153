"""Dataclasses as plain data that JSON can hold, and back.

A dataclass becomes the list of its fields' values, in order; an enum its value. Standard library
only.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from typing import Any, TypeVar

__all__ = ["made_of", "plain"]

T = TypeVar("T")


def plain(value: object) -> Any:
    """A value as lists, dicts with words as keys, strings, numbers, booleans and `None`.

    Raises:
        TypeError: it holds something that is none of these, nor a dataclass, enum or tuple.
    """
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    if isinstance(value, Mapping):
        if not all(isinstance(key, str) for key in value):
            raise TypeError("a mapping whose keys are not all words is not plain data")
        return {str(key): plain(each) for key, each in value.items()}
    if dataclasses.is_dataclass(value):
        return [plain(getattr(value, field.name)) for field in dataclasses.fields(value)]
    raise TypeError(f"{type(value).__name__} is not plain data")


def made_of(kind: type[T], data: Any) -> T:
    """What `plain` was given.

    Args:
        kind: its class.
        data: what `plain` made of it.

    Raises:
        TypeError, ValueError, LookupError, AttributeError: the data is of no such thing.
    """
    hint: Any = kind
    make: Callable[[Any], T] = _maker(hint)
    return make(data)


@cache
def _maker(hint: Any) -> Callable[[Any], Any]:
    """What makes a value of a type, as a hint names it, out of plain data."""
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if origin in {typing.Union, types.UnionType}:
        some = _maker(next(part for part in parts if part is not type(None)))
        return lambda data: None if data is None else some(data)
    if origin is tuple and parts[-1] is Ellipsis:
        each = _maker(parts[0])
        return lambda data: tuple(map(each, data))
    if origin is tuple:
        makers = tuple(map(_maker, parts))
        return lambda data: tuple(make(part) for make, part in zip(makers, data, strict=True))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _dataclass_maker(hint)
    return lambda data: data


def _dataclass_maker(kind: type[Any]) -> Callable[[Any], Any]:
    hints = typing.get_type_hints(kind)
    makers = tuple(_maker(hints[field.name]) for field in dataclasses.fields(kind))
    return lambda data: kind(*(make(part) for make, part in zip(makers, data, strict=True)))
