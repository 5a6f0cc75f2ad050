"""What ``govcheck compare`` writes: nothing of a report runs, the same bytes, its own files."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
from two_years import BOOK, SCHEMA, THIS, contrast, last_year, lay_out

from govcheck.cli import main
from govcheck.commands.own_results import is_result
from govcheck.reports.comparison import FORMATS, render_comparison

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}\u202e</style>"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    lay_out(tmp_path)


@pytest.mark.parametrize("copies", [False, True])
def test_nothing_of_a_report_runs_on_the_page(copies: bool) -> None:  # noqa: FBT001 - a case
    page = THIS.replace("326条", f"326条{HOSTILE.replace('<', '&lt;')}")
    found = contrast(page if copies else last_year() + page, page + "。", copies=copies)
    html = render_comparison("html", found, BOOK).decode()
    assert "<script" not in html
    assert "<img" not in html
    assert "49" not in re.findall(r"326条[^<]{0,80}", html)
    assert "\u202e" not in html
    assert "default-src 'none'" in html
    assert "http" not in html.replace("http-equiv", "")


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_reports_give_the_same_bytes(form: str) -> None:
    one, other = (
        render_comparison(form, contrast(last_year(321), THIS), BOOK) for _ in range(2)
    )
    assert one == other


@pytest.mark.parametrize("form", FORMATS)
def test_a_result_is_written_over_and_a_report_is_not(form: str) -> None:
    name = Path(f"out.{FORMATS[form]}")
    for _ in range(2):
        assert main(["compare", "last.html", "this.html", "-f", form, "-o", str(name)]) == 0
    assert is_result(name)
    for report in ("last.html", "this.html", "copy.html"):
        before = Path(report).read_bytes()
        assert main(["compare", "last.html", "this.html", "-f", form, "-o", report]) == 2
        assert Path(report).read_bytes() == before


def test_only_the_result_goes_to_standard_output(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert main(["compare", "last.html", "this.html", "-f", "json", "-o", "-"]) == 0
    jsonschema.validate(json.loads(capsysbinary.readouterr().out), SCHEMA)
    assert (
        main(["compare", "last.html", "this.html", "-f", "json", "-f", "text", "-o", "-"]) == 2
    )
