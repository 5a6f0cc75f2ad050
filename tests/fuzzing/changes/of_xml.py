"""Changes to the tree of an XML file, which stays well-formed."""

import re
from random import Random
from xml.etree import ElementTree as ET

from word_files import SPACES

from fuzzing.changes.of_text import changed
from fuzzing.changes.words import REPORT, SIGNS
from fuzzing.specimens.word_parts import FRAGMENTS, VALUES

for _prefix, _space in re.findall(r'xmlns:(\w+)="([^"]+)"', SPACES):
    ET.register_namespace(_prefix, _space)
_FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PIECES = tuple(ET.fromstring(f"<x {SPACES}>{one}</x>")[0] for one in FRAGMENTS)
_NAMES = tuple(dict.fromkeys(node.tag for piece in _PIECES for node in piece.iter()))


def changed_tree(rng: Random, content: bytes, other: bytes) -> bytes:
    """Change some elements of a file; one that does not parse stays as it is."""
    try:
        root, lender = ET.fromstring(content), ET.fromstring(other)
    except (ET.ParseError, ValueError, LookupError):  # the latter for odd encodings
        return content
    pool = [*lender.iter()]
    for _ in range(min(12, 1 + int(rng.expovariate(0.35)))):
        _change(rng, root, pool)
    head = rng.choice((b"", b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'))
    return head + bytes(ET.tostring(root))


def _change(rng: Random, root: ET.Element, pool: list[ET.Element]) -> None:
    parents = [(parent, child) for parent in root.iter() for child in parent]
    if not parents:
        return
    parent, child = rng.choice(parents)
    at = [*parent].index(child)
    match rng.randrange(8):
        case 0:
            parent.remove(child)
        case 1:
            parent.insert(at, _copy(child))
        case 2:
            parent.insert(at, _copy(rng.choice(_PIECES)))
        case 3:
            parent.insert(at, _copy(rng.choice(pool), most=300))
        case 4:
            _wrap(parent, at, child, rng.choice(_NAMES), rng.choice((1, 1, 1, 3, 140)))
        case 5:
            _set_attribute(rng, child)
        case 6:
            child.tag = rng.choice(_NAMES)
        case _:
            _reword(rng, root)


def _copy(element: ET.Element, most: int = 100_000) -> ET.Element:
    """Copy an element, unless it is so large that a few copies would fill the file."""
    if sum(1 for _ in element.iter()) > most:
        return ET.Element(element.tag, element.attrib)
    return ET.fromstring(ET.tostring(element))


def _wrap(parent: ET.Element, at: int, child: ET.Element, name: str, depth: int) -> None:
    parent.remove(child)
    for _ in range(depth):
        outer = ET.Element(name)
        outer.append(child)
        child = outer
    parent.insert(at, child)


def _set_attribute(rng: Random, element: ET.Element) -> None:
    names = [*element.attrib] or [*rng.choice(_PIECES).attrib] or ["val"]
    name = rng.choice(names)
    if rng.random() < 0.2:
        element.attrib.pop(name, None)
    else:
        element.set(name, rng.choice(VALUES))


def _reword(rng: Random, root: ET.Element) -> None:
    texts = [element for element in root.iter() if element.text]
    if texts:
        element = rng.choice(texts)
        text = changed(rng, element.text or "", rng.choice(texts).text or "", (*REPORT, *SIGNS))
        element.text = _FORBIDDEN.sub("", text)
