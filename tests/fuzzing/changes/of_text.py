"""Changes to running text and markup: each takes a text and another to borrow from."""

import re
from collections.abc import Callable, Sequence
from random import Random

from fuzzing.changes.words import LETTERS, WIDE, phrases

Change = Callable[[Random, str, str], str]
_ATOM = re.compile(
    r"<[^<>]{0,300}>|&\w{1,20};|[0-9０-９]+(?:[.,][0-9]+)*|[一二三四五六七八九十]+、|《[^《》\n]{0,60}》"
    r"|[“（〔][^“”（）〔〕\n]{0,60}[”）〕]|[\u4e00-\u9fff]{1,6}|\s+|.",
    re.DOTALL,
)
_BORDER = re.compile(r"\n|>|。|；|，")
LONGEST = 400_000
"""Characters that an input is let grow to."""


def changed(rng: Random, text: str, other: str, words: Sequence[str]) -> str:
    """Change a text in one to a dozen ways."""
    for _ in range(min(12, 1 + int(rng.expovariate(0.4)))):
        if rng.random() < 0.35:
            text = _inserted(rng, text, words)
        else:
            text = rng.choice(_CHANGES)(rng, text, other)
    return text[:LONGEST]


def atom(rng: Random, text: str) -> tuple[int, int]:
    """Return where a tag, figure, bracket, word or sign begins and ends."""
    found = _ATOM.search(text, rng.randrange(len(text))) if text else None
    return found.span() if found else (len(text), len(text))


def _border(rng: Random, text: str) -> int:
    """Return where a tag, sentence or line ends."""
    found = _BORDER.search(text, rng.randrange(len(text))) if text else None
    return found.end() if found else len(text)


def _inserted(rng: Random, text: str, words: Sequence[str]) -> str:
    word = rng.choice(phrases()) if rng.random() < 0.4 else rng.choice(words)
    start, end = atom(rng, text)
    at = _border(rng, text) if rng.random() < 0.4 else start
    if at == start and rng.random() < 0.5:
        return text[:start] + word + text[end:]
    return text[:at] + word + text[at:]


def _dropped(rng: Random, text: str, _: str) -> str:
    start, end = atom(rng, text)
    return text[:start] + text[end:]


def _doubled(rng: Random, text: str, _: str) -> str:
    start, end = atom(rng, text)
    return text[:end] + text[start:end] + text[end:]


def _repeated(rng: Random, text: str, _: str) -> str:
    start, end = atom(rng, text)
    times = rng.choice((3, 10, 50, 400, 2000, 10_000))
    piece = text[start:end][:200]
    return text[:start] + piece * min(times, LONGEST // 4 // max(1, len(piece))) + text[end:]


def _swapped(rng: Random, text: str, _: str) -> str:
    (start, end), (low, high) = sorted((atom(rng, text), atom(rng, text)))
    if end > low:
        return text
    return text[:start] + text[low:high] + text[end:low] + text[start:end] + text[high:]


def _borrowed(rng: Random, text: str, other: str) -> str:
    (start, end), (low, high) = atom(rng, text), atom(rng, other)
    return text[:start] + other[low:high] + text[end:]


def _cut(rng: Random, text: str, _: str) -> str:
    start = _border(rng, text)
    return text[:start] + text[start + rng.choice((1, 10, 100, 1000, 5000)) :]


def _stretch_moved(rng: Random, text: str, _: str) -> str:
    start = _border(rng, text)
    end = start + rng.choice((5, 50, 500, 3000))
    at = _border(rng, text)
    rest = text if rng.random() < 0.5 else text[:start] + text[end:]
    return rest[:at] + text[start:end] + rest[at:]


def _spliced(rng: Random, text: str, other: str) -> str:
    if rng.random() < 0.7:
        at, start = _border(rng, text), _border(rng, other)
        return text[:at] + other[start : start + rng.choice((20, 200, 2000))] + text[at:]
    return text[: _border(rng, text)] + other[_border(rng, other) :]


def _line_moved(rng: Random, text: str, _: str) -> str:
    lines = text.split("\n")
    line = lines.pop(rng.randrange(len(lines)))
    for _times in range(rng.choice((0, 1, 1, 2))):
        lines.insert(rng.randint(0, len(lines)), line)
    return "\n".join(lines)


def _lines_joined(rng: Random, text: str, _: str) -> str:
    at = text.find("\n", rng.randrange(len(text) + 1))
    return text if at < 0 else text[:at] + text[at + 1 :]


def _broken(rng: Random, text: str, _: str) -> str:
    start, end = atom(rng, text)
    at = rng.randint(start, end)
    return (
        text[:at]
        + rng.choice(("\n", "\n\n", " ", "　", "<br>", "</p>\n<p>", "</td><td>"))
        + text[at:]
    )


def _spelt(rng: Random, text: str, _: str) -> str:
    """Write a stretch in wide figures, traditional characters, entities or letter-spaced."""
    start = rng.randrange(len(text) + 1)
    stretch = text[start : start + rng.choice((1, 4, 20, 200, 5000))]
    written = rng.choice(
        (
            lambda: stretch.translate(WIDE),
            lambda: stretch.translate(LETTERS),
            lambda: re.sub(r"[\u4e00-\u9fff0-9]", lambda m: f"&#{ord(m[0])};", stretch),
            lambda: re.sub(r"(?<=[\u4e00-\u9fff0-9])(?=[\u4e00-\u9fff0-9])", " ", stretch),
            lambda: re.sub(
                r"[0-9]+", lambda _: rng.choice(("0", "7", "1014", "12.5", "")), stretch
            ),
        )
    )()
    return text[:start] + written + text[start + len(stretch) :]


_CHANGES: tuple[Change, ...] = (
    *(_dropped, _doubled, _repeated, _swapped, _swapped, _borrowed, _borrowed, _cut),
    *(_stretch_moved, _spliced, _line_moved, _line_moved, _lines_joined, _broken, _broken),
    *(_spelt, _spelt),
)
