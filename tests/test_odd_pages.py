"""Pages as offices save them: rows of nothing, and names that say something else."""

import re
from collections.abc import Callable
from functools import cache

import pytest
from agreement import RULEBOOK, facts, findings
from edition_reports import body_of
from refusals import refusal_of
from word_renderings import page_of, text_of

from govcheck.checking import read
from govcheck.document.report import Document

NAME = "culture-2022-flawed"
ROWS = {
    "cells without anything": f"<tr>{'<td></td>' * 15}</tr>",
    "cells of spaces": f"<tr>{'<td>&nbsp;</td>' * 15}</tr>",
    "cells of wide spaces": f"<tr>{'<td>　</td>' * 15}</tr>",
    "cells of Word": f"<tr>{'<td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td>' * 15}</tr>",
    "columns of Word": "<![if !supportMisalignedColumns]><tr height=0>"
    f"{'<td width=37></td>' * 15}</tr><![endif]>",
    "columns of Excel": f"<tr height=0 style='display:none'>{'<td width=64></td>' * 15}</tr>",
    "hidden": f"<tr style='display:none'>{'<td>待补XX</td>' * 15}</tr>",
    "one wide cell": "<tr><td colspan=15></td></tr>",
    "no cell": "<tr></tr>",
}
LAST = re.compile(r"<tr>(?:(?!<tr>).)*</table>", re.DOTALL)
SUFFIXES = (
    *(".shtml", ".jsp", ".aspx", ".php", ".do", ".xls", ".et", ".doc", ".wps"),
    *(".docx", ".pdf", ".mht", ".txt", ".xml", ".csv", ""),
)
XHTML = (
    '<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head>'
    '<title/><script src="a.js"/></head>'
)


@cache
def page() -> str:
    return page_of(body_of(NAME))


def first(row: str) -> str:
    return re.sub(r"<table[^>]*>", rf"\g<0>{row}", page())


def above_the_last(row: str) -> str:
    return LAST.sub(lambda match: row + match[0], page())


def last(row: str) -> str:
    return page().replace("</table>", f"{row}</table>")


def document_in(content: bytes, name: str = "报告.html") -> Document:
    return read(content, name=name, knowledge=RULEBOOK.knowledge)


@cache
def plain() -> Document:
    return document_in(page().encode())


def assert_the_same(document: Document) -> None:
    assert facts(document) == facts(plain())
    assert findings(document) == findings(plain())


@pytest.mark.parametrize("put", [first, above_the_last, last])
@pytest.mark.parametrize("row", ROWS)
def test_a_row_without_text_is_no_row(row: str, put: Callable[[str], str]) -> None:
    assert_the_same(document_in(put(ROWS[row]).encode()))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_page_is_one_under_any_name(suffix: str) -> None:
    assert_the_same(document_in(page().encode(), f"报告{suffix}"))


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (page().replace("<html>", XHTML).encode(), "报告.xhtml"),
        (
            f'<%@ page language="java" %>\n<!-- 页 --><!DOCTYPE html>{page()}'.encode(),
            "报告.jsp",
        ),
        (page().encode("utf-16"), "报告.xls"),
        (page().encode("gb18030"), "报告.aspx"),
    ],
)
def test_pages_of_servers_and_sheets(content: bytes, name: str) -> None:
    assert_the_same(document_in(content, name))


def test_a_text_called_a_page_is_a_text() -> None:
    text = text_of(body_of(NAME)).encode()
    assert findings(document_in(text)) == findings(document_in(text, "报告.txt"))


SHEET = b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'
PARTS = b"<pkg:package xmlns:pkg='http://schemas.microsoft.com/office/2006/xmlPackage'>"
WORD_2003 = b"<w:wordDocument xmlns:w='http://schemas.microsoft.com/office/word/2003/wordml'>"


def _compound(stream: str) -> bytes:
    """Write as much of a compound file as tells what it is."""
    entry = stream.encode("utf-16-le").ljust(128, b"\0")
    return bytes.fromhex("d0cf11e0a1b11ae1").ljust(512, b"\0") + entry


@pytest.mark.parametrize(
    ("content", "name", "what"),
    [
        (_compound("Workbook"), "报告.et", "电子表格"),
        (_compound("Book"), "报告.doc", "电子表格"),
        (_compound("PowerPoint Document"), "报告.wps", "演示文稿"),
        (_compound("WordDocument"), "报告.wps", "旧版 Word 文件"),
        (_compound("WordDocument") + _compound("Workbook"), "报告.xls", "旧版 Word 文件"),
        (_compound("EncryptedPackage"), "报告.docx", "已加密"),
        (_compound("CONTENTS"), "报告.wps", "旧版 Office 文件"),
        (SHEET, "报告.xls", "电子表格"),
        (WORD_2003, "报告.doc", "Word 2003 XML"),
        (PARTS, "报告.xml", "Word XML"),
        (b"\0\1\2", "报告.ofd", "OFD"),
        (b"%!PS", "报告.ceb", "CEB"),
        (b"%!PS", "报告.pdf", "已损坏或改过后缀"),
        (b"", "报告.doc", "文件为空"),
        ("董事会保证年度报告不存在虚假记载。".encode(), "报告.html", "没有找到"),
    ],
)
def test_a_refusal_says_what_the_file_is(content: bytes, name: str, what: str) -> None:
    said = refusal_of(lambda: document_in(content, name))
    assert what in said
    assert "\n" not in said


def test_an_encrypted_word_file_of_old_says_so() -> None:
    begin = b"\xec\xa5" + bytes(8) + b"\x00\x01"
    content = _compound("WordDocument").ljust(1024, b"\0") + begin
    assert "已加密" in refusal_of(lambda: document_in(content, "报告.doc"))
