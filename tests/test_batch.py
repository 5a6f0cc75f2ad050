"""``govcheck batch``: a page and a row for each report, whoever judges it and whenever."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from batches import BODY, FLAWED, SOUND, batch_process, results, short_reports

from govcheck.cli import main


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with two whole reports in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for path in (SOUND, FLAWED):
        (tmp_path / "in" / path.name).write_bytes(path.read_bytes())
    return tmp_path


def lines(output: str = "out") -> list[dict[str, Any]]:
    text = Path(output, "results.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def table(name: str, output: str = "out") -> list[dict[str, str]]:
    with Path(output, name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_page_is_the_one_that_check_makes(folder: Path) -> None:
    assert main(["batch", "in", "-o", "out"]) == 1
    assert main(["check", "in", "-o", "checked/"]) == 1
    made = {path.name: path.read_bytes() for path in (folder / "out" / "pages").iterdir()}
    assert made == {path.name: path.read_bytes() for path in (folder / "checked").iterdir()}


def test_a_line_holds_what_check_writes_as_json() -> None:
    main(["batch", "in", "-o", "out"])
    main(["check", "in", "-f", "json", "-o", "checked/"])
    for line in lines():
        name = Path(line["file"]).stem
        assert line["result"] == json.loads(
            Path("checked", f"{name}.govcheck.json").read_bytes()
        )
        assert line["page"] == f"pages/{name}.govcheck.html"


def test_last_years_report_is_found_by_its_body(folder: Path) -> None:
    (folder / "last").mkdir()
    last = SOUND.read_text("utf-8").replace("2024年", "2023年").replace("2025", "2024")
    (folder / "last" / "其他名字.html").write_text(last, "utf-8")
    other = last.replace(BODY, "云岭市财政局")
    (folder / "last" / "财政局.html").write_text(other, "utf-8")
    main(["batch", "in", "-o", "out", "--last-year", "last"])
    main(["check", str(SOUND), "--last-year", "last/其他名字.html", "-o", "checked/"])
    page = Path("out/pages/sound.govcheck.html").read_bytes()
    assert page == Path("checked/sound.govcheck.html").read_bytes()
    compared = {row["文件"]: row["上年报告"] for row in table("league.csv")}
    assert compared == {"in/sound.html": "其他名字.html", "in/flawed.html": ""}


def test_of_two_that_may_be_last_years_none_is_taken(folder: Path) -> None:
    (folder / "last").mkdir()
    last = SOUND.read_text("utf-8").replace("2024年", "2023年").replace("2025", "2024")
    for name in "ab":
        (folder / "last" / f"{name}.html").write_text(f"{last}<!--{name}-->", "utf-8")
    main(["batch", "in/sound.html", "-o", "out", "--last-year", "last"])
    (line,) = lines()
    assert line["result"]["last_year"] is None
    assert line["notes"] == ["上年报告有 2 份，不能确定是哪一份"]


def test_a_governments_office_has_a_last_year_of_its_own(folder: Path) -> None:
    for year, place in ((2023, "last"), (2024, "in")):
        (folder / place).mkdir(exist_ok=True)
        page = (
            SOUND.read_text("utf-8").replace("2025", f"{year + 1}").replace("2024", f"{year}")
        )
        for name in ("青禾县人民政府", "青禾县人民政府办公室"):
            text = page.replace(BODY, name)
            (folder / place / f"{name}.html").write_text(text, "utf-8")
    main(["batch", "in", "-o", "out", "--last-year", "last"])
    compared = {row["编制单位"]: row["上年报告"] for row in table("league.csv")}
    assert compared["青禾县人民政府办公室"] == "青禾县人民政府办公室.html"
    assert compared["青禾县人民政府"] == "青禾县人民政府.html"


def test_a_bad_file_is_a_row_with_its_reason(folder: Path) -> None:
    (folder / "in" / "bad.html").write_bytes(b"<p>nothing</p>")
    (folder / "in" / "empty.html").write_bytes(b"")
    (folder / "in" / "flawed.html").unlink()
    assert main(["batch", "in", "gone.html", "-o", "out"]) == 0
    assert main(["batch", "in", "gone.html", "-o", "out", "--resume", "--strict"]) == 1
    refused = {line["file"]: line["refused"] for line in lines() if line["refused"]}
    assert refused.keys() == {"in/bad.html", "in/empty.html", "gone.html"}
    assert refused["gone.html"] == "文件不存在"
    rows = [row for row in table("league.csv") if row["结论"] == "未检查"]
    assert {row["文件"]: row["说明"] for row in rows} == refused
    assert [path.name for path in (folder / "out" / "pages").iterdir()] == [
        "sound.govcheck.html"
    ]


def test_nothing_that_can_be_judged_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["batch", "gone.html", "-o", "out"]) == 2
    assert "没有一份报告能够检查" in capsys.readouterr().err
    assert main(["batch", "-", "-o", "out2"]) == 2
    assert main(["batch", "in", "-o", "in/sound.html"]) == 2


def test_the_number_of_processes_and_the_order_change_nothing(folder: Path) -> None:
    short_reports(folder / "in", 7)
    main(["batch", "in", "-o", "one", "--workers", "1", "--figures"])
    main(["batch", "in", "-o", "three", "--workers", "3", "--figures"])
    assert results(folder / "one") == results(folder / "three")
    names = sorted((f"in/{path.name}" for path in (folder / "in").iterdir()), reverse=True)
    main(["batch", *names, "-o", "back", "--figures"])
    back, one = results(folder / "back"), results(folder / "one")
    different = {name for name in one if one[name] != back[name]}
    assert different == {"results.jsonl", "figures.csv", "index.html"}
    assert sorted(map(str, lines("back"))) == sorted(map(str, lines("one")))


def _written(top: Path) -> Iterator[tuple[str, int]]:
    for path in (top / "pages").iterdir():
        yield path.name, path.stat().st_mtime_ns


def test_only_what_has_changed_is_done_again(folder: Path) -> None:
    short_reports(folder / "in", 3)
    command = ["batch", "in", "-o", "out", "--resume"]
    main(command)
    first = dict(_written(folder / "out"))
    (folder / "in" / "001.html").write_bytes(FLAWED.read_bytes())
    (folder / "in" / "002.html").unlink()
    main(command)
    second = dict(_written(folder / "out"))
    assert first.keys() - second.keys() == {"002.govcheck.html"}
    assert {name for name in second if second[name] != first[name]} == {"001.govcheck.html"}
    main([*command, "--year", "2023"])
    third = dict(_written(folder / "out"))
    assert all(third[name] != second[name] for name in second)
    main(["batch", "in", "-o", "anew", "--year", "2023"])
    assert results(folder / "out") == results(folder / "anew")


def test_a_manifest_says_what_reports_do_not(folder: Path) -> None:
    last = SOUND.read_text("utf-8").replace("2024年", "2023年").replace("2025", "2024")
    (folder / "in" / "last.html").write_text(last, "utf-8")
    (folder / "list.csv").write_bytes(
        "文件,编制单位,机关类别,地区,上年报告,汇入\n"
        f"in/sound.html,{BODY}（本级）,乡镇人民政府,云南/昆明,in/last.html,云岭市人民政府\n"
        "in/flawed.html,,,,,\n".encode("gb18030")
    )
    main(["batch", "list.csv", "-o", "out"])
    sound, flawed = lines()
    assert sound["body"] == f"{BODY}（本级）"
    told = sound["result"]["report"]
    assert (told["agency_kind"], told["region"]) == ("township", "云南/昆明")
    assert sound["result"]["last_year"]["fiscal_year"] == 2023
    assert flawed["result"]["report"]["agency_kind"] == "government"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("文件,颜色\na,b\n", "颜色"),
        ("文件,机关类别\na.html,\n\n,x\n", "第 4 行"),
        ("文件,机关类别\na.html,派出所\n", "派出所"),
        ("文件,地区\na.html,云南/昆明\nb.html,云楠\n", "第 3 行：没有地区“云楠”"),
        ("文件,地区\na.html,../../x\n", "第 2 行：没有地区“../../x”"),
        ("文件,地区\na.html,云南/昆名\n", "没有地区“云南/昆名”；是否应为“云南/昆明”？"),
        ("文件,机关类别\na.html,乡镇民政府\n", "是否应为“乡镇人民政府”？"),
        (
            "文件,年度\na.html,2024\nb.html,2024年\n",
            "第 3 行：没有年度“2024年”；是否应为“2024”？",
        ),
        ("文件,发布日期\na.html,2025/1/20\nb.html,2025-2-30\n", "第 3 行：没有日期“2025-2-30”"),
        ("文件,机关类别\na.html,政府组成\n", "没有机关类别“政府组成”"),
        ("文件,机关类别\na.html,人民政府\n", "可取：县级以上地方人民政府；"),
        ("文件,机关类别\na.html,乡镇街道\n", "没有机关类别“乡镇街道”"),
        ("文件,状态\na.html,收到\n", "第 2 行：没有状态“收到”；可取：已收集、未收集"),
        ("文件,网址\na.html,a.gov.cn/1.html\n", "第 2 行：不是网址“a.gov.cn/1.html”"),
        ("文件,编制单位\na.html,甲\nb.html,乙\n./a.html,丙\n", "第 4 行：与第 2 行是同一文件"),
        ("文件,地区\na.html,,乡镇\n", "第 2 行：“乡镇”不在任何一列之下；请补上列名，或者删去"),
        ("文件,,地区\na.html,,\nb.html,甲,\n", "第 3 行：“甲”不在任何一列之下"),
        ("文件,地区\n\n,,甲\n", "第 3 行：“甲”不在任何一列之下"),
        ("文件,file\na.html,b.html\n", "第 1 行有两列说的是一样的（文件、file）；请留下一列"),
        (
            '文件,地区\na.html,\nb.html,"云南\nc.html,\n',
            "第 3 行起不是可用的 CSV：引号没有成对",
        ),
        ('文件,地区\n"a".html,云南\n', "第 2 行起不是可用的 CSV：引号没有成对"),
        ("文件\n", "没有一行内容"),
        ("", "没有列名"),
    ],
)
def test_a_wrong_manifest_is_refused_with_its_line(
    folder: Path, capsys: pytest.CaptureFixture[str], content: str, said: str
) -> None:
    (folder / "list.csv").write_text(content, "utf-8")
    assert main(["batch", "list.csv", "-o", "out"]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert "list.csv" in error


@pytest.mark.parametrize(
    ("into", "said"),
    [
        ("青禾县人民政府", {"peers/aggregation"}),
        ("青禾县政府", {"peers/aggregation"}),
        ("大河县人民政府", {"peers/missing-report"}),
    ],
)
@pytest.mark.parametrize("table_of", ["list.csv", "roster.csv"])
def test_into_whom_a_body_reports_is_held_against_it_or_named(
    folder: Path, into: str, said: set[str], table_of: str
) -> None:
    (folder / "list.csv").write_text(f"文件,汇入\nin/sound.html,{into}\nin/flawed.html,\n")
    (folder / "roster.csv").write_text(f"编制单位,汇入\n{BODY},{into}\n", "utf-8")
    given = ["list.csv"] if table_of == "list.csv" else ["in", "--roster", "roster.csv"]
    main(["batch", *given, "-o", "out", "-f", "none"])
    rows = table("across.csv")
    assert {row["检查"] for row in rows} == said
    assert all(into[:2] in row["内容"] for row in rows)


@pytest.mark.parametrize(
    ("rostered", "said"),
    [
        ("大河县人民政府", {"peers/missing-report"}),
        ("青禾县人民政府", {"peers/aggregation"}),
        ("", {"peers/aggregation"}),
    ],
)
def test_of_two_governments_the_roster_s_counts_and_both_are_named(
    folder: Path, rostered: str, said: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "list.csv").write_text(
        "文件,汇入\nin/sound.html,青禾县人民政府\nin/flawed.html,\n", "utf-8"
    )
    (folder / "roster.csv").write_text(
        f"编制单位,汇入,汇入机关已列全\n{BODY},{rostered},\n青禾县人民政府,,是\n", "utf-8"
    )
    main(["batch", "list.csv", "--roster", "roster.csv", "-o", "out", "-f", "none"])
    assert {row["检查"] for row in table("across.csv")} == said
    line = f"以名单为准：{BODY}（清单 青禾县人民政府，名单 {rostered}）"
    assert (line in capsys.readouterr().err) == rostered.startswith("大河")


def test_a_manifest_may_say_the_same_twice(folder: Path) -> None:
    (folder / "list.csv").write_text(
        "文件,编制单位\nin/sound.html,甲局\nin/flawed.html,\nin/sound.html,甲局\n", "utf-8"
    )
    main(["batch", "list.csv", "-o", "out"])
    assert [line["file"] for line in lines()] == ["in/sound.html", "in/flawed.html"]


def test_what_is_not_its_own_is_never_written_over(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "league.csv").write_text("mine", "utf-8")
    assert main(["batch", "in", "-o", "out"]) == 2
    assert "league.csv" in capsys.readouterr().err
    assert (folder / "out" / "league.csv").read_text("utf-8") == "mine"
    assert not (folder / "out" / "journal.sqlite").exists()


def test_what_a_person_has_changed_is_kept(folder: Path) -> None:
    main(["batch", "in", "-o", "out"])
    changed = [folder / "out" / "league.csv", folder / "out" / "pages" / "sound.govcheck.html"]
    for path in changed:
        path.write_bytes(path.read_bytes() + b"note")
    main(["batch", "in", "-o", "out", "--resume"])
    for path in changed:
        aside = path.with_name(f"{path.stem}.原-1{path.suffix}")
        assert aside.read_bytes().endswith(b"note")
        assert not path.read_bytes().endswith(b"note")


def test_its_own_folder_may_lie_among_the_reports() -> None:
    command = ["batch", ".", "-o", "out", "--figures", "--resume"]
    assert main(command) == main(command) == 1
    assert [line["file"] for line in lines()] == ["./in/flawed.html", "./in/sound.html"]


def test_what_lies_beside_the_reports_is_not_run(folder: Path) -> None:
    for name in ("queue", "sqlite3", "csv", "govcheck", "re2"):
        (folder / f"{name}.py").write_text("raise SystemExit(9)", "utf-8")
    done = batch_process("in", "-o", "out", cwd=folder)
    assert done.returncode == 1, done.stderr
    assert all(line["result"] for line in lines())


def test_a_roster_that_is_none_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "roster.csv").write_text("单位\n甲\n", "utf-8")
    assert main(["batch", "in", "-o", "out", "--roster", "roster.csv"]) == 2
    assert "roster.csv：第 1 行不认识列“单位”" in capsys.readouterr().err
    (folder / "roster.csv").write_text(
        "编制单位,地区,未公布\n甲,云南/昆明,否\n乙,火星,不详\n", "utf-8"
    )
    assert main(["batch", "in", "-o", "out", "--roster", "roster.csv"]) == 2
    said = capsys.readouterr().err
    assert "roster.csv：第 3 行：“未公布”不认识“不详”；应写 是 或 否" in said
    assert "roster.csv：第 3 行：没有地区“火星”" in said
    (folder / "roster.csv").write_text("编制单位,汇入,未公布\n甲,乙,是\n", "utf-8")
    assert main(["batch", "in", "-o", "out", "--roster", "roster.csv"]) == 1


def test_no_pages(folder: Path) -> None:
    main(["batch", "in", "-o", "out", "-f", "none"])
    assert not (folder / "out" / "pages").exists()
    assert all(line["page"] is None for line in lines())


def test_the_figures_of_all_reports_are_one_table() -> None:
    main(["batch", "in", "-o", "out", "--figures"])
    rows = table("figures.csv")
    given = [row for row in rows if row["文件"] == "in/sound.html" and row["数值"]]
    tables = lines()[1]["result"]["facts"]["tables"]
    values = {
        (name, row, column): cell["value"]
        for name, content in tables.items()
        for row, cells in content["cells"].items()
        for column, cell in cells.items()
        if cell["value"] is not None
    }
    assert {(row["表"], row["行"], row["列"]): float(row["数值"]) for row in given} == values
    assert {(row["编制单位"], row["年度"]) for row in given} == {(BODY, "2024")}


def test_the_best_come_first_and_the_refused_last(folder: Path) -> None:
    (folder / "in" / "bad.html").write_bytes(b"<p>nothing</p>")
    main(["batch", "in", "-o", "out"])
    rows = table("league.csv")
    assert [(row["名次"], row["结论"]) for row in rows] == [
        ("1", "合格"),
        ("2", "不合格"),
        ("—", "未检查"),
    ]


def test_reports_of_one_name_have_pages_of_their_own(folder: Path) -> None:
    for name in "ab":
        (folder / "in" / name).mkdir()
        (folder / "in" / name / "index.html").write_bytes(SOUND.read_bytes())
    main(["batch", "in", "-o", "out"])
    pages = {line["page"] for line in lines()}
    assert {"pages/a-index.govcheck.html", "pages/b-index.govcheck.html"} <= pages


def test_decisions_of_a_ledger_count(folder: Path) -> None:
    (folder / "in" / "sound.html").unlink()
    main(["review", "in/flawed.html", "-o", "ledger.yaml"])
    ledger = (folder / "ledger.yaml").read_text("utf-8")
    said = {"决定": "豁免", "核验人": "王检查", "日期": "2025-05-01", "理由": "已补正"}
    for name, words in {**said, "有效期至": "2026-01-01"}.items():
        ledger = ledger.replace(f"  {name}:\n", f"  {name}: {words}\n")
    (folder / "ledger.yaml").write_text(ledger, "utf-8")
    command = ["--review", "ledger.yaml", "--today", "2025-06-01"]
    main(["batch", "in", "-o", "out", *command])
    main(["check", "in", "-o", "checked/", *command])
    page = Path("out/pages/flawed.govcheck.html").read_bytes()
    assert page == Path("checked/flawed.govcheck.html").read_bytes()
    assert lines()[0]["result"]["verdict"] != "不合格"


def test_two_copies_of_one_report_are_held_against_each_other(folder: Path) -> None:
    before = SOUND.read_text("utf-8").replace("开展业务培训2次", "开展业务培训3次")
    (folder / "before.html").write_text(before, "utf-8")
    manifest = "文件,另一文本\nin/sound.html,before.html\nin/flawed.html,before.html\n"
    (folder / "list.csv").write_text(manifest, "utf-8")
    main(["batch", "list.csv", "-o", "out"])
    main(["compare", "--same-report", "before.html", "in/sound.html", "-o", "checked.html"])
    compared = (folder / "out" / "comparisons").iterdir()
    (page,) = compared
    assert page.name == "sound.govcheck.html"
    assert page.read_bytes() == (folder / "checked.html").read_bytes()
    told = {row["文件"]: (row["两个文本比较"], row["说明"]) for row in table("league.csv")}
    assert told["in/sound.html"] == ("comparisons/sound.govcheck.html", "")
    assert told["in/flawed.html"][1].startswith("未与另一文本 before.html 比较：编制单位分别是")
