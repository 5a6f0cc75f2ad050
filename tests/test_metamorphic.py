"""What does not change a report changes no finding; a defect adds its finding and no other.

Held against the examples that come with govcheck: one without fault, one with many.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pytest
from harmless_changes import HARMLESS, Change, Page
from hypothesis import given, settings
from hypothesis import strategies as st

import govcheck
from govcheck.rulebook.loading import load_rulebook

EXAMPLES: Final = Path(__file__).parent.parent / "examples"
PAGES: Final = {
    name: (EXAMPLES / f"{name}.html").read_text("utf-8") for name in ("sound", "flawed")
}
BOOK: Final = load_rulebook()
ENCODINGS: Final = ("utf-8", "utf-8-sig", "gb18030", "utf-16")


def _encoded(page: Page, encoding: str) -> bytes:
    name = encoding.removesuffix("-sig")
    return re.sub(r'charset="?utf-8"?', f'charset="{name}"', page).encode(encoding)


def _said(content: bytes) -> tuple[object, ...]:
    """Return all that is judged, but for where in the source it stands."""
    result = govcheck.check(content, name="年报.html", rules=BOOK)
    findings = [
        (
            one.rule,
            one.outcome,
            one.message,
            one.root,
            [
                (at.quote, at.expected, at.table, at.row, at.column, at.part)
                for at in one.places
            ],
        )
        for one in result.findings
    ]
    return result.verdict, result.score, findings, result.outcomes, result.questions


ORIGINAL: Final = {name: _said(page.encode()) for name, page in PAGES.items()}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("change", HARMLESS, ids=lambda one: one.__name__.strip("_"))
def test_what_does_not_change_the_report_changes_no_finding(name: str, change: Change) -> None:
    changed = change(PAGES[name])
    assert changed != PAGES[name]
    assert _said(changed.encode()) == ORIGINAL[name]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_another_encoding_changes_no_finding(name: str, encoding: str) -> None:
    assert _said(_encoded(PAGES[name], encoding)) == ORIGINAL[name]


@given(
    name=st.sampled_from(sorted(PAGES)),
    changes=st.lists(st.sampled_from(HARMLESS), min_size=2, max_size=6, unique=True),
    encoding=st.sampled_from(ENCODINGS),
)
@settings(max_examples=25, deadline=None)
def test_nor_do_many_such_changes_together(
    name: str, changes: Iterable[Change], encoding: str
) -> None:
    page = PAGES[name]
    for change in changes:
        page = change(page)
    assert _said(_encoded(page, encoding)) == ORIGINAL[name]


# ---------------------------------------------------------------- defects

_NEW: Final = "一、本年新收政府信息公开申请数量</td>"
DEFECTS: Final = {
    "late": (
        "decree-711/deadline",
        [('"2025-01-20"', '"2025-02-20"'), ("发布日期：2025-01-20", "发布日期：2025-02-20")],
    ),
    "period": ("format/statistics-period", [("至2024年12月31日止", "至2024年11月30日止")]),
    "parts": ("consistency/parts-declared", [("等六个部分组成", "等五个部分组成")]),
    "number": ("format/legal-basis", [("办函〔2021〕30号", "办函〔2012〕30号")]),
    "breakdown": ("consistency/breakdown-sum", [("水务信息326条", "水务信息336条")]),
    "planted": (
        "publication/illicit-content",
        [("均按时办理。办结", "均按时办理。澳门新葡京官网注册送彩金。办结")],
    ),
    "misspelt": ("prose/wording", [("认真贯彻落实", "认真贯切落实")]),
    "year": ("consistency/years", [("<p>2024年，云岭市", "<p>2023年，云岭市")]),
    "documents": ("consistency/proactive-narrative", [("现行有效6件", "现行有效9件")]),
    "review": ("consistency/review-narrative", [("行政复议1件，结果", "行政复议3件，结果")]),
    "cell": ("format/applications-balance", [(f"{_NEW}<td>14<", f"{_NEW}<td>15<")]),
}


def _new_findings(result: govcheck.Result) -> list[int]:
    return [
        index
        for index, one in enumerate(result.findings)
        if (one.rule, one.message) not in {(old[0], old[2]) for old in _FOUND}
    ]


_FOUND: Final = tuple(
    (one.rule, one.outcome, one.message)
    for one in govcheck.check(PAGES["sound"].encode(), rules=BOOK).findings
)


@pytest.mark.parametrize(("rule", "edits"), DEFECTS.values(), ids=DEFECTS)
def test_one_defect_adds_its_finding_and_what_is_folded_under_it(
    rule: str, edits: list[tuple[str, str]]
) -> None:
    page = PAGES["sound"]
    for right, wrong in edits:
        assert page.count(right) == 1
        page = page.replace(right, wrong)
    result = govcheck.check(page.encode(), name="年报.html", rules=BOOK)
    new = _new_findings(result)
    standing = [index for index in new if result.findings[index].root is None]
    assert [result.findings[index].rule for index in standing] == [rule]
    assert {result.findings[index].root for index in new} <= {None, *standing}
    for right, wrong in edits[::-1]:
        page = page.replace(wrong, right)
    assert _said(page.encode()) == ORIGINAL["sound"]
