"""Drafts on the command line: what waits, how long there is time, the annotated copy."""

from datetime import date
from pathlib import Path

import pytest
from word_files import by_hand, read_lines

from govcheck.checking import read
from govcheck.cli import main
from govcheck.document.case import Case
from govcheck.judging.engine import assess
from govcheck.judging.waiting import waiting_rules
from govcheck.readers.from_html import read_html
from govcheck.rulebook.loading import load_rulebook

FLAWED = Path(__file__).parent.parent / "examples" / "flawed.html"


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "draft.docx"
    path.write_bytes(by_hand(read_html(FLAWED.read_text("utf-8"))))
    return path


def test_a_draft_counts_the_days(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(draft), "--draft", "--today", "2025-03-01", "-f", "json", "-v"])
    said = "".join(capsys.readouterr().out.split())
    assert "最迟应于2025年3月31日公布，截至2025年3月1日还有30天" in said
    assert "[待公布]标明发布日期和来源" in said


def test_the_same_day_gives_the_same_bytes(draft: Path) -> None:
    options = ["--draft", "--today", "2025-03-01", "-f", "json"]
    for name in ("one.json", "two.json"):
        main(["check", str(draft), *options, "-o", name])
    assert Path("one.json").read_bytes() == Path("two.json").read_bytes()


def test_a_day_that_is_none_is_refused(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(draft), "--draft", "--today", "明天"]) == 2
    assert "--today" in capsys.readouterr().err


def test_the_annotated_copy_is_written_beside_the_results(draft: Path) -> None:
    main(["check", str(draft), "--draft", "--annotate", "out.docx", "-f", "json"])
    assert read_lines(Path("out.docx").read_bytes()) == read_lines(draft.read_bytes())


def test_the_draft_itself_is_not_written_over(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = draft.read_bytes()
    assert main(["check", str(draft), "--annotate", str(draft), "-f", "json"]) == 2
    assert draft.read_bytes() == before
    assert "另取文件名" in capsys.readouterr().err


def test_only_word_files_take_comments(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(FLAWED), "--annotate", "out.docx", "-f", "json", "-o", "-"]) == 2
    assert "Word 文件" in capsys.readouterr().err


PORTAL = """\
id: own/portal
title: 年报进入门户专栏
failure_title: 年报未进入门户专栏
dimension: publication
severity: advice
basis:
  - {instrument: practice, clause: 联系方式}
applies_to: {agencies: [government], published: true}
checks:
  - kind: question
    named: 市人民政府$
    reason: 是否已进入门户专栏，请到网站核对
    message: 请到网站核对。
remedy: 到网站查看。
never: [pass, fail]
examples:
  - name: 文件上看不出
    outcome: open
    finds: [{says: 是否已进入门户专栏}]
    document: {agency_kind: government, published: 2025-03-15}
"""


@pytest.mark.parametrize("agency", ["昆明市人民政府", "石林县人民政府", "昆明市水务局"])
def test_a_draft_waits_only_for_what_it_will_be_asked_once_published(
    agency: str, tmp_path: Path
) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "portal.yaml").write_text(PORTAL, "utf-8")
    path = tmp_path / "empty.html"
    assert main(["template", "--year", "2025", "--agency", agency, "-o", str(path)]) == 0
    book = load_rulebook(extra=[tmp_path / "own"])
    document = read(path.read_bytes(), name=path.name, knowledge=book.knowledge)
    case = Case(document=document, draft=True, today=date(2026, 1, 10))
    judgements = assess(case, book).judgements
    waits = waiting_rules(case, judgements, book)
    assert "publication/date-and-source" in waits
    assert ("own/portal" in waits) is agency.endswith("市人民政府")
    reasons = {one.rule: one.reason for one in judgements}
    assert ("尚未公布" in reasons["own/portal"]) is agency.endswith("政府")
    assert "公布后再核" not in reasons["decree-711/deadline"]
