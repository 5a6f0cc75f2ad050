"""One report of ours, and how a page may lay it out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape

from knowledge import FORMS

from govcheck.readers.raw import RawGrid
from govcheck.understanding.printed_form import printed_table

AGENCY = "云岭市教育局"
NAME = "2024年政府信息公开工作年度报告"
INTRODUCTION = (
    "根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》"
    "（国办公开办函〔2021〕30号）编制本报告。本报告所列数据的统计期限自2024年1月1日起至"
    "2024年12月31日止。如有疑问，请与云岭市教育局办公室联系（电话：0871-63100000）。"
)
HEADINGS = (
    ("一", "总体情况"),
    ("二", "主动公开政府信息情况"),
    ("三", "收到和处理政府信息公开申请情况"),
    ("四", "政府信息公开行政复议、行政诉讼情况"),
    ("五", "存在的主要问题及改进情况"),
    ("六", "其他需要报告的事项"),
)
TEXTS: Mapping[str, tuple[str, ...]] = {
    "一": (
        "（一）主动公开。2024年，通过门户网站主动公开政府信息1320条。",
        "（二）依申请公开。收到申请1014件，均已按时办理。",
    ),
    "五": ("政策解读的形式不够丰富。", "下一步，将增加图表、问答等形式，改进政策解读。"),
    "六": ("2024年，没有收取政府信息公开信息处理费。",),
}
VALUES: Mapping[str, Mapping[str, Mapping[str, object]]] = {
    "proactive-1": {"normative_docs": {"issued": 3, "repealed": 1, "in_force": 12}},
    "proactive-5": {"license": {"decisions": 4821}},
    "applications": {
        "r1_new": {"natural": 1012, "commercial": 2, "total": 1014},
        "r3_1": {"natural": 1010, "total": 1010},
        "r3_4_1": {"natural": 2, "commercial": 2, "total": 4},
        "r3_7_total": {"natural": 1012, "commercial": 2, "total": 1014},
    },
    "review-litigation": {"count": {"rev_upheld": 2, "rev_total": 2}},
}
TABLES = {
    "二": ("proactive-1", "proactive-5", "proactive-6", "proactive-8"),
    "三": ("applications",),
    "四": ("review-litigation",),
}


def plain_heading(number: str, title: str) -> str:
    return f"<p>{number}、{title}</p>"


def _same(text: str) -> str:
    return text


@dataclass(frozen=True, kw_only=True)
class Layout:
    """How the parts of a page are marked up; each takes and gives HTML."""

    heading: Callable[[str, str], str] = plain_heading
    title: str = f"<h1>{AGENCY}{NAME}</h1>"
    notice: str = '<div class="info">来源：云岭市教育局　发布日期：2025-01-20</div>'
    paragraph: str = "<p>{text}</p>"
    figure: Callable[[str], str] = _same
    cell: str = '<td rowspan="{height}" colspan="{width}">{text}</td>'
    table: str = '<table border="1">{rows}</table>'
    article: str = "<div>{text}</div>"
    before: str = ""
    after: str = ""
    head: str = '<meta charset="utf-8">'
    encoding: str = "utf-8"

    @property
    def page(self) -> bytes:
        """The whole page."""
        text = self.title + self.notice + self._paragraph(INTRODUCTION)
        text += "".join(self._part(number, title) for number, title in HEADINGS)
        body = self.before + self.article.format(text=text) + self.after
        title = f"<title>{AGENCY}{NAME}</title>"
        page = f"<!DOCTYPE html><html><head>{self.head}{title}</head><body>{body}</body></html>"
        return page.encode(self.encoding)

    def _part(self, number: str, title: str) -> str:
        paragraphs = map(self._paragraph, TEXTS.get(number, ()))
        tables = map(self._table, TABLES.get(number, ()))
        return "\n".join((self.heading(number, title), *paragraphs, *tables))

    def _paragraph(self, text: str) -> str:
        return self.paragraph.format(text=escape(text))

    def _table(self, table_id: str) -> str:
        form = FORMS["form-2021"].tables[table_id]
        return self.table.format(rows=self._rows(printed_table(form, VALUES.get(table_id, {}))))

    def _rows(self, grid: RawGrid) -> str:
        rows: list[list[str]] = [[] for _ in range(grid.height)]
        for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.column)):
            text = self.figure(cell.text) if cell.text.isdigit() else escape(cell.text)
            rows[cell.row].append(
                self.cell.format(height=cell.height, width=cell.width, text=text)
            )
        return "".join(f"<tr>{''.join(cells)}</tr>" for cells in rows)
