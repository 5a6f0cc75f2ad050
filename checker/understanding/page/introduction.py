"""What introductions state: the period counted over, the legal basis, how to reach the body."""

import re
from collections.abc import Iterable
from datetime import date

from govcheck.document.found import Found, Origin
from govcheck.document.text import Passage
from govcheck.document.vocabulary import Vocabulary
from govcheck.late_pattern import late_pattern
from govcheck.understanding.page.dates import Span, find_spans
from govcheck.understanding.page.publication import Locate

_COUNTED_BEFORE = 40
_SENTENCE = late_pattern(r"[^。\n]+。?")
_NEAR = 8
_SHORTEST_NAME = 6
"""《条例》 and 《规定》 stand for names given elsewhere."""


def find_period(
    body: Passage, vocabulary: Vocabulary, locate: Locate
) -> Found[tuple[date, date]] | None:
    """Return the period counted over: the first that is said to be."""
    spans = find_spans(body.text, vocabulary)
    said = vocabulary.pattern("introduction.counted")
    counted = next((span for span in spans if _is_counted(body.text, span, said)), None)
    if counted is None:
        return None
    return Found(
        value=(counted.first, counted.last),
        origin=Origin.BODY,
        quote=body.text[counted.start : counted.end],
        place=locate(body, counted.start, counted.end),
    )


def _is_counted(text: str, span: Span, said: re.Pattern[str]) -> bool:
    before = text[max(0, span.start - _COUNTED_BEFORE) : span.start].rpartition("。")[2]
    return said.search(before) is not None


def find_contact(
    passages: Iterable[Passage], vocabulary: Vocabulary, locate: Locate
) -> Found[str] | None:
    """Return the sentence that says how to reach the body, and the lines that go on with it."""
    continued = vocabulary.pattern("introduction.more")
    for passage in passages:
        span = _reachable(passage.text, vocabulary)
        if span is None:
            continue
        start, end = span
        while more := continued.match(passage.text, end):
            end = more.end()
        words = passage.text[start:end].strip()
        return Found(
            value=words,
            origin=Origin.BODY,
            quote=words,
            place=locate(passage, *span),
        )
    return None


def _reachable(text: str, vocabulary: Vocabulary) -> tuple[int, int] | None:
    """Return the first sentence that says how to reach whoever reports."""
    reached = vocabulary.pattern("introduction.reached")
    reachable = vocabulary.pattern("introduction.reachable")
    others = vocabulary.pattern("introduction.others")
    end = 0
    while key := reached.search(text, end):
        start = max(text.rfind(sign, end, key.start()) for sign in "。\n") + 1 or end
        end = min(
            i + 1 if i >= 0 else len(text) for i in (text.find(s, key.end()) for s in "。\n")
        )
        own = not others.search(text, start, end)
        if own and reachable.search(text, start, end):
            return start, end
    return None


def find_legal_basis(
    opening: Passage, vocabulary: Vocabulary, locate: Locate
) -> tuple[Found[str], ...]:
    """Return the instruments that the opening names as the document's basis, each once."""
    name = "introduced" if opening.part == "introduction" else "based"
    based_on = vocabulary.pattern(f"introduction.{name}")
    instrument = vocabulary.pattern("introduction.instrument")
    found: dict[str, Found[str]] = {}
    for sentence in _SENTENCE.finditer(opening.text):
        based = based_on.search(sentence[0])
        if based is None:
            continue
        start = sentence.start() + based.start()
        for match in instrument.finditer(opening.text, start, sentence.end()):
            name = match[0].strip()
            alias = vocabulary.pattern("introduction.alias").search(
                opening.text, max(start, match.start() - _NEAR), match.start()
            )
            if alias or len(name) < _SHORTEST_NAME or name in found:
                continue
            place = locate(opening, match.start(), match.end())
            found[name] = Found(value=name, origin=Origin.BODY, quote=name, place=place)
    return tuple(found.values())
