"""Changes to PDF files: objects and what they draw, under a table that still leads to them."""

import re
from random import Random

import pdf_files

from fuzzing.changes.of_bytes import damaged
from fuzzing.changes.words import DRAWING, PDF_KEYS

_OBJECT = re.compile(rb"\d+ 0 obj\n(.*?)\nendobj\n", re.DOTALL)
_STREAM = re.compile(rb"stream\n(.*)\nendstream", re.DOTALL)
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_NUMBERS = (
    b"0",
    b"-1",
    b"1",
    b"99999999",
    b"1e9",
    b"0.0001",
    b"-32768",
    b"4294967296",
    b"842",
    b"12",
)


def changed_pdf(rng: Random, content: bytes, other: bytes) -> bytes:
    """Change some objects and write the table anew; now and then damage the file itself."""
    objects, lent = _OBJECT.findall(content), _OBJECT.findall(other)
    for _ in range(rng.choice((1, 2, 3, 8))):
        if objects:
            at = rng.randrange(len(objects))
            objects[at] = _changed_object(rng, objects[at], rng.choice(lent or objects))
    if rng.random() < 0.05 and objects:
        rng.shuffle(objects)
    made = pdf_files.file_of(objects)
    return damaged(rng, made) if rng.random() < 0.15 else made


def _changed_object(rng: Random, item: bytes, other: bytes) -> bytes:
    stream = _STREAM.search(item)
    if stream is None or rng.random() < 0.1:
        return _changed_keys(rng, item)
    lent = _STREAM.search(other)
    return pdf_files.stream(_redrawn(rng, stream[1], lent[1] if lent else b""))


def _changed_keys(rng: Random, item: bytes) -> bytes:
    if rng.random() < 0.3:
        return _renumbered(rng, item)
    at = item.find(b"<<", rng.randrange(len(item) + 1)) + 2
    return item[:at] + rng.choice(PDF_KEYS) + item[at:]


def _renumbered(rng: Random, item: bytes) -> bytes:
    number = _NUMBER.search(item, rng.randrange(len(item) + 1))
    if number is None:
        return item
    return item[: number.start()] + rng.choice(_NUMBERS) + item[number.end() :]


def _redrawn(rng: Random, drawing: bytes, other: bytes) -> bytes:
    lines, lent = drawing.split(b"\n"), other.split(b"\n")
    for _ in range(rng.choice((1, 3, 10))):
        at = rng.randrange(len(lines))
        match rng.randrange(6):
            case 0:
                lines.insert(at, rng.choice(DRAWING))
            case 1:
                lines[at] = _renumbered(rng, lines[at])
            case 2:
                lines.insert(at, rng.choice(lent))
            case 3:
                lines.insert(rng.randrange(len(lines)), lines[at])
            case 4 if len(lines) > 1:
                lines.pop(at)
            case _:
                lines[at:at] = [lines[at]] * rng.choice((2, 30, 1000))
    return b"\n".join(lines)
