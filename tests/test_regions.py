"""What a place asks beyond the law is data: it binds whom it names, and no one else."""

import re
from pathlib import Path

import pytest

from govcheck.document.demand import Demand
from govcheck.errors import Unusable
from govcheck.judging.assessment import Finding
from govcheck.judging.engine import judge
from govcheck.kinds.remark import Outcome, Severity
from govcheck.rulebook.loading import load_rulebook
from govcheck.rulebook.rule import Rulebook, Status
from govcheck.trials.documents import example_case, example_document

BOOK = load_rulebook()
LAW = Path(__file__).parents[2] / "shared" / "regulations"
LONG = "聚焦群众关心的事项推进政务公开工作落实见效。" * 60

MORE = """\
id: more
title: 云岭省各地对年报的要求
notices:
  - place: 云岭/青禾
    title: 青政办发〔2025〕7号
    source: 自己的通知
    status: verbatim
    years: {from: 2024, to: 2024}
    asks:
      - {agencies: [department], published_by: {month: 1, day: 25}}
      - {agencies: [government], published_by: {month: 3, day: 31}}
      - {overview: {characters: 200}}
"""


PLACES = """\
id: places
title: 云岭省地名
words: {provinces: [云岭]}
places: {云岭: {prefectures: {青禾市: {}}}}
"""


def _with(tmp_path: Path, content: str, name: str = "more") -> Rulebook:
    path = tmp_path / "set" / "regions" / f"{name}.yaml"
    places = tmp_path / "set" / "vocabulary" / "places.yaml"
    for one, words in ((path, content), (places, PLACES)):
        one.parent.mkdir(parents=True)
        one.write_text(words, "utf-8")
    return load_rulebook(extra=[tmp_path / "set"])


def _found(book: Rulebook, rule: str, **document: object) -> list[Finding]:
    asked = book.rule(rule)
    assert asked is not None
    return list(judge(example_case(document, book.knowledge), asked)[1])


def _demands(**document: object) -> tuple[Demand, ...]:
    return example_document(document, BOOK.knowledge).demands


@pytest.mark.parametrize(
    ("agency", "kind", "region", "day"),
    [
        ("怀化市教育局", "department", None, (1, 28)),
        ("怀化市教育局", "department", "怀化", (1, 28)),
        ("湖南省怀化市教育局", "department", None, (1, 28)),
        ("怀化市教育局", "department", "湖南/怀化", (1, 28)),
        ("怀化市鹤城区人民政府", "government", None, (2, 20)),
        ("洪江市人民政府", "government", "湖南/怀化/洪江", (2, 20)),
        ("洪江市人民政府", "government", "湖南/怀化", (2, 20)),
        ("怀化市人民政府", "government", "湖南/怀化", None),
        ("怀化市鹤城区教育局", "department", "湖南/怀化", None),
        ("洪江市教育局", "department", "湖南/怀化", None),
        ("怀化市鹤城区石桥镇人民政府", "township", None, None),
        ("教育局", "department", "湖南/怀化", None),
        ("岳阳市教育局", "department", "湖南/岳阳", None),
        ("云岭市教育局", "department", "贵州/怀化", None),
    ],
)
def test_an_earlier_day_binds_whom_its_notice_names(
    agency: str, kind: str, region: str | None, day: tuple[int, int] | None
) -> None:
    told = {"agency": agency, "agency_kind": kind, "year": 2021}
    found = _demands(**told, **({"region": region} if region else {}))
    days = [(one.published_by.month, one.published_by.day) for one in found if one.published_by]
    assert days == ([day] if day else [])


@pytest.mark.parametrize("year", [2019, 2020, 2022, 2025])
def test_a_notice_of_one_year_does_not_speak_for_another(year: int) -> None:
    demands = _demands(agency="怀化市教育局", agency_kind="department", year=year)
    assert not demands


def test_the_earlier_day_is_no_lateness_by_the_law() -> None:
    found = _found(
        BOOK,
        "decree-711/deadline",
        agency="怀化市教育局",
        agency_kind="department",
        year=2021,
        published="2022-01-31",
    )
    (finding,) = found
    assert (finding.outcome, finding.severity) == (Outcome.FAIL, Severity.MINOR)
    assert "未逾《条例》期限（2022年1月31日）" in finding.message


def test_dates_on_both_sides_of_the_earlier_day_are_for_a_person() -> None:
    html = (
        '<meta name="pubdate" content="2022-01-30">'
        "<h1>怀化市教育局2021年政府信息公开工作年度报告</h1><p>发布日期：2022-01-26</p>"
        "<p>一、总体情况</p><p>全年公开政府信息120条。</p>"
    )
    found = _found(BOOK, "decree-711/deadline", agency_kind="department", html=html)
    assert [one.outcome for one in found] == [Outcome.OPEN]


