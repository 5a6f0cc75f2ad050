"""Which headings divide a document into its parts."""

import pytest
from pages import IDS, INTRODUCTION, SIX, TITLE, part_ids, read_lines, texts

from govcheck.document.blocks import Image, Paragraph
from govcheck.readers.raw import RawCell, RawGrid, RawParagraph


def test_the_six_parts() -> None:
    document = read_lines(TITLE, INTRODUCTION, *SIX)
    assert part_ids(document) == IDS
    assert [part.number for part in document.parts] == [1, 2, 3, 4, 5, 6]
    assert {part.known_by for part in document.parts} <= {"title", "variant"}
    assert document.parts[-1].end == len(document.body)


@pytest.mark.parametrize(
    "heading",
    [
        "一、 总 体 情 况",
        "一 、总体情况：",
        "—、总体情况",
        "一．总体情况",
        "第一部分 总体情况",
        "总体情况",
        "1、总体情况",
        "（一）总体情况",
        "一、總體情況",
    ],
)
def test_one_heading_in_many_spellings(heading: str) -> None:
    document = read_lines(TITLE, INTRODUCTION, heading, *SIX[1:])
    assert part_ids(document)[-5:] == IDS[1:]
    if not heading.startswith("（"):
        assert part_ids(document) == IDS


def test_all_parts_numbered_by_brackets() -> None:
    lines = [f"（{line[0]}）{line[2:]}" if line[1] == "、" else line for line in SIX]
    assert part_ids(read_lines(TITLE, *lines)) == IDS


@pytest.mark.parametrize(
    ("heading", "part_id", "known_by"),
    [
        ("五、政府信息公开工作存在的主要问题及改进情况", "problems", "variant"),
        ("五、不足与打算", "problems", "content"),
        ("五、今后的努力方向", "problems", "number"),
    ],
)
def test_how_a_part_is_known(heading: str, part_id: str, known_by: str) -> None:
    document = read_lines(TITLE, *SIX[:5], heading, *SIX[6:])
    part = document.part(part_id)
    assert part is not None
    assert part.known_by == known_by
    assert part.title == heading[2:]


def test_an_unknown_part_goes_by_no_id() -> None:
    document = read_lines(TITLE, *SIX, "七、下属单位名单", "云岭市第一中学。")
    assert part_ids(document) == [*IDS, None]


def test_parts_renumbered_around_an_unknown_one() -> None:
    document = read_lines(
        TITLE,
        *SIX[:2],
        "二、工作机制保障",
        "有专人负责。",
        "三、主动公开政府信息情况",
        "共320条。",
    )
    assert part_ids(document) == ["overview", None, "proactive"]


@pytest.mark.parametrize(
    "items",
    [
        ("一、加强组织领导", "二、完善工作制度", "三、依申请公开"),
        ("一、主动公开情况", "二、依申请公开情况", "三、存在的问题"),
        ("一、提高认识。", "二、加强培训。"),
    ],
)
def test_a_list_inside_a_part_makes_no_parts(items: tuple[str, ...]) -> None:
    document = read_lines(TITLE, *SIX[:2], *items, *SIX[2:])
    assert part_ids(document) == IDS
    assert document.parts[0].end == 3 + len(items)


def test_a_list_in_a_late_part_makes_no_parts() -> None:
    document = read_lines(TITLE, *SIX[:6], "一、存在的主要问题", "二、改进措施", *SIX[6:])
    assert part_ids(document) == IDS


def test_a_table_of_contents_makes_no_parts() -> None:
    document = read_lines(TITLE, *(line for line in SIX if line[1] == "、"), INTRODUCTION, *SIX)
    assert part_ids(document) == IDS
    assert document.parts[0].start > 6


def test_names_of_parts_in_a_sentence_make_no_parts() -> None:
    listing = "一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况。"
    document = read_lines(TITLE, listing, *SIX)
    assert part_ids(document) == IDS


def test_a_part_that_comes_twice_is_twice_there() -> None:
    assert part_ids(read_lines(TITLE, *SIX, *SIX[-2:])) == [*IDS, "other"]


def test_text_behind_a_heading_is_a_paragraph_of_its_own() -> None:
    document = read_lines(TITLE, "一、 总体情况　２０２４年，本局公开信息３２０条。", *SIX[2:])
    assert texts(document.body)[1:3] == ["一、总体情况", "2024年，本局公开信息320条。"]
    paragraph = document.body[2]
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text.quote(5, 7) == "，本"
    assert document.parts[0].title == "总体情况"


def test_levels_of_headings() -> None:
    document = read_lines(
        TITLE, *SIX[:1], "（一）主动公开", "1.公开渠道", "2.全年公开320条。", *SIX[1:]
    )
    levels = [block.heading for block in document.body[:5] if isinstance(block, Paragraph)]
    assert levels == [1, 2, 3, 4, None]


def test_a_picture_stands_for_the_table_of_its_part() -> None:
    document = read_lines(
        TITLE, *SIX[:3], "微信截图_20250120.png", SIX[3], "表三.PNG表三续.PNG"
    )
    images = [block for block in document.body if isinstance(block, Image)]
    assert [image.table for image in images] == ["proactive-1", "applications", "applications"]


def test_a_picture_beside_a_table_stands_for_none() -> None:
    cells = (RawCell(row=0, column=0, text="规章"), RawCell(row=0, column=1, text="0"))
    grid = RawGrid(cells=cells, height=1, width=2)
    document = read_lines(TITLE, *SIX[:3], Image(source="图1.png"), grid, *SIX[3:])
    images = [block for block in document.body if isinstance(block, Image)]
    assert [image.table for image in images] == [None]


def test_passages_have_the_text_of_their_part() -> None:
    document = read_lines(TITLE, INTRODUCTION, *SIX)
    assert document.passages["introduction"].text == INTRODUCTION
    assert document.passages["problems"].text == SIX[6]
    assert document.passages["proactive"].text == ""
    assert document.passages["body"].text.startswith(TITLE)


def test_markup_alone_makes_no_part() -> None:
    document = read_lines(TITLE, *SIX[:2], RawParagraph(text="特色亮点", level=2), *SIX[2:])
    assert part_ids(document) == IDS
