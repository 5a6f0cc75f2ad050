"""Last year's report: named everywhere, and compared only where it is that."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as WordFile
from knowledge import VOCABULARY
from submitted import document

import govcheck
from govcheck.document.case import case_of
from govcheck.document.found import Found, Origin
from govcheck.document.last_year import unlikeness
from govcheck.document.report import Document
from govcheck.document.source import Source

SOUND = Path(__file__).parent.parent / "examples" / "sound.html"
TEXT = SOUND.read_text("utf-8")
BODY = "云岭市教育局"
EARLIER = TEXT.replace("2024", "2023").replace("2025", "2024").encode()


def of(agency: str = BODY, year: int | None = 2023, sha256: str = "b" * 64) -> Document:
    """Return a document of this body and year, with words of its own."""
    given = document()
    return Document(
        vocabulary=VOCABULARY,
        source=Source(name="上年.html", sha256=sha256),
        form=given.form,
        agency=Found(value=agency, origin=Origin.BODY) if agency else None,
        fiscal_year=Found(value=year, origin=Origin.BODY) if year else None,
    )


THIS = of(year=2024, sha256="a" * 64)


@pytest.mark.parametrize(
    ("earlier", "why"),
    [
        (of(), ""),
        (of(agency=""), ""),
        (of(year=None), ""),
        (of(agency="教育局"), ""),
        (of(agency="云南省云岭市教育局"), ""),
        (of(sha256="a" * 64), "同一份报告"),
        (of(agency="云岭市卫生健康局"), "编制单位是“云岭市卫生健康局”，不是“云岭市教育局”"),
        (of(agency="青禾县教育局"), "不是“云岭市教育局”"),
        (of(agency="云岭市"), "编制单位是“云岭市”"),
        (of(agency="云岭市人民政府"), "编制单位是“云岭市人民政府”"),
        (of(year=2022), "2022年度的报告，不是2023年度的"),
        (of(year=2024), "2024年度的报告"),
        (of(year=2025), "2025年度的报告"),
    ],
)
def test_only_the_same_body_on_the_year_before_is_compared(earlier: Document, why: str) -> None:
    said = unlikeness(THIS, earlier)
    assert why in said
    assert bool(why) == bool(said)
    case = case_of(THIS, earlier=earlier)
    assert (case.last_year is None) == bool(why)
    assert (case.unlike is None) != bool(why)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("青禾县人民政府", "青禾县政府"),
        ("青禾县人民政府", "青禾县人民政府办公室"),
        ("云岭省人民政府办公厅", "云岭省人民政府"),
        ("青禾县", "青禾县人民政府"),
        ("云岭市青禾县", "青禾县人民政府办公室"),
    ],
)
def test_a_body_may_write_its_name_in_more_than_one_way(one: str, other: str) -> None:
    for names in ((one, other), (other, one)):
        assert not unlikeness(of(names[0], 2024, "a" * 64), of(names[1]))


def test_one_report_in_two_files_is_the_same() -> None:
    given = govcheck.check(SOUND, last_year=f"{TEXT}\n".encode())
    assert given.assessment.case.unlike is not None
    assert "同一份报告" in given.assessment.case.unlike.why


def written(last_year: bytes, form: str) -> bytes:
    """Check a report against an earlier one, and write it."""
    return govcheck.write(govcheck.check(SOUND, last_year=last_year), form)


def letter(content: bytes) -> str:
    """Return the words of a Word file."""
    return "\n".join(one.text for one in WordFile(BytesIO(content)).paragraphs)


@pytest.mark.parametrize("form", ["html", "text", "markdown", "docx"])
def test_it_is_named_in_every_output(form: str) -> None:
    for earlier, said in ((EARLIER, "已与本报告比较"), (SOUND.read_bytes(), "没有比较")):
        content = written(earlier, form)
        words = letter(content) if form == "docx" else content.decode()
        plain = "".join(words.split())
        assert "上年报告" in plain
        assert said in plain
    assert "上年报告：" not in govcheck.write(govcheck.check(SOUND), "text").decode()


def test_json_says_which_and_why_not() -> None:
    compared = json.loads(written(EARLIER, "json"))["last_year"]
    assert (compared["compared"], compared["why"]) == (True, None)
    assert compared["fiscal_year"] == 2023
    assert compared["agency"]
    same = json.loads(written(SOUND.read_bytes(), "json"))["last_year"]
    assert same["compared"] is False
    assert "同一份报告" in same["why"]
    assert json.loads(govcheck.write(govcheck.check(SOUND), "json"))["last_year"] is None


def test_nothing_is_compared_with_another_report() -> None:
    alone = json.loads(govcheck.write(govcheck.check(SOUND), "json"))
    assert alone["rules"] != json.loads(written(EARLIER, "json"))["rules"]
    beside = json.loads(written(EARLIER.replace("云岭市".encode(), "大河市".encode()), "json"))
    (said,) = (one for one in beside["findings"] if one not in alone["findings"])
    assert (said["rule"], said["outcome"]) == ("history/same-report", "open")
    assert "不是“云岭市水务局”" in said["message"]
    told = [one for one in beside["rules"] if one["id"] != said["rule"]]
    assert told == [one for one in alone["rules"] if one["id"] != said["rule"]]
    assert beside["score"] == alone["score"]