def test_another_set_adds_its_own_places(tmp_path: Path) -> None:
    book = _with(tmp_path, MORE)
    told = {"agency": "青禾市教育局", "agency_kind": "department", "region": "云岭/青禾"}
    (finding,) = _found(book, "decree-711/deadline", **told, published="2025-01-29")
    assert "青政办发〔2025〕7号" in finding.message
    parts = {"overview": LONG, "proactive": "见表。"}
    (length,) = _found(book, "substance/overview-length", **told, parts=parts)
    assert "不超过 200 字" in length.message
    assert not _found(BOOK, "decree-711/deadline", **told, published="2025-01-29")


def test_the_law_s_own_day_is_asked_for_once(tmp_path: Path) -> None:
    book = _with(tmp_path, MORE)
    told = {"agency": "青禾市人民政府", "agency_kind": "government", "region": "云岭/青禾"}
    assert not _found(book, "decree-711/deadline", **told, published="2025-03-31")
    (late,) = _found(book, "decree-711/deadline", **told, published="2025-04-01")
    assert "逾期 1 天" in late.message
    rule = book.rule("decree-711/deadline")
    assert rule is not None
    draft, _ = judge(example_case({**told, "draft": True}, book.knowledge), rule)
    assert "2025年3月31日" in draft.reason
    assert "青政办发" not in draft.reason


def test_a_file_of_the_same_name_adds_to_the_shipped_one(tmp_path: Path) -> None:
    book = _with(tmp_path, MORE.replace("id: more", "id: hunan"), "hunan")
    assert set(BOOK.demands) < set(book.demands)


_REFUSED = {
    "another id": (("id: more", "id: other"), ":1: id 应与文件名相同：more"),
    "unknown key": (("    status: verbatim", "    status: verbatim\n    fax: x"), ":8: "),
    "unknown kind": (("[department]", "[departement]"), ":10: 机关种类：没有“departement”"),
    "no such day": (("day: 25", "day: 32"), ":10: 没有 1 月 32 日"),
    "later than the law": (
        (
            "[department], published_by: {month: 1",
            "[government, department], published_by: {month: 2",
        ),
        ":10: 晚于法定期限（department 为1月31日）；地方的规定不能放宽法定期限，请改早或删去",
    ),
    "later for some of all": (
        ("{overview: {characters: 200}}", "{published_by: {month: 3, day: 31}}"),
        ":12: 晚于法定期限（department 为1月31日）",
    ),
    "leap day": (("month: 1, day: 25", "month: 2, day: 29"), ":10: 没有 2 月 29 日"),
    "years reversed": (("to: 2024", "to: 2023"), ":8: to 早于 from"),
    "years before 2019": (("from: 2024", "from: 2013"), ":8: notices[1].years.from"),
    "nothing asked": (("{overview: {characters: 200}}", "{level: county}"), ":12: "),
    "never seen": (("verbatim", "memory"), ":7: 原件未见（memory）的，只能列 faults"),
    "no source": (("    source: 自己的通知\n", ""), "缺少 source"),
}


@pytest.mark.parametrize(("change", "reason"), _REFUSED.values(), ids=_REFUSED)
def test_what_is_wrong_is_refused_with_its_line(
    tmp_path: Path, change: tuple[str, str], reason: str
) -> None:
    assert change[0] in MORE
    with pytest.raises(ExceptionGroup) as caught:
        _with(tmp_path, MORE.replace(*change, 1))
    (error,) = caught.value.exceptions
    assert isinstance(error, Unusable)
    assert reason in str(error)
    assert "more.yaml:" in str(error)


def test_the_standard_of_sichuan_is_told_in_sichuan_alone() -> None:
    told = {"agency": "成都市教育局", "introduction": "根据《条例》编制本报告。"}
    (there,) = _found(BOOK, "format/statistics-period", region="四川/成都", **told)
    (elsewhere,) = _found(BOOK, "format/statistics-period", region="云南", **told)
    assert "DB51/T 2660—2019" in there.message
    assert elsewhere.message == "未写明统计期限。"
    assert {there.severity, elsewhere.severity} == {Severity.ADVICE}


@pytest.mark.skipif(not LAW.is_dir(), reason="the regulations are not at hand")
def test_every_shipped_notice_has_been_seen_or_says_that_it_has_not() -> None:
    pages = "".join(page.read_text("utf-8") for page in sorted(LAW.glob("*.md")))
    for demand in BOOK.demands:
        told = demand.title + demand.source
        if demand.status == Status.MEMORY:
            assert "原件未见" in demand.source
            continue
        marks = re.findall(r"https?://\S+|〔\d{4}〕\d+号|DB51/T 2660—2019", told)
        assert marks
        assert all(mark in pages for mark in marks)
        assert demand.period in pages
        assert all(fault.words in pages for fault in demand.faults)
