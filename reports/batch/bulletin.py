"""The draft of a bulletin (通报) on many reports, as a Word file that an office completes."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import count, groupby
from typing import Final

from govcheck.document.naming import day_words
from govcheck.document.sentence import sentence
from govcheck.kinds.remark import Severity
from govcheck.reports.batch.bulletin_content import Asked, BulletinContent, named_by
from govcheck.reports.batch.overview import Named
from govcheck.reports.batch.timing import Timing
from govcheck.reports.letter import Letter
from govcheck.reports.letter_links import Linked, Words
from govcheck.reports.stored_zip import with_constant_times
from govcheck.reports.visible import visible
from govcheck.reports.wording import numeral, span

_REPORT: Final = "政府信息公开工作年度报告"
_DAY: Final = "＿＿＿＿年＿＿月＿＿日"
_SIGNED_ON: Final = "　　　　年　　月　　日"
_GRAVITY: Final = {
    Severity.CRITICAL: "单项否决的问题",
    Severity.MAJOR: "重大问题",
    Severity.MINOR: "一般问题",
}
_TIMINGS: Final = {
    Timing.IN_TIME: "按期公布的{}份",
    Timing.LATE: "逾期公布的{}份",
    Timing.NOTICED: "未逾法定期限、晚于当地所定日期的{}份",
    Timing.OPEN: "是否按期尚待核实的{}份",
    Timing.SETTLED: "经人工决定不计逾期的{}份",
    Timing.UNLIMITED: "没有法定期限或者机关类别不明的{}份",
}
_LEAGUE: Final = "检查结果一览表"
_ASKED: Final = "待核实事项"
_MOST_NAMED: Final = 60
"""Bodies that are named for one problem, or told of; the rest are counted."""
_MOST_LINES: Final = 1_000
"""Lines of a table; an official paper has fewer, and a league table has them all."""


def bulletin(content: BulletinContent) -> bytes:
    """Render what was checked, what is wrong and whose it is; annexes: all bodies, open items.

    Names lead to the reports' own pages, by paths from the bulletin's folder.
    """
    letter = Letter(f"关于{_years(content.years)}{_REPORT}\n检查情况的通报（稿）")
    letter.centered("＿＿＿＿〔　　　　〕　　号")
    letter.plain("", indent=False)
    letter.plain("各有关单位：", indent=False)
    letter.plain(
        f"根据《中华人民共和国政府信息公开条例》等规定，我单位于{_DAY}对{content.bodies}家单位的"
        f"{content.reports}份{_years(content.years)}{_REPORT}{_undated(content)}进行了检查，"
        "现将有关情况通报如下。"
    )
    numbers = map(numeral, count(1))
    letter.heading(f"{next(numbers)}、检查结果")
    letter.plain(_results(content))
    letter.heading(f"{next(numbers)}、公布时间")
    _write_timing(letter, content)
    letter.heading(f"{next(numbers)}、存在的问题")
    _write_failures(letter, content)
    letter.heading(f"{next(numbers)}、有关要求")
    letter.plain("＿＿＿＿＿＿＿＿＿＿＿＿（由发文单位填写）", with_next=True)
    _close(letter, content)
    _write_league(letter, content)
    if content.asked:
        _write_asked(letter, content.asked)
    buffer = BytesIO()
    letter.save(buffer)
    return with_constant_times(buffer.getvalue())


def _years(years: Sequence[int]) -> str:
    """Name years, ascending: 2021—2023年, 2021年、2023年, and nothing where none is known."""
    if len(years) > 1 and years[-1] - years[0] == len(years) - 1:
        return f"{years[0]}—{years[-1]}年"
    return "、".join(f"{year}年" for year in years)


def _undated(content: BulletinContent) -> str:
    told = content.years and content.undated
    return f"（其中{content.undated}份的年度未能确定）" if told else ""


def _results(content: BulletinContent) -> str:
    verdicts = "，".join(f"{verdict}{number}份" for verdict, number in content.verdicts)
    refused = f"另有{content.refused}份文件未能检查。" if content.refused else ""
    asked = "待核实的事项见附件2，不作为问题通报。" if content.asked else ""
    return f"检查结论：{verdicts}（见附件1）。{refused}{asked}"


def _write_timing(letter: Letter, content: BulletinContent) -> None:
    said = [_TIMINGS[kind].format(number) for kind, number in content.timings if number]
    if said:
        letter.plain(f"{'，'.join(said)}。")
    if content.late:
        head = ("序号", "单位", "公布日期", "法定期限", "逾期天数")
        rows = [
            (
                str(number),
                (_link(one.named),),
                day_words(one.published),
                day_words(one.deadline),
                str(one.days),
            )
            for number, one in enumerate(content.late[:_MOST_LINES], 1)
        ]
        letter.listing(head, rows, (14, 62, 32, 32, 16))
        letter.plain("", indent=False)
    for year, group in groupby(content.missing, key=lambda one: one.year):
        bodies = [visible(one.body) for one in group]
        of = f"{year}" if year else ""
        letter.plain(f"没有公布{of}年度报告的{len(bodies)}家：{'、'.join(bodies)}。")


def _write_failures(letter: Letter, content: BulletinContent) -> None:
    if not content.failures:
        letter.plain("已核验的内容中没有发现其他不符合规定的问题。")
    grades = groupby(content.failures, key=lambda one: one.severity)
    for grade, (severity, group) in enumerate(grades, 1):
        letter.subheading(f"（{numeral(grade)}）{_GRAVITY[severity]}")
        for number, one in enumerate(group, 1):
            letter.item(f"{number}. {visible(one.title)}（{len(one.bodies)}家）")
            letter.pieces(tuple(_names(one.bodies)))
            for words in one.told[:_MOST_NAMED]:
                letter.plain(sentence(visible(words)))


def _names(bodies: Sequence[Named]) -> Iterator[str | Linked]:
    """Yield the names, each leading to its page: 甲局、乙局等 70 家。."""
    for number, one in enumerate(bodies[:_MOST_NAMED]):
        if number:
            yield "、"
        yield _link(one)
    yield f"等{len(bodies)}家。" if len(bodies) > _MOST_NAMED else "。"


def _close(letter: Letter, content: BulletinContent) -> None:
    letter.plain("", indent=False, with_next=True)
    titles = (_LEAGUE, _ASKED) if content.asked else (_LEAGUE,)
    for number, title in enumerate(titles, 1):
        letter.plain(
            f"{'附件：' if number == 1 else '　　　'}{number}. {title}", with_next=True
        )
    letter.signature(("发文单位（盖章）", _SIGNED_ON))


def _write_league(letter: Letter, content: BulletinContent) -> None:
    letter.annex("附件1", _LEAGUE)
    rows = [
        (
            rank,
            (_link(named_by(one)),),
            one.verdict or "未检查",
            span(one.confirmed, one.possible) if one.refused is None else "",
            one.published.isoformat() if one.published else "",
            f"{one.critical}／{one.major}／{one.minor}" if one.refused is None else "",
        )
        for rank, one in content.ranked[:_MOST_LINES]
    ]
    head = ("名次", "单位", "结论", "得分", "发布日期", "否决／重大／一般")
    letter.listing(head, rows, (14, 48, 18, 20, 32, 24))
    letter.plain("得分为区间的，差额取决于待核实的事项；区间与其他单位重叠的，并列。")
    _write_rest(letter, len(content.ranked))


def _write_asked(letter: Letter, asked: Sequence[Asked]) -> None:
    letter.annex("附件2", _ASKED)
    letter.plain("下列事项仅凭文件不能判断，或者文件未能读取，核实之前不作为问题。")
    rows: list[tuple[Words, ...]] = [
        (str(number), tuple(_names(one.named))[:-1], visible(one.words), "")
        for number, one in enumerate(asked[:_MOST_LINES], 1)
    ]
    letter.listing(("序号", "单位", "待核实的事项", "核实情况"), rows, (14, 48, 64, 30))
    _write_rest(letter, len(asked))


def _write_rest(letter: Letter, total: int) -> None:
    if total > _MOST_LINES:
        letter.plain(f"另有{total - _MOST_LINES}行，见名次表。")


def _link(named: Named) -> Linked:
    return Linked(visible(named.body), named.page)
