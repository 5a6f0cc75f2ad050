"""A failing input made small: whatever can be left out while it fails alike is left out."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from time import process_time
from xml.etree import ElementTree as ET

from fuzzing.inputs import Input, Kind
from fuzzing.packing import Files, repacked, unpacked

Fails = Callable[[Input], bool]
_LEVELS = (
    rb"(?<=\n)",
    rb"(?=<)|(?<=>)|(?<=\xe3\x80\x82)|(?<=\xef\xbc\x8c)",
    rb"(?<=[ ,/(])",
    b"",
)
"""Where an input is parted, first into large pieces: lines, tags and clauses, words, bytes."""
_MOST_TRIALS = 1500
_LONGEST = 120.0
"""Seconds of this process's own work: an input that is slow is not tried so often."""


class _Budget:
    """Counts trials and time, and ends them when there has been enough."""

    def __init__(self, fails: Fails, kind: Kind) -> None:
        self._fails, self._kind, self.left = fails, kind, _MOST_TRIALS
        self._end = process_time() + _LONGEST

    def fails(self, content: bytes) -> bool:
        self.left -= 1
        enough = self.left < 0 or process_time() > self._end
        return not enough and self._fails(Input(kind=self._kind, content=content))


def shrunk(given: Input, fails: Fails) -> Input:
    """Return the smallest input found that fails as ``fails`` has it."""
    budget = _Budget(fails, given.kind)
    files = unpacked(given.content)
    content = given.content
    if files and budget.fails(repacked(files)):
        content = repacked(_smaller_files(files, budget))
    elif not files:
        content = _smaller(content, budget.fails)
    return Input(kind=given.kind, content=content)


def _smaller(content: bytes, fails: Callable[[bytes], bool]) -> bytes:
    for level in _LEVELS:
        content = b"".join(
            _fewest(re.split(level, content), lambda some: fails(b"".join(some)))
        )
    return content


def _fewest(
    pieces: Sequence[bytes], fails: Callable[[Sequence[bytes]], bool]
) -> Sequence[bytes]:
    """Leave out runs of pieces, each half as long as the one before."""
    length = max(1, len(pieces) // 2)
    while pieces:
        at = 0
        while at < len(pieces):
            fewer = [*pieces[:at], *pieces[at + length :]]
            if fails(fewer):
                pieces = fewer
            else:
                at += length
        if length == 1:
            break
        length //= 2
    return pieces


def _smaller_files(files: Files, budget: _Budget) -> Files:
    """Leave out whole files, then what stands in those that are left."""
    for name in [*files]:
        fewer = {key: content for key, content in files.items() if key != name}
        if budget.fails(repacked(fewer)):
            files = fewer
    for name in [*files]:
        fails = partial(_fails_with, budget, files, name)
        files = {**files, name: _smaller_tree(files[name], fails)}
    return files


def _fails_with(budget: _Budget, files: Files, name: str, content: bytes) -> bool:
    return budget.fails(repacked({**files, name: content}))


def _smaller_tree(content: bytes, fails: Callable[[bytes], bool]) -> bytes:
    """Leave out elements of an XML file; of another file, pieces."""
    try:
        root = ET.fromstring(content)
    except ET.ParseError:
        return _smaller(content, fails)
    if not fails(_written(root)):
        return content
    pending = [root]
    while pending:
        parent = pending.pop()
        _thin(parent, root, fails)
        pending += parent
    return _written(root)


def _written(root: ET.Element) -> bytes:
    return bytes(ET.tostring(root))


def _thin(parent: ET.Element, root: ET.Element, fails: Callable[[bytes], bool]) -> None:
    """Leave out runs of an element's children."""
    length = max(1, len(parent) // 2)
    while length and len(parent):
        for at in range(len(parent) - length, -1, -length):
            kept = [*parent]
            parent[at : at + length] = []
            if not fails(_written(root)):
                parent[:] = kept
        length //= 2
