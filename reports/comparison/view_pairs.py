"""Sentences side by side: those that are repeated, or those in which two copies differ."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from govcheck.comparison.difference import Stretch, between_ends, marked
from govcheck.comparison.repetition import Repetition
from govcheck.comparison.sentences import Sentence
from govcheck.comparison.versions import Change, PlacedSentence
from govcheck.document.report import Document
from govcheck.document.whereabouts import part_name
from govcheck.judging.contrast import Contrast
from govcheck.kinds.history.copied_sentences import CopiedSentences
from govcheck.rulebook.rule import Rulebook

MOST_PAIRS: Final = 300
"""So many pairs a person may want to see; the rest are counted."""
_LONGEST: Final = 600
"""Characters of a sentence that are shown."""

Stretches = tuple[Stretch, ...]


class PairView(Struct, frozen=True, kw_only=True):
    """Two sentences, the earlier first; one of them may be missing."""

    part: str
    earlier: Stretches
    later: Stretches


class PairsView(Struct, frozen=True, kw_only=True):
    """Pairs of sentences, and what they come to."""

    words: str
    """Chinese: how many of how many, and how that was counted."""
    counted: int | None
    """Sentences of this year's report that count; None of two copies."""
    total: int
    """Pairs in all."""
    pairs: tuple[PairView, ...]


def pairs_views(contrast: Contrast, rulebook: Rulebook) -> Iterator[PairsView]:
    """Yield what each rule on repeated sentences has counted, or what two copies differ in."""
    if contrast.why:
        return
    if contrast.copies:
        yield _changes(contrast)
        return
    for use in (use for rule in rulebook.rules for use in rule.checks):
        if not isinstance(use.check, CopiedSentences):
            continue
        if (found := use.check.repetition(contrast.later.case)) and found.counted:
            yield _repeated(contrast, use.check, found)


def _repeated(contrast: Contrast, check: CopiedSentences, found: Repetition) -> PairsView:
    last, this = contrast.earlier.document, contrast.later.document
    words = (
        f"不计法定表述、格式用语和不足 {check.least} 字的句子，遮去年份、数字和序号，本年计入"
        f" {found.counted} 句，与上年相同 {found.repeated} 句，"
        f"占 {found.repeated}÷{found.counted}＝{found.share.normalize():f}%。"
    )
    pairs = (
        _pair(this, _sentence(last, one), _sentence(this, other), other, check)
        for one, other in found.pairs[:MOST_PAIRS]
    )
    return PairsView(
        words=words, counted=found.counted, total=found.repeated, pairs=tuple(pairs)
    )


def _pair(
    document: Document, one: str, other: str, at: Sentence, check: CopiedSentences
) -> PairView:
    earlier, later = marked(one, other, check.masked)
    part = part_name(at.passage.part or "", document)
    return PairView(part=part, earlier=_cut(earlier), later=_cut(later))


def _sentence(document: Document, sentence: Sentence) -> str:
    return sentence.evidence(document).quote


def _changes(contrast: Contrast) -> PairsView:
    found, document = contrast.changes, contrast.later.document
    words = f"两个文本的文字有 {len(found)} 处不同。" if found else "两个文本的文字没有不同。"
    pairs = tuple(_change(one, document) for one in found[:MOST_PAIRS])
    return PairsView(words=words, counted=None, total=len(found), pairs=pairs)


def _change(change: Change, document: Document) -> PairView:
    before, after = _text(change.before), _text(change.after)
    piece = change.after or change.before
    earlier, later = between_ends(before, after)
    part = part_name(piece.part, document) if piece else ""
    return PairView(part=part, earlier=_cut(earlier), later=_cut(later))


def _text(piece: PlacedSentence | None) -> str:
    return piece.text if piece else ""


def _cut(stretches: Sequence[Stretch]) -> Stretches:
    """Return the beginning of a sentence without end."""
    shown, room = list[Stretch](), _LONGEST
    for one in stretches:
        if len(one.text) > room:
            return (*shown, replace(one, text=f"{one.text[:room]}…"))
        shown.append(one)
        room -= len(one.text)
    return tuple(shown)
