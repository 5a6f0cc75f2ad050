"""What figures and dates imply is asked with care: nothing rests on what is not known."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from govcheck.document.case import Case
from govcheck.document.found import Found, Origin
from govcheck.judging.engine import judge
from govcheck.kinds.figures.cell_magnitude import CellMagnitude
from govcheck.kinds.identity.later_dates import LaterDates
from govcheck.kinds.remark import Outcome
from govcheck.parameters import ColumnId, PassageName, RowId, TableId
from govcheck.rulebook.loading import load_rulebook
from govcheck.trials.documents import example_case

BOOK = load_rulebook()
NO_REGULATION = {"made": 8, "newly_public": 8, "public_total": 3}
DAYS = re.compile(r"(?P<year>\d{1,30})年(?P<month>\d{1,30})月(?:(?P<day>\d{1,30})日)?")


def _case(**document: object) -> Case:
    return example_case(document, BOOK.knowledge)


def _outcome(case: Case, rule: str = "format/figures-plausible") -> Outcome:
    asked = BOOK.rule(rule)
    assert asked is not None
    return judge(case, asked)[0].outcome


def test_a_table_read_in_scraps_is_not_accused() -> None:
    case = _case(year=2020, tables={"proactive-1": {"normative_docs": NO_REGULATION}})
    table = replace(case.document.tables["proactive-1"], partial=True)
    document = replace(case.document, tables={"proactive-1": table})
    assert _outcome(case) is Outcome.FAIL
    assert _outcome(replace(case, document=document)) is Outcome.OPEN


@pytest.mark.parametrize("cell", ["", "/", "若干"])
def test_a_cell_without_a_figure_proves_nothing(cell: str) -> None:
    told = {**NO_REGULATION, "public_total": cell}
    case = _case(year=2020, tables={"proactive-1": {"normative_docs": told, "rules": {}}})
    assert _outcome(case) is Outcome.PASS


@pytest.mark.parametrize(("limit", "times"), [("0", "10"), ("10", "1")])
def test_a_magnitude_that_asks_of_any_figure_is_refused(limit: str, times: str) -> None:
    with pytest.raises(ValueError, match="应大于"):
        CellMagnitude(
            table=TableId("proactive-8"),
            row=RowId("fees"),
            column=ColumnId("amount"),
            limit=Decimal(limit),
            agency=re.compile("县"),
            times=Decimal(times),
        )


def _later(text: str, *published: date) -> bool:
    case = _case(parts={"overview": text})
    dates = tuple(Found(value=day, origin=Origin.LINE) for day in published)
    document = replace(case.document, published=dates)
    check = LaterDates(
        passages=(PassageName("overview"),),
        days=DAYS,
        past=re.compile("了"),
        unless=re.compile("将"),
    )
    return any(check.examine(replace(case, document=document)))


@given(st.integers(0, 10**12), st.integers(0, 100), st.integers(0, 100))
def test_only_a_day_of_the_calendar_comes_later(year: int, month: int, day: int) -> None:
    published = date(2025, 1, 20)
    try:
        expected = date(year, month, day) > published
    except (ValueError, OverflowError):
        expected = False
    assert _later(f"{year}年{month}月{day}日召开了会议。", published) is expected


def test_a_month_is_later_when_all_of_it_is() -> None:
    published = date(2025, 1, 20)
    assert not _later("2025年1月召开了会议。", published)
    assert _later("2025年2月召开了会议。", published)


def test_of_several_publication_dates_the_last_counts() -> None:
    told = "2025年2月3日召开了会议。"
    assert _later(told, date(2025, 1, 20), date(2025, 2, 1))
    assert not _later(told, date(2025, 1, 20), date(2025, 2, 5))


@pytest.mark.parametrize(
    "opening",
    [
        "根据《条例》要求，现公布本报告。",
        "现将本报告予以公布，请社会各界监督。",
        "现将2024年度工作情况报告如下：",
        "本报告由局办公室编制，经局务会审定。",
    ],
)
@pytest.mark.parametrize("rest", ["", "\n特此报告。"])
def test_a_report_to_the_public_is_no_letter(opening: str, rest: str) -> None:
    case = _case(introduction=opening, parts={"other": f"没有其他事项。{rest}"})
    assert _outcome(case, "publication/cover-letter") is Outcome.PASS
