"""A text longer than any report is shown where its evidence stands; a usual one whole."""

from itertools import pairwise
from typing import Any

import pytest
from assessments import assessment, finding, rulebook
from hypothesis import given
from hypothesis import strategies as st
from submitted import document, paragraph

from govcheck.document.blocks import Block, Grid, GridCell
from govcheck.document.evidence import Evidence
from govcheck.document.place import Place
from govcheck.document.text import Text
from govcheck.judging.assessment import Assessment
from govcheck.reports import render
from govcheck.reports.abridgement import stretches
from govcheck.reports.marks import Mark
from govcheck.reports.references import Reference
from govcheck.reports.segments import Segment, segments

lexbor = pytest.importorskip("selectolax.lexbor")


def page(blocks: list[Block], *places: Place) -> Any:  # noqa: ANN401 - a parsed page
    found = [finding("prose", "见此", Evidence(quote="证据", place=place)) for place in places]
    return lexbor.LexborHTMLParser(source(assessment(of=document(blocks), found=found)))


def source(of: Assessment) -> str:
    return render("html", of, rulebook()).decode()


def lines(count: int) -> list[Block]:
    return [paragraph(f"第{number}段。", line=18 + number) for number in range(count)]


def test_a_long_report_is_shown_whole() -> None:
    text = page(lines(3000)).css_first(".paper").text()
    assert "第0段" in text
    assert "第1500段" in text
    assert not page(lines(3000)).css(".gap")


def test_of_a_text_without_end_the_evidence_and_its_neighbours_are_shown() -> None:
    of = page(lines(30_000), Place(part="overview", block=4 + 20_000, start=0, end=2))
    text = of.css_first(".paper").text()
    assert of.css_first("mark#e1-1").text() == "第2"
    for shown in (0, 100, 19_998, 19_999, 20_001, 20_002):
        assert f"第{shown}段" in text
    for hidden in (15_000, 19_990, 20_010, 29_000):
        assert f"第{hidden}段" not in text
    gaps = [node.text() for node in of.css(".gap")]
    assert "全文见原文件" in gaps[0]
    left_out = sum(int("".join(filter(str.isdigit, gap)) or 0) for gap in gaps[1:])
    assert left_out + len(of.css(".paper > p:not(.gap), .paper > .scroll")) == 30_000 + 8


def test_a_paragraph_without_end_shows_its_evidence_and_both_ends() -> None:
    long = "甲" * 2_000_000 + "证据" + "乙" * 2_000_000
    place = Place(part="overview", block=4, start=2_000_000, end=2_000_002)
    of = page([paragraph(long, line=18)], place)
    assert of.css_first("mark#e1-1").text() == "证据"
    assert "略去 1998000 字" in of.css_first(".paper").text()
    assert len(of.css_first(".paper").text()) < 20_000


def test_a_table_without_end_shows_its_first_cells() -> None:
    cells = tuple(
        GridCell(row=at // 100, column=at % 100, height=2, text=Text(normal="数", written="数"))
        for at in range(50_000)
    )
    of = page([Grid(cells=cells, height=501, width=100, line=18)])
    assert "此表共 50000 格，略去 48000 格" in of.css_first(".paper").text()
    assert len(of.css(".original td")) < 3000


def test_page_of_a_text_without_end_stays_small() -> None:
    text = "本局依法公开信息。" * 9
    of = document([paragraph(text, line=18)] * 60_000)
    assert len(source(assessment(of=of))) < 400_000


@given(st.integers(0, 600), st.sets(st.integers(0, 599), max_size=20))
def test_stretches_follow_each_other_and_hold_what_is_marked(
    length: int, marked: set[int]
) -> None:
    marked = {index for index in marked if index < length}
    found = list(stretches(length, marked))
    shown = [index for stretch in found for index in stretch]
    assert shown == sorted(set(shown))
    assert marked <= set(shown) <= set(range(length))
    assert all(one.stop < other.start for one, other in pairwise(found))


SPANS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=8)


@given(SPANS)
def test_runs_are_cut_at_every_border_and_point_to_all_that_reaches_them(
    spans: list[tuple[int, int]],
) -> None:
    text = "一二三四五六七八九十"
    marks = tuple(
        Mark(anchor=f"a{at}", finding=_reference(at), tone=f"t{at}", start=start, end=end)
        for at, (start, end) in enumerate(spans)
    )
    runs = list(segments(Text(normal=text, written=text), marks))
    assert "".join(run.text for run in runs) == text
    assert sorted(one for run in runs for one in run.anchors) == [
        f"a{at}" for at in range(len(spans))
    ]
    told = {one.words for run in runs for one in run.findings}
    assert told == {str(at) for at in range(len(spans))}
    assert [run.tone for run in runs if run.text] == _tones(runs, spans, len(text))


def _reference(at: int) -> Reference:
    return Reference(words=str(at), target=f"f{at}", slug=str(at))


def _tones(runs: list[Segment], spans: list[tuple[int, int]], length: int) -> list[str | None]:
    """Say slowly which mark, the first of all that reach over it, gives a run its tone."""
    reach = [
        (min(start, length - 1), max(min(start, length - 1) + 1, min(end, length)))
        for start, end in spans
    ]
    tones: list[str | None] = []
    at = 0
    for run in runs:
        over = [one for one, (start, end) in enumerate(reach) if start <= at < end]
        if run.text:
            tones.append(f"t{over[0]}" if over else None)
        at += len(run.text)
    return tones
