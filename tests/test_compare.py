"""``govcheck compare``: what is said of two years or two copies, and the exit status."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from published import REPORTS
from two_years import BOOK, SCHEMA, THIS, contrast, last_year, lay_out, written

from govcheck.cli import main
from govcheck.reports.comparison import render_comparison

PUBLISHED = REPORTS / "published" / "html"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    lay_out(tmp_path)


def rules(content: dict[str, Any]) -> dict[str, str]:
    return {one["rule"]: one["outcome"] for one in content["findings"]}


def test_what_is_carried_over_agrees(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "last.html", "this.html"]) == 0
    said = capsys.readouterr().out
    assert "相符  总计：由上年得出 2，本年 2" in said
    assert "已写入 this.compare.govcheck.html" in said


def test_another_figure_carried_over_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "wrong.html", "this.html", "-o", "out.html"]) == 1
    said = "".join(capsys.readouterr().out.split())
    assert "“总计”上年度报告321，本报告2" in said
    assert "两份报告必有一份不准" in said
    found = contrast(last_year(carried_out=321), THIS)
    (said_of,) = (one for one in found.said if one.rule == "history/carried-over")
    assert said_of.evidence[0].quote == "2"
    assert said_of.evidence[0].expected is None


def test_check_finds_the_same_with_last_year(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    call = ["check", "this.html", "--last-year", "wrong.html", "-f", "json", "-o", "-"]
    assert main(call) == 1
    checked = json.loads(capsysbinary.readouterr().out)["findings"]
    compared = rules(written(contrast(last_year(carried_out=321), THIS)))
    assert {one["rule"]: one["outcome"] for one in checked} == compared
    assert compared["history/carried-over"] == "fail"
    assert compared["history/copied-text"] == "open"


def test_repeated_sentences_are_counted_and_shown() -> None:
    (found,) = written(contrast(last_year(), THIS))["sentences"]
    assert found["pairs"] == found["counted"] == len(found["listed"])
    assert f"{found['pairs']}÷{found['counted']}＝100%" in found["words"]
    assert any("2023年" in one["earlier"] for one in found["listed"])
    page = render_comparison("html", contrast(last_year(), THIS), BOOK).decode()
    assert "<mark>2023</mark>年" in page
    assert "<mark>2024</mark>年" in page


@pytest.mark.parametrize(
    ("call", "why"),
    [
        (["other.html", "this.html"], "不是“云岭市水务局”"),
        (["this.html", "this.html"], "同一份报告"),
        (["this.html", "last.html"], "2024年度的报告，不是2022年度的"),
        (["--same-report", "last.html", "this.html"], "分别是2023年度和2024年度的报告"),
        (["--same-report", "this.html", "this.html"], "逐字节相同"),
    ],
)
def test_what_cannot_be_compared_is_said(
    call: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", *call, "-o", "out.json", "-f", "json"]) == 2
    said = capsys.readouterr()
    assert not said.out
    (line,) = said.err.splitlines()
    assert why in line
    assert not Path("out.json").exists()


def test_what_cannot_be_compared_is_said_by_programs() -> None:
    content = written(contrast(THIS, THIS))
    jsonschema.validate(content, SCHEMA)
    assert content["compared"] is False
    assert content["recurrences"] is None
    assert not any(content[name] for name in ("relations", "sentences", "tables"))
    assert set(rules(content)) <= {"history/same-report"}


def test_two_copies_differ_in_a_sentence() -> None:
    flawed = THIS.replace("326条", "362条")
    content = written(contrast(flawed, THIS, copies=True))
    (sentence,) = content["sentences"][0]["listed"]
    assert "水务信息362条" in sentence["earlier"]
    assert "水务信息326条" in sentence["later"]
    assert [one["rule"] for one in content["recurrences"]["gone"]] == [
        "consistency/breakdown-sum"
    ]
    back = written(contrast(THIS, flawed, copies=True))["recurrences"]
    assert back["new"] == content["recurrences"]["gone"]
    assert content["recurrences"]["kept"] == content["recurrences"]["new"] == []


def test_two_copies_differ_in_a_cell() -> None:
    changed = THIS.replace("<td>18</td></tr>", "<td>19</td></tr>", 1)
    content = written(contrast(THIS, changed, copies=True))
    (table,) = (one for one in content["tables"] if one["differing"])
    assert table["differing"] == [
        {"row": "r1_new", "column": "total", "earlier": "18", "later": "19"}
    ]


def test_a_fault_of_both_years_is_in_both() -> None:
    flawed = [page.replace("水务信息326条", "水务信息362条") for page in (last_year(), THIS)]
    found = written(contrast(*flawed))["recurrences"]
    assert [one["later"]["rule"] for one in found["kept"]] == ["consistency/breakdown-sum"]
    assert written(contrast(last_year(), flawed[1]))["recurrences"]["kept"] == []


def test_the_same_lack_of_both_years_is_in_both() -> None:
    """Whatever sentence stands in the place of what is missing."""
    pages = (last_year(), THIS.replace("明确局办公室承担", "由局办公室承担"))
    last, this = (page.replace("云岭市水务局", "云岭市人民政府") for page in pages)
    found = written(contrast(last, this))["recurrences"]
    lacking = "decree-711/social-evaluation"
    assert lacking in [one["later"]["rule"] for one in found["kept"]]
    assert lacking not in [one["rule"] for one in (*found["gone"], *found["new"])]


@pytest.mark.skipif(not PUBLISHED.exists(), reason="no published reports beside us")
@pytest.mark.parametrize(
    ("body", "carried"), [("suqian", ["121", "118", "3"]), ("hongze", ["0"])]
)
def test_published_reports_of_two_years_agree(body: str, carried: list[str]) -> None:
    last, this = (
        (PUBLISHED / f"gh-{body}-{year}.html").read_text("utf-8") for year in (2023, 2024)
    )
    content = written(contrast(last, this))
    assert content["compared"]
    relations = {one["rule"]: one["lines"] for one in content["relations"]}
    lines = relations["history/carried-over"]
    assert [(one["due"], one["stated"]) for one in lines] == [(one, one) for one in carried]
    assert all(one["holds"] for lines in relations.values() for one in lines)
    kept = [one["later"]["rule"] for one in content["recurrences"]["kept"]]
    assert ("format/applications-structure" in kept) == (body == "hongze")
    assert not any(one.startswith("history/") for one in rules(content))
    asked = [one["rule"] for one in content["recurrences"]["new"] if one["outcome"] == "open"]
    assert "consistency/percentage" not in asked, "last year's report has its base"
