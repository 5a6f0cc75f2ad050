"""Kinds on what no example can describe: dates that disagree, parts without numbers."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from knowledge import VOCABULARY

from govcheck.document.case import Case
from govcheck.document.form import Form, FormPart
from govcheck.document.found import Found, Origin
from govcheck.document.report import AgencyKind, Document, Part
from govcheck.document.source import Source
from govcheck.kinds.form.parts_sequence import PartsSequence
from govcheck.kinds.identity.deadline import Deadline, Limit
from govcheck.kinds.remark import Doubt, Inapplicable, Remark, Violation

_FORM = Form(
    id="form-2021",
    number="",
    title="格式",
    instrument="form-2021",
    first_year=2021,
    last_year=None,
    parts=(
        FormPart(id="overview", number=1, title="总体情况"),
        FormPart(id="proactive", number=2, title="主动公开政府信息情况"),
        FormPart(id="problems", number=3, title="存在的主要问题及改进情况"),
    ),
)
_DEADLINE = Deadline(
    limits=(
        Limit(agencies=(AgencyKind.DEPARTMENT,), month=1, day=31),
        Limit(agencies=(AgencyKind.GOVERNMENT,), month=3, day=31),
    )
)


def _published(
    *dates: tuple[date, Origin], kind: AgencyKind | None, signed: date | None = None
) -> list[Remark]:
    document = Document(
        vocabulary=VOCABULARY,
        source=Source(name="报告.html"),
        form=_FORM,
        agency_kind=kind,
        fiscal_year=Found(value=2024, origin=Origin.BODY),
        published=tuple(Found(value=day, origin=origin) for day, origin in dates),
        signed=Found(value=signed, origin=Origin.BODY) if signed else None,
    )
    return list(_DEADLINE.examine(Case(document=document)))


@given(st.dates(date(2025, 1, 1), date(2030, 12, 31)))
def test_a_stated_date_is_late_by_the_days_after_the_last(day: date) -> None:
    remarks = _published((day, Origin.LINE), kind=AgencyKind.DEPARTMENT)
    if day <= date(2025, 1, 31):
        assert remarks == []
        return
    (remark,) = remarks
    assert isinstance(remark, Violation)
    late = timedelta(days=int(remark.values["days_late"]))
    assert date(2025, 1, 31) + late == day


def test_dates_that_disagree_about_being_in_time_leave_it_open() -> None:
    remarks = _published(
        (date(2025, 1, 30), Origin.LINE),
        (date(2025, 2, 3), Origin.META),
        kind=AgencyKind.DEPARTMENT,
    )
    assert [type(remark) for remark in remarks] == [Doubt]


def test_a_late_date_in_an_address_or_a_signature_accuses_nobody() -> None:
    day, kind = date(2025, 6, 1), AgencyKind.GOVERNMENT
    for (remark,) in (
        _published((day, Origin.ADDRESS), kind=kind),
        _published(kind=kind, signed=day),
    ):
        assert isinstance(remark, Doubt)
        assert "2025年6月1日" in remark.reason


def test_an_address_can_show_that_it_was_in_time_and_a_signature_cannot() -> None:
    day = date(2025, 1, 10)
    assert _published((day, Origin.ADDRESS), kind=AgencyKind.DEPARTMENT) == []
    (remark,) = _published(kind=AgencyKind.DEPARTMENT, signed=day)
    assert isinstance(remark, Doubt)


@pytest.mark.parametrize(
    ("day", "expected"), [(date(2025, 1, 31), []), (date(2025, 2, 1), [Doubt])]
)
def test_an_unknown_kind_of_agency_is_in_time_only_by_the_earliest_limit(
    day: date, expected: list[type[Remark]]
) -> None:
    assert [type(remark) for remark in _published((day, Origin.LINE), kind=None)] == expected


def test_a_kind_of_agency_without_a_limit_has_none() -> None:
    (remark,) = _published((date(2025, 9, 1), Origin.LINE), kind=AgencyKind.TOWNSHIP)
    assert isinstance(remark, Inapplicable)


def _problems(
    *parts: tuple[str | None, int | None, str], file_format: str = "html"
) -> list[str]:
    document = Document(
        vocabulary=VOCABULARY,
        source=Source(name="报告", format=file_format),
        form=_FORM,
        parts=tuple(
            Part(id=part_id, number=number, title=title, start=index, end=index + 1)
            for index, (part_id, number, title) in enumerate(parts)
        ),
    )
    return [
        remark.values["problem"] if isinstance(remark, Violation) else remark.reason
        for remark in PartsSequence().examine(Case(document=document))
    ]


def test_a_report_that_stands_twice_is_one_finding() -> None:
    parts = [("overview", 1, "总体情况"), ("proactive", 2, "主动公开政府信息情况")]
    doubled = [one for one in _problems(*parts, *parts) if "出现 2 次" in one]
    assert doubled == ["2 个部分均出现 2 次，正文似有两遍"]


def test_a_part_that_stands_twice_is_reported_once() -> None:
    assert _problems(
        ("overview", 1, "总体情况"),
        ("proactive", 2, "主动公开政府信息情况"),
        ("proactive", 2, "主动公开政府信息情况"),
        ("problems", 3, "存在的主要问题及改进情况"),
    ) == ["“主动公开政府信息情况”出现 2 次"]


def test_numbers_that_close_the_gap_of_a_missing_part_are_not_reported_again() -> None:
    assert _problems(
        ("overview", 1, "总体情况"), ("problems", 2, "存在的主要问题及改进情况")
    ) == ["缺少“二、主动公开政府信息情况”，共 1 个部分"]


def test_parts_all_without_numbers_may_have_lost_them() -> None:
    (reason,) = _problems(
        ("overview", None, "总体情况"),
        ("proactive", None, "主动公开政府信息情况"),
        ("problems", None, "存在的主要问题及改进情况"),
    )
    assert "自动编号" in reason


def test_one_part_without_a_number_lacks_it() -> None:
    assert _problems(
        ("overview", None, "总体情况"),
        ("proactive", 2, "主动公开政府信息情况"),
        ("problems", 3, "存在的主要问题及改进情况"),
    ) == ["“总体情况”没有序号，应为“一、”"]


def test_a_text_that_begins_late_may_have_lost_its_first_number() -> None:
    assert _problems(
        ("overview", None, "总体情况"),
        ("proactive", 2, "主动公开政府信息情况"),
        ("problems", 3, "存在的主要问题及改进情况"),
        file_format="text",
    ) == ["“总体情况”没有序号，可能在提取时丢失"]


def test_numbers_out_of_step_are_one_finding_with_what_puts_them_so() -> None:
    (problem,) = _problems(
        ("overview", 1, "总体情况"),
        (None, 2, "工作机制"),
        ("proactive", 1, "主动公开政府信息情况"),
        ("problems", 2, "存在的主要问题及改进情况"),
    )
    assert problem.split("；") == [
        "“二、工作机制”不是统一格式规定的部分",
        "“主动公开政府信息情况”序号为“一、”，应为“二、”",
        "“存在的主要问题及改进情况”序号为“二、”，应为“三、”",
    ]
