"""Which kinds of token a shape of dates can begin with, so that only those shapes are tried at a token.

The shapes are written in a small part of the language of regular expressions: letters, classes,
groups, alternatives, look-arounds, `?` and counted repetitions.
"""

import re
from typing import NamedTuple

_GROUP = re.compile(r"\((?:\?(?P<around><?[=!])|\?:|\?P<\w+>)?")
_REPETITION = re.compile(r"\?|\{(?P<least>\d+),\d+\}")


class _Opening(NamedTuple):
    """The kinds with which a piece of a shape can begin, whether it can be left out, and where it ends."""

    kinds: frozenset[str]
    optional: bool
    end: int


def list_openings(shape: str) -> frozenset[str]:
    """Return the kinds of token with which a match of `shape` can begin."""
    return _read_alternatives(shape, 0).kinds


def _read_alternatives(shape: str, at: int) -> _Opening:
    kinds, optional = frozenset[str](), False
    while True:
        sequence = _read_sequence(shape, at)
        kinds, optional, at = kinds | sequence.kinds, optional or sequence.optional, sequence.end
        if shape[at : at + 1] != "|":
            return _Opening(kinds, optional, at)
        at += 1


def _read_sequence(shape: str, at: int) -> _Opening:
    kinds, optional = frozenset[str](), True
    while at < len(shape) and shape[at] not in "|)":
        atom = _read_atom(shape, at)
        repetition = _REPETITION.match(shape, atom.end)
        at = repetition.end() if repetition else atom.end
        if optional:
            kinds |= atom.kinds
        left_out = repetition is not None and not int(repetition["least"] or 0)
        optional = optional and (atom.optional or left_out)
    return _Opening(kinds, optional, at)


def _read_atom(shape: str, at: int) -> _Opening:
    if shape[at] == "[":
        end = shape.index("]", at)
        return _Opening(frozenset(shape[at + 1 : end].replace("\\", "")), optional=False, end=end + 1)
    if shape[at] == "\\":
        return _Opening(frozenset(shape[at + 1]), optional=False, end=at + 2)
    group = _GROUP.match(shape, at)
    if group is None:
        return _Opening(frozenset(shape[at]), optional=False, end=at + 1)
    inner = _read_alternatives(shape, group.end())
    if group["around"]:
        return _Opening(frozenset(), optional=True, end=inner.end + 1)
    return _Opening(inner.kinds, inner.optional, inner.end + 1)
