"""The quantities that the prose of a document states, each with its place."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from govcheck.document.blocks import Block, Paragraph
from govcheck.document.extent import holding
from govcheck.document.figure import Figure, Leaning
from govcheck.document.place import Place
from govcheck.document.report import Part
from govcheck.document.vocabulary import Vocabulary
from govcheck.errors import Unusable
from govcheck.readers.limits import MOST_FIGURES
from govcheck.understanding.prose.concepts import Concepts
from govcheck.understanding.prose.limits import Limits
from govcheck.understanding.prose.numerals import Numeral, find_numerals
from govcheck.understanding.prose.quantities import read_quantities
from govcheck.understanding.prose.quantity import Quantity
from govcheck.understanding.prose.setting import Setting

_FAR: Final = 12
"""A title is looked for so many blocks above."""
_MOST_ITEMS: Final = 8


def _wide(text: str) -> str:
    """Return the text with wide punctuation: authors mix both, one tells clauses apart."""
    for narrow, wide in zip(",;:()", "，；：（）", strict=True):
        text = text.replace(narrow, wide)
    return text


def _bounded(numerals: list[Numeral]) -> list[Numeral]:
    if len(numerals) > MOST_FIGURES:
        raise Unusable(f"正文数据超过 {MOST_FIGURES} 个，远多于一份年度报告，不予读取")
    return numerals


def read_figures(
    body: Sequence[Block],
    parts: Sequence[Part],
    *,
    year: int | None,
    vocabulary: Vocabulary,
    governs: bool = False,
) -> tuple[Figure, ...]:
    """Return every quantity of the body's paragraphs, in reading order.

    Of one that ``governs``, an office speaks of itself alone.
    Raises Unusable for more of them than any report states.
    """
    paragraphs = [(i, block) for i, block in enumerate(body) if isinstance(block, Paragraph)]
    text = _wide("\n".join(paragraph.text.normal for _, paragraph in paragraphs))
    numerals = _bounded(find_numerals(text, vocabulary))
    begins = [numeral.start for numeral in numerals]
    titles = _titles(paragraphs, vocabulary) if numerals else {}
    figures: list[Figure] = []
    limits, concepts = Limits(vocabulary, governs=governs), Concepts(vocabulary, year)
    start = sentence = first = 0
    for index, paragraph in paragraphs:
        end = start + len(paragraph.text.normal)
        last = bisect_left(begins, end, first)
        if last > first:
            within = holding(parts, index)
            part = within.id if within else "introduction"
            setting = Setting(
                year=year,
                part="applications" if _is_headed(body, index, vocabulary) else part,
                title=_title_over(titles, index, within.start if within else -1),
                limits=limits,
                concepts=concepts,
                vocabulary=vocabulary,
            )
            found = read_quantities(text, numerals[first:last], setting, span=(start, end))
            where = Place(part=part, block=index, line=paragraph.line, page=paragraph.page)
            figures += [
                _figure(quantity, where, start, sentence, vocabulary) for quantity in found
            ]
            sentence = figures[-1].sentence + 1
        first, start = last, end + 1
    return tuple(figures)


def _is_headed(body: Sequence[Block], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a line above says that a paragraph is about applications.

    What goes on with them may stand further down, up to the next heading.
    """
    words = vocabulary.pattern
    this = body[index]
    goes_on = isinstance(this, Paragraph) and words("figures.goes_on").match(this.text.normal)
    for above in reversed(body[max(0, index - _MOST_ITEMS) : index]):
        if not isinstance(above, Paragraph):
            return False
        text = above.text.normal
        if words("figures.headed").fullmatch(text):
            return True
        if not goes_on or _heads(text, vocabulary):
            return False
        if words("figures.headed_first").match(text):
            return True
    return False


def _heads(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a paragraph heads something else."""
    words = vocabulary.pattern
    own = words("figures.headed_first").match(text) or words("figures.goes_on").match(text)
    numbered = words("figures.numbered").match(text)
    return bool((numbered and not own) or words("figures.bare_title").fullmatch(text))


def _titles(
    paragraphs: Iterable[tuple[int, Paragraph]], vocabulary: Vocabulary
) -> dict[int, str]:
    """Return the paragraphs that are titles, by their index in the body."""
    title = vocabulary.pattern("figures.titled")
    texts = ((index, paragraph.text.normal) for index, paragraph in paragraphs)
    return {index: text for index, text in texts if title.fullmatch(text)}


def _title_over(titles: Mapping[int, str], index: int, top: int) -> str:
    """Return the title that a paragraph stands under, below that of its part, or ""."""
    above = range(index - 1, max(top, index - _FAR - 1), -1)
    return _wide(next((titles[at] for at in above if at in titles), ""))


def _figure(
    quantity: Quantity, where: Place, start: int, sentence: int, vocabulary: Vocabulary
) -> Figure:
    """Place a quantity; ``start`` and ``sentence`` are the paragraph's in the whole text."""
    numeral = quantity.numeral
    return Figure(
        value=numeral.value,
        upper=numeral.upper,
        step=numeral.step,
        unit=numeral.unit,
        approximate=numeral.approximate,
        leaning=_leaning(numeral.approximate, vocabulary),
        subject=quantity.subject,
        concept=quantity.concept,
        scope=quantity.scope,
        relation=quantity.relation,
        period=quantity.period,
        sentence=sentence + quantity.sentence,
        place=Place(
            part=where.part,
            block=where.block,
            start=numeral.start - start,
            end=numeral.end - start,
            line=where.line,
            page=where.page,
        ),
    )


def _leaning(word: str, vocabulary: Vocabulary) -> Leaning | None:
    """Return what a word beside a number says of it; nothing beside an exact one."""
    if not word:
        return None
    meant = (
        one for one in Leaning if vocabulary.pattern(f"quantities.{one.value}").match(word)
    )
    return next(meant, None)
