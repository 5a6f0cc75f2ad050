"""An empty report: title, statutory wording, headings and tables, with blanks to be filled.

Every blank is ＿＿＿＿, which the rule on placeholders finds as long as one is left; the cells
of the tables are empty, which the rule on cells finds.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from govcheck.document.form import Form, FormTable, part_numeral
from govcheck.document.report import AgencyKind
from govcheck.document.vocabulary import Vocabulary
from govcheck.readers.raw import RawBlock, RawGrid, RawPage, RawParagraph
from govcheck.trials.specimen import specimen_title
from govcheck.understanding.page.agency import kind_of
from govcheck.understanding.printed_form import printed_table

_BLANK: Final = "＿＿＿＿"
_INTRODUCTION: Final = """\
根据《中华人民共和国政府信息公开条例》和{citation}的要求，编制本报告。
本报告由{titles}{count}个部分组成。
本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。
如对本报告有疑问，请与{agency}联系（地址：{blank}；邮编：{blank}；电话：{blank}；电子邮箱：{blank}）。"""
_RESULTS: Final = """
工作考核结果：{blank}。社会评议结果：{blank}。责任追究结果：{blank}。"""
_TEXTS: Final[Mapping[str, str]] = {
    "overview": """\
（一）主动公开。{blank}
（二）依申请公开。{blank}
（三）政府信息管理。{blank}
（四）政府信息公开平台建设。{blank}
（五）监督保障。{blank}""",
    "problems": """\
存在的主要问题：一是{blank}；二是{blank}。
改进措施：一是{blank}；二是{blank}。""",
    "other": """\
{year}年，发出政府信息公开信息处理费收费通知{blank}件，总金额{blank}元，实际收取{blank}元。
其他需要报告的事项：{blank}。""",
}
"""What the parts that are told in words must speak of."""
_JUDGED_BY_ALL: Final = frozenset({AgencyKind.GOVERNMENT, AgencyKind.TOWNSHIP})
"""Whose overview must give the results that article 50, item 4 asks of 各级人民政府."""


def blank_report(form: Form, vocabulary: Vocabulary, *, year: int, agency: str) -> RawPage:
    """Return the report of an agency on a year that the form is in force for."""
    title = specimen_title(agency, year)
    words = {
        "agency": agency,
        "blank": _BLANK,
        "citation": form.citation,
        "count": part_numeral(form.parts[-1]),
        "titles": "，".join(part.title for part in form.parts),
        "year": year,
    }
    blocks = (
        RawParagraph(text=title, level=1),
        *_blocks(form, kind_of(agency, vocabulary), words),
    )
    return RawPage(blocks=blocks, title=title)


def _blocks(
    form: Form, kind: AgencyKind | None, words: Mapping[str, object]
) -> Iterator[RawBlock]:
    yield from _paragraphs(_INTRODUCTION, words)
    for part in form.parts:
        yield RawParagraph(text=f"{part_numeral(part)}、{part.title}", level=2)
        text = _TEXTS.get(part.id, "")
        if part.id == "overview" and kind in _JUDGED_BY_ALL:
            text += _RESULTS
        yield from _paragraphs(text, words)
        tables = [table for table in form.tables.values() if table.part == part.id]
        yield from map(_empty, tables)


def _paragraphs(text: str, words: Mapping[str, object]) -> Iterator[RawParagraph]:
    return (RawParagraph(text=line) for line in text.format_map(words).splitlines())


def _empty(table: FormTable) -> RawGrid:
    """Print a table with nothing in its cells."""
    line = dict.fromkeys(column.id for column in table.columns)
    return printed_table(table, {row.id: line for row in table.rows})
