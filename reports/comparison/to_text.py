"""A comparison as text, in lines that fit a terminal."""

from collections.abc import Iterator
from typing import Final

from govcheck.document.sentence import sentence
from govcheck.judging.contrast import Contrast
from govcheck.reports.comparison.view_cells import PairTable, pair_tables
from govcheck.reports.comparison.view_matters import (
    MattersView,
    MatterView,
    recurrence_views,
    said_views,
)
from govcheck.reports.comparison.view_pairs import PairsView, PairView, pairs_views
from govcheck.reports.comparison.view_relations import RelationView, relation_views
from govcheck.reports.comparison.words import ComparisonWords, words_of
from govcheck.reports.text_style import COLUMNS, TextStyle
from govcheck.reports.visible import visible
from govcheck.rulebook.rule import Rulebook

_PAIRS: Final = 20
"""So many pairs of sentences are printed; the page lists more."""
_CELLS: Final = 12


def to_text(
    contrast: Contrast, rulebook: Rulebook, *, color: bool = False, columns: int = COLUMNS
) -> str:
    """Render what was compared: figures, sentences, and findings in one report or in both."""
    style, words = TextStyle(columns=columns, color=color), words_of(contrast)
    blocks = [
        _head(contrast, words, style),
        *(_said(one, style) for one in said_views(contrast, rulebook)),
        *(_relation(one, style) for one in relation_views(contrast, rulebook)),
        *(_sentences(one, words, style) for one in pairs_views(contrast, rulebook)),
        _tables(contrast, tuple(pair_tables(contrast, rulebook)), style),
        *(_matters(one, words, style) for one in recurrence_views(contrast, rulebook)),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _head(contrast: Contrast, words: ComparisonWords, style: TextStyle) -> str:
    lines = [words.heading]
    for called, one in ((words.earlier, contrast.earlier), (words.later, contrast.later)):
        title = one.document.title.value if one.document.title else one.document.source.name
        lines.append(_field(called, f"{title}（{one.document.source.name}）", style))
    if contrast.why:
        lines.append(_field("没有比较", sentence(contrast.why), style))
    elif not contrast.said and not contrast.copies:
        lines.append("与上年度报告比较，没有发现问题。")
    return "\n".join(lines)


def _field(name: str, text: str, style: TextStyle) -> str:
    return style.fill(visible(text), first=f"{name}：", rest="    ")


def _said(one: MatterView, style: TextStyle) -> str:
    lines = [style.fill(visible(sentence(one.message)), first=f"[{one.badge}] ", rest="    ")]
    rule = ("规则", f"{one.title}（{one.rule}）")
    named = [("提示", one.hint), ("整改", one.remedy), *one.bases, rule]
    lines += [_field(f"    {name}", text, style) for name, text in named if text]
    return "\n".join(lines)


def _relation(relation: RelationView, style: TextStyle) -> str:
    due = "至多" if relation.at_most else "由上年得出"
    lines = [style.fill(visible(relation.title))]
    lines += [
        style.fill(
            visible(f"{one.name}：{due} {one.due}，本年 {one.stated}"),
            first=f"    {one.words}  ",
            rest=" " * 10,
        )
        for one in relation.lines
    ]
    if relation.nil:
        lines.append(f"    其余 {relation.nil} 行（列）均为 0")
    return "\n".join(lines)


def _sentences(found: PairsView, words: ComparisonWords, style: TextStyle) -> str:
    lines = [style.fill(visible(found.words))]
    for pair in found.pairs[:_PAIRS]:
        lines += _pair(pair, words, style)
    if found.total > _PAIRS:
        lines.append(f"    另有 {found.total - _PAIRS} 处，见 HTML 结果。")
    return "\n".join(lines)


def _pair(pair: PairView, words: ComparisonWords, style: TextStyle) -> Iterator[str]:
    for called, stretches in ((words.earlier, pair.earlier), (words.later, pair.later)):
        text = "".join(f"【{one.text}】" if one.differs else one.text for one in stretches)
        yield _field(f"    {called}", text or "（没有这一句）", style)


def _tables(contrast: Contrast, tables: tuple[PairTable, ...], style: TextStyle) -> str:
    """Say which cells of two copies differ; those of two years are on the page."""
    if not contrast.copies:
        return ""
    lines = []
    for table in tables:
        cells = [cell for row in table.rows for cell in row.cells if cell.differs]
        words = "；".join(f"{cell.name} {cell.earlier}→{cell.later}" for cell in cells[:_CELLS])
        more = f"等 {len(cells)} 格" if len(cells) > _CELLS else ""
        if table.why or cells:
            lines.append(_field(table.title, table.why or f"{words}{more}", style))
    return "\n".join(lines)


def _matters(group: MattersView, words: ComparisonWords, style: TextStyle) -> str:
    lines = [f"{group.title}（{group.total}）"]
    for one in group.matters:
        text = visible(sentence(one.message))
        lines.append(style.fill(text, first=f"  [{one.badge}] ", rest="    "))
        if one.before:
            lines.append(_field(f"    {words.earlier}", sentence(one.before), style))
    return "\n".join(lines)
