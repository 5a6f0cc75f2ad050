"""Placeholders, hints and blank cells are no content, and what a person wrote is."""

import re
from pathlib import Path

import pytest

from govcheck.checking import read
from govcheck.cli import main
from govcheck.document.case import Case
from govcheck.judging.engine import assess, judge
from govcheck.kinds.remark import Outcome, Severity
from govcheck.rulebook.loading import load_rulebook
from govcheck.trials.documents import example_case, example_document

BOOK = load_rulebook()
EXAMPLES = Path(__file__).parent.parent / "examples"
OVERVIEW, PROBLEMS = "format/section-content", "decree-711/problems-and-improvements"
TABLES = {
    "proactive": "decree-711/proactive-disclosure",
    "applications": "decree-711/applications",
    "review-litigation": "decree-711/review-and-litigation",
}
BLANKS = [
    "＿＿＿＿",
    "____",
    "XXXX",
    "××××",
    "……",
    "（请在此处填写总体情况）",
    "【此处填写本年度总体情况，不少于300字】",
    "〔待补充〕",
    "待补充",
    "请填写本单位的情况。",
    "（一）主动公开。＿＿＿＿\n（二）依申请公开。＿＿＿＿",
    "（一）主动公开情况\n（二）依申请公开情况：\n（三）政府信息管理",
    "（一）主动公开。（请填写）\n（二）依申请公开。待填写",
    "1.工作亮点：＿＿＿＿\n2.主要做法：＿＿＿＿",
    "存在的主要问题：一是＿＿＿＿；二是＿＿＿＿。\n改进措施：一是＿＿＿＿；二是＿＿＿＿。",
    "存在的主要问题：一是；二是。\n改进措施：一是；二是。",
    "（一）存在的主要问题\n＿＿＿＿\n（二）改进情况\n＿＿＿＿",
    "存在问题：（此处填写存在的问题）\n下一步打算：（此处填写改进措施）",
]
WRITTEN = [
    "全年公开政府信息XX条，举办培训2次。",
    "公开的及时性有待加强，下一步逐月检查。",
    "一、公开意识有待加强\n二、加强业务培训",
    "（一）主动公开。全年公开政府信息120条。\n（二）依申请公开。＿＿＿＿",
    "存在的主要问题：一是解读形式单一；二是＿＿＿＿。",
    "（一）存在的主要问题\n解读形式较为单一。\n（二）改进情况\n已增加图解。",
    "主动公开不够及时。改进措施：加强培训。",
    "请示报告制度执行不严，待完善。",
    "存在的主要问题是公开不及时，改进措施是逐月检查。",
    "工作人员填写登记表不规范，需加强培训。",
    "本单位具体情况较为特殊（详细说明见上年度报告），公开内容较少，下一步改进。",
]


def outcomes(rule: str, **facts: object) -> list[tuple[Outcome, Severity, str]]:
    document = example_document({"complete": True, **facts}, BOOK.knowledge)
    found = BOOK.rule(rule)
    assert found is not None
    _, findings = judge(Case(document=document), found)
    return [(one.outcome, one.severity, one.message) for one in findings]


@pytest.mark.parametrize("text", BLANKS)
def test_what_holds_only_blanks_is_empty(text: str) -> None:
    parts = {"overview": text, "problems": text}
    (overview,) = outcomes(OVERVIEW, parts=parts)
    assert overview[0] is Outcome.FAIL
    (problems,) = [one for one in outcomes(PROBLEMS, parts=parts) if "缺少" in one[2]]
    assert problems[:2] == (Outcome.FAIL, Severity.CRITICAL)


@pytest.mark.parametrize("text", WRITTEN)
def test_what_a_person_wrote_is_content(text: str) -> None:
    parts = {"overview": text, "problems": text}
    assert outcomes(OVERVIEW, parts=parts) == []
    assert [one for one in outcomes(PROBLEMS, parts=parts) if "缺少" in one[2]] == []


def blank_tables(part: str, *, sums: object = "") -> dict[str, object]:
    """Return the tables of a part with nothing in them but the sums."""
    form = BOOK.forms["form-2021"]
    tables: dict[str, object] = {}
    for table in form.tables.values():
        if table.part == part:
            cells: dict[str, dict[str, object]] = {
                row.id: {one.id: "" for one in table.columns} for row in table.rows
            }
            for one in table.sums:
                entries = table.columns if one.along == "columns" else table.rows
                for line in one.lines or [entry.id for entry in entries]:
                    row, column = one.cell(line, one.right[0])
                    if len(one.right) == 1:
                        cells[row][column] = sums
            tables[table.id] = cells
    return tables


