"""One report of a body: its text and its tables, laid out as a site lays it out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Final

from bodies import Body, Page
from body_pages import PAGES
from knowledge import FORMS

from govcheck.document.form import form_in_force
from province.figures import Values
from province.roster import Unit
from province.wording import Wording

_LAYOUTS: Final = (
    "portal",
    "record table",
    "neighbours",
    "layout table",
    "word",
    "section and article",
)
_HEADS: Final = (
    "（一）主动公开情况。", "（二）依申请公开情况。", "（三）政府信息管理情况。",
    "（四）政府信息公开平台建设情况。", "（五）监督保障情况。",
)  # fmt: skip
_ASSESSED: Final = (
    "年内组织政府信息公开工作考核1次，考核结果为良好以上，已经通报。"
    "开展政府信息公开社会评议1次，评议结果为满意。年内没有发生需要责任追究的情形。"
)
_INTRODUCTION: Final = (
    "根据《中华人民共和国政府信息公开条例》和{form}的要求，编制本报告。{scope}"
    "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、"
    "行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。"
    "本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"
    "如对本报告有疑问，请与{office}联系（地址：文昌路{door}号；邮编：650000；电话：0871-6{line:07}）。"
)
_SCOPE: Final = "本报告汇总了本级政府各部门和下级人民政府的政府信息公开工作数据。"
_OTHER: Final = "{year}年，没有收取政府信息公开信息处理费。没有其他需要报告的事项。"
_PARTS: Final = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
)
_KEPT: Final = "依申请公开工作由专人负责登记、审核、办理和归档。"


@dataclass(frozen=True, kw_only=True)
class Words:
    """What a body has written itself: the paragraphs under the five heads, and part five."""

    overview: tuple[str, ...]
    problems: str


def words_of(unit: Unit, year: int) -> Words:
    """Return the text of a body's report."""
    wording = Wording(f"{unit.name}/{year}")
    pairs = [one.split("|") for one in wording.lacks(3)]
    numbers = "一二三"
    lacks = "；".join(f"{numbers[at]}是{lack}" for at, (lack, _) in enumerate(pairs))
    cures = "；".join(f"{numbers[at]}是{cure}" for at, (_, cure) in enumerate(pairs))
    return Words(
        overview=tuple(wording.paragraph(size) for size in wording.sizes()),
        problems=f"存在的主要问题：{lacks}。\n改进措施：{cures}。{wording.paragraph(4)}",
    )


def page_of(unit: Unit, year: int, words: Words, values: Values, day: str) -> bytes:
    """Lay a report out as HTML, published on a day."""
    dice = Random(f"{unit.name}/{year}/page")
    body = replace(_body(unit, year, words, values), published=day)
    return _layout(dice).of(body)


def _layout(dice: Random) -> Page:
    return PAGES[dice.choice(_LAYOUTS)]


def _body(unit: Unit, year: int, words: Words, values: Values) -> Body:
    dice = Random(f"{unit.name}/contact")
    form = form_in_force(FORMS, year)
    assert form
    government = unit.kind == "government"
    introduction = _INTRODUCTION.format(
        form=form.citation,
        scope=_SCOPE if government else "",
        year=year,
        office=unit.name if unit.name.endswith("办公室") else f"{unit.name}办公室",
        door=dice.randint(1, 90),
        line=dice.randrange(10**7),
    )
    overview = list(words.overview)
    overview[1] = _requests(values) + _KEPT + overview[1]
    overview[4] += _ASSESSED if unit.kind in ("government", "township") else ""
    parts = (
        [f"{head}{text}" for head, text in zip(_HEADS, overview, strict=True)],
        ["| proactive"],
        ["| applications"],
        ["| review"],
        words.problems.split("\n"),
        [_OTHER.format(year=year)],
    )
    lines = [introduction]
    for title, paragraphs in zip(_PARTS, parts, strict=True):
        lines += [title, *paragraphs]
    return Body(
        name=unit.name,
        published="",
        source=unit.name,
        title=f"{unit.name}{year}年政府信息公开工作年度报告",
        paragraphs=tuple(lines),
        tables={table.id: _filled(values, table.id) for table in form.tables.values()},
        year=year,
    )


def _filled(values: Values, table: str) -> Mapping[str, Mapping[str, object]]:
    return values.get(table, {})


def _requests(values: Values) -> str:
    """Say what the table of applications has."""
    table = values["applications"]
    new, before, left = (
        table.get(row, {}).get("total", 0)
        for row in ("r1_new", "r2_carried_in", "r4_carried_out")
    )
    if not new and not before:
        return "全年未收到政府信息公开申请。"
    carried = f"，上年结转{before}件" if before else ""
    over = f"，结转下年度继续办理{left}件" if left else ""
    return f"全年新收政府信息公开申请{new}件{carried}，办结{new + before - left}件{over}。"
