"""What a control of Word asks for is no text; what is raised behind a unit is a note."""

import pytest
from word_files import paragraph, read_lines, word_file


def control(words: str, *, prompting: bool) -> str:
    prompt = "<w:showingPlcHdr/>" if prompting else ""
    run = f"<w:r><w:t>{words}</w:t></w:r>"
    inside = f"<w:sdt><w:sdtPr>{prompt}</w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt>"
    return paragraph("收到：", inside)


def test_a_prompt_is_no_text() -> None:
    lines = read_lines(word_file(control("单击或点击此处输入文字。", prompting=True)))
    assert lines == ["收到："]


@pytest.mark.parametrize(("words", "prompting"), [("18件", True), ("多件", False)])
def test_what_was_put_in_is_text(words: str, prompting: bool) -> None:  # noqa: FBT001
    lines = read_lines(word_file(control(words, prompting=prompting)))
    assert lines == [f"收到：{words}"]


@pytest.mark.parametrize("figure", ["12", "186.52万元", "12 件"])
def test_a_note_raised_behind_a_figure_or_its_unit_is_none_of_it(figure: str) -> None:
    note = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>'
    run = f'<w:r><w:t xml:space="preserve">{figure}</w:t></w:r>'
    assert read_lines(word_file(paragraph(run, note))) == [figure]