@pytest.mark.parametrize("sums", ["", 0])
@pytest.mark.parametrize("part", list(TABLES))
def test_a_blank_table_of_which_nothing_is_said_is_open(part: str, sums: object) -> None:
    tables = blank_tables(part, sums=sums)
    (found,) = outcomes(TABLES[part], tables=tables, parts={"overview": "全年举办培训2次。"})
    assert found[:2] == (Outcome.OPEN, Severity.CRITICAL)
    assert "全部空白" in found[2]


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("proactive", "本年度未制发规章和规范性文件，没有实施行政许可。"),
        ("applications", "本年度未收到政府信息公开申请。"),
        ("applications", "全年收到政府信息公开申请0件。"),
        ("review-litigation", "未发生因政府信息公开引起的行政复议、行政诉讼。"),
    ],
)
@pytest.mark.parametrize("own", [True, False])
def test_a_nil_table_may_be_left_blank_where_a_sentence_says_so(
    part: str, text: str, *, own: bool
) -> None:
    said = {part if own else "overview": text}
    assert outcomes(TABLES[part], tables=blank_tables(part), parts=said) == []


@pytest.mark.parametrize("part", list(TABLES))
@pytest.mark.parametrize(
    "caption", ["第二十条第（一）项", "该部分以表格形式报告。表格如下：", "＿＿＿＿。"]
)
def test_a_caption_does_not_speak_for_a_table(part: str, caption: str) -> None:
    parts = {"overview": "全年举办培训2次。", part: caption}
    (found,) = outcomes(TABLES[part], tables=blank_tables(part), parts=parts)
    assert found[:2] == (Outcome.OPEN, Severity.CRITICAL)


@pytest.mark.parametrize("written", [0, "/", "无", 3])
def test_one_cell_that_is_filled_in_is_enough(written: object) -> None:
    tables = blank_tables("applications")
    applications = tables["applications"]
    assert isinstance(applications, dict)
    applications["r1_new"]["natural"] = written
    assert outcomes(TABLES["applications"], tables=tables) == []


def verdict(content: bytes, name: str) -> str:
    document = read(content, name=name, knowledge=BOOK.knowledge)
    return assess(Case(document=document), BOOK).score.verdict


@pytest.mark.parametrize("fill", [(), ("--fill", "0")])
@pytest.mark.parametrize("fmt", ["docx", "html"])
@pytest.mark.parametrize("agency", ["云岭市水务局", "青禾县人民政府", "青禾县石桥镇人民政府"])
@pytest.mark.parametrize("year", ["2020", "2025"])
def test_the_empty_report_is_refused(
    year: str, agency: str, fmt: str, fill: tuple[str, ...], tmp_path: Path
) -> None:
    pytest.importorskip("docx")
    path = tmp_path / f"empty.{fmt}"
    given = ["template", "--year", year, "--agency", agency, *fill, "-o", str(path)]
    assert main(given) == 0
    assert verdict(path.read_bytes(), path.name) == "不合格"


def test_all_text_written_and_the_tables_blank_is_for_a_person(tmp_path: Path) -> None:
    sound = (EXAMPLES / "sound.html").read_text("utf-8")
    blank, cells = re.subn(r"(<td[^>]*>)[\d.]+(</td>)", r"\1\2", sound)
    assert cells > 150
    assert verdict(blank.encode(), "blank.html") == "待核"
    path = tmp_path / "text.html"
    given = ["template", "--year", "2024", "--agency", "青禾县水务局", "-o", str(path)]
    assert main(given) == 0
    written = path.read_text("utf-8").replace("＿＿＿＿", "各项工作按要求推进")
    assert verdict(written.encode(), path.name) == "待核"


@pytest.mark.parametrize(("name", "due"), [("sound", "合格"), ("flawed", "不合格")])
def test_our_own_reports(name: str, due: str) -> None:
    assert verdict((EXAMPLES / f"{name}.html").read_bytes(), f"{name}.html") == due


def test_nothing_of_a_blank_table_is_held_against_the_text() -> None:
    parts = {"overview": "全年新收政府信息公开申请18件，结转下年度2件。"}
    case = example_case(
        {"parts": parts, "tables": blank_tables("applications")}, BOOK.knowledge
    )
    found = assess(case, BOOK).findings
    assert not [one for one in found if "18件" in one.message]
    assert not [one for one in found for spot in one.evidence if spot.expected == "0"]


def test_an_empty_part_is_charged_once() -> None:
    """What a government owes in the part one that it leaves empty is one slip with it."""
    owed = {"accountability", "assessment-results", "social-evaluation"}
    facts = {"complete": True, "agency_kind": "government", "parts": {"overview": "无。"}}
    found = assess(example_case(facts, BOOK.knowledge), BOOK).findings
    root = next(at for at, one in enumerate(found) if one.rule == OVERVIEW)
    below = {one.rule.removeprefix("decree-711/") for one in found if one.root == root}
    assert owed <= below


def test_an_empty_part_explains_nothing_of_another() -> None:
    """What part one does not say is no consequence of a part five without content."""
    facts = {
        "complete": True,
        "agency_kind": "government",
        "parts": {"overview": "全年公开政府信息120条，收到申请3件。", "problems": "无。"},
    }
    found = assess(example_case(facts, BOOK.knowledge), BOOK).findings
    told = next(one for one in found if one.rule == "decree-711/accountability")
    assert told.root is None
