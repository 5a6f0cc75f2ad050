"""A result stays small whatever was found; what it leaves out is counted in words."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from io import BytesIO
from json import loads
from xml.etree import ElementTree as ET

import pytest
from assessments import assessment, finding
from assessments import rulebook as assessed_rules
from many_findings import judged
from msgspec.structs import replace

from govcheck.document.case import Case
from govcheck.document.evidence import Evidence
from govcheck.drafting.annotation.notes import notes
from govcheck.judging.assessment import Assessment, Decision, Finding, Ruling
from govcheck.judging.brevity import FULL, SHORT, brief
from govcheck.judging.fingerprint import fingerprints
from govcheck.kinds.remark import Severity
from govcheck.reports import FORMATS, render
from govcheck.reports.listing import listed

docx = pytest.importorskip("docx")
calamine = pytest.importorskip("python_calamine")
WAIVED = Decision(decision=Ruling.WAIVED, reason="另有规定", person="甲", date="2025-01-01")


def _in_sarif(content: bytes) -> int:
    results = loads(content)["runs"][0]["results"]
    return sum("第" in one["message"]["text"] for one in results)


def _in_xlsx(content: bytes) -> int:
    book = calamine.CalamineWorkbook.from_filelike(BytesIO(content))
    return len(book.get_sheet_by_name("问题").to_python()) - 1


def _in_docx(content: bytes) -> int:
    lines = [one.text for one in docx.Document(BytesIO(content)).paragraphs]
    return sum("）第" in line and line.endswith("处。") for line in lines)


def _in_junit(content: bytes) -> int:
    words = "".join(ET.fromstring(content).itertext())  # noqa: S314 - our own XML
    return sum(line.strip().startswith("第") for line in words.splitlines())


def _in_lines(content: bytes) -> int:
    lines = (line.lstrip("# ") for line in content.decode().splitlines())
    return sum(line[:1].isdigit() and "第" in line for line in lines)


SHOWN: Mapping[str, Callable[[bytes], int]] = {
    "html": lambda content: content.count(b'<article class="finding'),
    "json": lambda content: len(loads(content)["findings"]),
    "text": _in_lines,
    "markdown": _in_lines,
    "sarif": _in_sarif,
    "junit": _in_junit,
    "xlsx": _in_xlsx,
    "docx": _in_docx,
}
"""Format to the count of the findings that it shows."""


@pytest.mark.parametrize("name", list(FORMATS))
@pytest.mark.parametrize("count", [49, 120, 3000])
def test_a_format_shows_as_much_as_its_readers_can_open(name: str, count: int) -> None:
    given, book = judged(count)
    content = render(name, given, book)
    most = SHORT.findings if name in {"html", "text", "markdown", "docx"} else FULL.findings
    assert SHOWN[name](content) == min(count, most)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (120, "共 120 处，另有 70 处未列出（全部见 JSON）"),
        (3000, "共 3000 处，另有 2950 处未列出（JSON 列出其中 2000 处）"),
    ],
)
@pytest.mark.parametrize("name", ["html", "text", "markdown"])
def test_a_page_for_people_says_what_it_leaves_out(name: str, count: int, words: str) -> None:
    given, book = judged(count)
    text = render(name, given, book).decode()
    assert words.replace(" ", "") in "".join(text.split())


def test_a_letter_says_what_it_leaves_out() -> None:
    given, book = judged(120)
    content = docx.Document(BytesIO(render("docx", given, book)))
    lines = [one.text for one in content.paragraphs]
    assert any(line.endswith("（共120处）") for line in lines)
    assert "以上列出50处，另有70处未逐一列出。" in lines


def test_the_head_of_the_page_counts_all() -> None:
    given, book = judged(120, severity=Severity.MAJOR)
    assert "<b>120</b><span>重大</span>" in render("html", given, book).decode()
    given, book = judged(120, open=True)
    assert "<b>120</b><span>待核</span>" in render("html", given, book).decode()


def _mixed() -> Assessment:
    """Return roots whose followers belong to another rule, more of them than are shown."""
    found: list[Finding] = []
    for number in range(80):
        root = len(found)
        found += [
            finding("subtotal", f"根{number}"),
            finding("applications", f"由{number}", root=root),
            finding("prose", f"豁免{number}", decision=WAIVED),
            finding("prose", f"成立{number}"),
        ]
    return assessment(found=found)


def test_roots_stay_right_when_the_list_is_cut() -> None:
    whole = _mixed()
    short = listed(whole, SHORT)
    assert len(short.findings) < len(whole.findings)
    followers = [one for one in short.findings if one.root is not None]
    assert len(followers) == 50
    for one in followers:
        assert one.root is not None
        assert short.findings[one.root].message == one.message.replace("由", "根")


def test_what_follows_from_a_root_that_is_not_listed_is_not_listed() -> None:
    found = [finding("subtotal", f"根{number}") for number in range(80)]
    found += [finding("applications", f"由{root}", root=root) for root in range(40, 80)]
    short = listed(assessment(found=found), SHORT)
    followers = [one for one in short.findings if one.root is not None]
    assert [one.message for one in followers] == [f"由{root}" for root in range(40, 50)]
    result = loads(render("json", assessment(found=found), assessed_rules()))
    assert {one["findings"] for one in result["rules"]} == {0, 40, 80}


def test_a_draft_carries_as_many_comments_as_its_readers_can_open() -> None:
    given, book = judged(120)
    told = list(notes(given, book))
    assert len(told) == 1 + SHORT.findings
    assert "另有 70 处未列出" in told[-1].lines[0]


def test_what_stands_is_listed_before_what_was_set_aside() -> None:
    short = listed(_mixed(), SHORT)
    prose = [one for one in short.findings if one.rule == finding("prose", "").rule]
    assert len(prose) == 50
    assert not any(one.lifted for one in prose)
    (judgement,) = [one for one in short.judgements if one.rule == prose[0].rule]
    counts = {(more.standing, more.count) for more in judgement.unlisted}
    assert counts == {(True, 30), (False, 80)}


def test_a_short_list_is_left_as_it_is() -> None:
    given = assessment()
    assert listed(given, SHORT) == given
    assert listed(given, FULL) == given


def test_words_without_end_are_cut() -> None:
    long = "长" * 3_000_000
    evidence = Evidence(quote=long, expected=long, actual=long)
    given = assessment(found=[finding("prose", long, *(evidence,) * 500)])
    for name in FORMATS:
        size = len(render(name, given, assessed_rules()))
        assert size < 4_000_000, name
    (shown,) = loads(render("json", given, assessed_rules()))["findings"]
    assert len(shown["evidence"]) == 200
    assert shown["evidence"][0]["quote"] == long[:2000]
    assert "另有 450 处证据未列出" in render("html", given, assessed_rules()).decode()


@pytest.mark.parametrize("quote", ["短", "长" * 9000])
def test_a_finding_has_one_fingerprint_in_every_format(quote: str) -> None:
    given, book = judged(30, quote=quote)
    known = fingerprints(given.findings)
    results = loads(render("sarif", given, book))["runs"][0]["results"]
    assert [one["partialFingerprints"]["govcheck/v1"] for one in results] == list(known)


def test_names_and_figures_without_end_are_cut() -> None:
    given = assessment()
    of = given.document
    assert of.title is not None
    assert of.agency is not None
    long = "名" * 500_000
    table = of.tables["applications"]
    cell = replace(next(iter(table.cells.values())), written=long)
    of = replace(
        of,
        title=replace(of.title, value=long),
        agency=replace(of.agency, value=long),
        source=replace(of.source, name=long),
        figures=of.figures * 5000,
        notes=(long,) * 5000,
        tables={
            "applications": replace(
                table,
                cells={**table.cells, next(iter(table.cells)): cell},
                labels=dict.fromkeys(table.labels, long),
            )
        },
    )
    for name in FORMATS:
        size = len(render(name, replace(given, case=Case(document=of)), assessed_rules()))
        assert size < 1_200_000, name


@pytest.mark.parametrize(
    "value", ["1E+400", "-1E+400", "9" * 5000, "1E-400", "12345678901234567"]
)
def test_figures_without_bound_are_written(value: str) -> None:
    given = assessment()
    figure = replace(given.document.figures[0], value=Decimal(value), step=Decimal(value))
    table = given.document.tables["applications"]
    cells = {spot: replace(cell, value=Decimal(value)) for spot, cell in table.cells.items()}
    of = replace(
        given.document,
        figures=(figure,),
        tables={"applications": replace(table, cells=cells)},
    )
    for name in FORMATS:
        content = render(name, replace(given, case=Case(document=of)), assessed_rules())
        if name == "json":
            assert abs(loads(content)["facts"]["figures"][0]["value"]) < float("inf")


def test_a_hint_is_cut_like_a_message() -> None:
    long = replace(finding("prose", "不一致。"), hint="甲" * 5000)
    assert len(brief(long, SHORT).hint) == SHORT.message + 1
