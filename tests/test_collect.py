"""Collecting a column: a site of our own with the habits of real ones, on the loopback."""

import csv
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from own_server import Answer, OwnServer, serving
from word_files import word_file

import govcheck
from govcheck.cli import main
from govcheck.commands.collection_run import Collecting
from govcheck.commands.lock import locked
from govcheck.errors import Unusable

NOW = datetime(2025, 4, 1, 9, 30, tzinfo=UTC)
COLUMN = "/zfxxgk/nb/index.html"
PARTS = (
    "<p>一、总体情况</p><p>2024年，本局主动公开信息120条。</p>"
    "<p>六、其他需要报告的事项</p><p>无。</p>"
)
WRITTEN = (
    '<script>var countPage = 3\nif(countPage>1)document.write("<a href=\\"index"+"_" + '
    'nextPage + "."+"html\\">下一页</a>");</script>'
)


def title(body: str, year: int = 2024) -> str:
    return f"{body}{year}年政府信息公开工作年度报告"


def report(body: str, inside: str = "", year: int = 2024) -> Answer:
    name = title(body, year)
    page = (
        f"<html><head><title>{name}</title></head><body><h1>{name}</h1>"
        f"<p>发布日期：{year + 1}-01-20</p>{PARTS}{inside}</body></html>"
    )
    return Answer(page.encode(), headers={"Content-Type": "text/html"})


def listing(*lines: str, encoding: str = "utf-8", script: str = "") -> Answer:
    items = "".join(f"<li>{line}</li>" for line in lines)
    menu = '<a href="/">首页</a><a href="/zwgk/">政务公开</a>'
    page = f"<html><body>{menu}<ul>{items}</ul>{script}<p>版权所有</p></body></html>"
    return Answer(page.encode(encoding), headers={"Content-Type": "text/html"})


def line(address: str, words: str, day: str = "2025-01-21") -> str:
    return f'<a href="{address}">{words}</a><span>{day}</span>'


@pytest.fixture
def server() -> Iterator[OwnServer]:
    with serving() as own:
        yield own


class Run:
    """One folder, collected into once or several times."""

    def __init__(self, server: OwnServer, folder: Path) -> None:
        self.server, self.folder = server, folder
        self.waited: list[float] = []
        self.wait: Callable[[float], None] = self.waited.append

    def collect(
        self, column: str = "", *, limit: int = 100, retry: bool = False, pause: float = 0
    ) -> int:
        self.server.asked.clear()
        collecting = Collecting(
            folder=self.folder,
            pause=pause,
            limit=limit,
            retry=retry,
            now=lambda: NOW,
            wait=self.wait,
        )
        return collecting.run(column or self.server.address + COLUMN, None)

    @property
    def rows(self) -> list[Mapping[str, str]]:
        text = (self.folder / "manifest.csv").read_text("utf-8-sig")
        return list(csv.DictReader(StringIO(text)))

    def cells(self, heading: str) -> list[str]:
        return [row[heading] for row in self.rows]

    def file(self, number: int = 0) -> Path:
        return self.folder / self.rows[number]["文件"]

    @property
    def files(self) -> set[str]:
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return {path.relative_to(self.folder).as_posix() for path in found}


@pytest.fixture
def run(server: OwnServer, tmp_path: Path) -> Run:
    return Run(server, tmp_path / "out")


def test_a_row_says_whose_report_it_is_and_where_it_came_from(
    server: OwnServer, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    name = title("云岭市水务局")
    server.files[COLUMN] = listing(line("t1.html", name))
    server.files["/zfxxgk/nb/t1.html"] = report("云岭市水务局")
    assert run.collect() == 0
    assert run.rows == [
        {
            "文件": f"{name}/{name}.html",
            "编制单位": "云岭市水务局",
            "机关类别": "",
            "地区": "",
            "年度": "2024",
            "发布日期": "2025-01-20",
            "标题": name,
            "网址": f"{server.address}/zfxxgk/nb/t1.html",
            "获取时间": "2025-04-01T09:30:00+00:00",
            "状态": "已收集",
            "原因": "",
        }
    ]
    assert run.file().read_bytes() == server.files["/zfxxgk/nb/t1.html"].content
    assert "收集 1 份，未收集 0 份" in capsys.readouterr().out


@pytest.mark.parametrize(
    "script",
    [
        '<script>createPageHTML(3, 0, "index", "html");</script>',
        "<script>createPageHTML('page_div',3, 0,'index','html',45);</script>",
        '<script>var total = 3;var cur=0;createPageHTML(total, cur, "index", "html")</script>',
        WRITTEN,
        '<a href="index_1.html">2</a><a href="index_2.html">3</a>',
        '<select><option>1</option></select><a href="index_1.html">下一页</a>',
    ],
)
def test_the_list_goes_on_as_sites_page_it(server: OwnServer, run: Run, script: str) -> None:
    more = '<a href="index_2.html">下一页 &gt;</a>'
    bodies = ["水务局", "财政局", "教育局"]
    names = ["index.html", "index_1.html", "index_2.html"]
    for number, (name, body) in enumerate(zip(names, bodies, strict=True)):
        own = script if number == 0 else more if number == 1 else ""
        server.files[f"/zfxxgk/nb/{name}"] = listing(
            line(f"t{number}.html", title(body)), script=own
        )
        server.files[f"/zfxxgk/nb/t{number}.html"] = report(f"云岭市{body}")
    assert run.collect() == 0
    assert run.cells("标题") == [title(body) for body in bodies]
    assert len(server.asked) == len(set(server.asked))


def test_pages_by_query_are_followed_and_none_twice(server: OwnServer, run: Run) -> None:
    pages = '<a href="?page=1">1</a><a href="?page=2">2</a><a href="?page=2">下一页</a>'
    server.files[COLUMN] = listing(line("a.html", title("水务局")), script=pages)
    server.files[f"{COLUMN}?page=1"] = server.files[COLUMN]
    server.files[f"{COLUMN}?page=2"] = listing(
        line("b.html", title("财政局")), script='<a href="?page=1">上一页</a>'
    )
    for name, body in (("a", "水务局"), ("b", "财政局")):
        server.files[f"/zfxxgk/nb/{name}.html"] = report(body)
    assert run.collect() == 0
    assert run.cells("标题") == [title("水务局"), title("财政局")]
    assert len(server.asked) == len(set(server.asked))


def test_pages_that_only_a_script_turns_are_told(
    server: OwnServer, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = '<a href="javascript:go(2)">2</a><a href="#" onclick="go(2)">下一页</a>'
    opened = "<a href=\"javascript:open('7')\">" + title("财政局") + "</a>"
    server.files[COLUMN] = listing(line("a.html", title("水务局")), opened, script=pages)
    server.files["/zfxxgk/nb/a.html"] = report("水务局")
    assert run.collect() == 1
    error = capsys.readouterr().err
    assert "由脚本翻页" in error
    assert f"“{title('财政局')}”由脚本打开" in error


def test_a_list_in_gbk_is_read_whatever_the_server_says(server: OwnServer, run: Run) -> None:
    server.files[COLUMN] = listing(line("a.html", title("云岭市水务局")), encoding="gbk")
    server.files["/zfxxgk/nb/a.html"] = Answer(
        report("云岭市水务局", '<img src="/i/1.png">').content.decode().encode("gbk")
    )
    server.files["/i/1.png"] = Answer(b"\x89PNG")
    assert run.collect() == 0
    assert run.cells("编制单位") == ["云岭市水务局"]
    assert "云岭市水务局" in run.file().read_text("gbk")


def test_what_is_no_report_is_not_asked_for(server: OwnServer, run: Run) -> None:
    others = [
        "2024年政府信息公开工作年度报告解读",
        "关于做好2024年政府信息公开工作年度报告编制工作的通知",
        "云岭市水务局2024年部门决算",
        "政府信息公开指南",
        "企业年报公示",
        "中国政府网",
    ]
    lines = [line(f"x{number}.html", words) for number, words in enumerate(others)]
    server.files[COLUMN] = listing(*lines, line("a.html", title("水务局")))
    server.files["/zfxxgk/nb/a.html"] = report("水务局")
    assert run.collect() == 0
    assert server.asked == ["/robots.txt", COLUMN, "/zfxxgk/nb/a.html"]


def test_the_words_of_a_link_may_be_cut_off_or_short(server: OwnServer, run: Run) -> None:
    whole = title("云岭市住房和城乡建设局")
    server.files[COLUMN] = listing(
        f'· <a href="a.html" title="{whole}">云岭市住房和城乡建设局2024年…</a> [2025-01-22]',
        line("b.html", "财政局2024年政府信息公开工作..."),
        '<a href="c.html">【2024年年报】 2025年1月23日</a>',
    )
    for name in "abc":
        server.files[f"/zfxxgk/nb/{name}.html"] = report(f"云岭市{name}局")
    run.collect()
    assert len(run.rows) == 3
    assert run.cells("标题")[0] == whole


def test_a_link_may_be_named_by_the_words_in_its_line(server: OwnServer, run: Run) -> None:
    name = title("云岭市水务局")
    row = f'<tr><td>1</td><td>{name}</td><td>2025-01-22</td><td><a href="a.html">查看</a></td>'
    server.files[COLUMN] = Answer(f"<table>{row}<tr><td><a href='/'>首页</a></table>".encode())
    server.files["/zfxxgk/nb/a.html"] = report("云岭市水务局")
    assert run.collect() == 0
    assert run.cells("标题") == [name]


def test_a_report_in_a_frame_is_saved_with_it(server: OwnServer, run: Run) -> None:
    name = title("云岭市水务局")
    page = f'<html><title>{name}</title><iframe src="/v/show.jsp?id=1"></iframe></html>'
    inner = report("云岭市水务局", '<p>图</p><img src="i/9.png">')
    server.files[COLUMN] = listing(line("a.html", name))
    server.files["/zfxxgk/nb/a.html"] = Answer(page.encode())
    server.files["/v/show.jsp?id=1"] = inner
    server.files["/v/i/9.png"] = Answer(b"nine")
    assert run.collect() == 0
    assert any((run.folder / one).read_bytes() == b"nine" for one in run.files)
    server.asked.clear()
    read = {one.rule for one in govcheck.check(run.file()).findings}
    assert "format/overview-aspects" in read
    assert not server.asked


def test_a_broken_link_is_a_row_with_its_reason(server: OwnServer, run: Run) -> None:
    server.files[COLUMN] = listing(
        line("gone.html", title("水务局")), line("a.html", title("财政局"))
    )
    server.files["/zfxxgk/nb/a.html"] = report("财政局")
    assert run.collect() == 1
    gone, had = run.rows
    assert (gone["文件"], gone["状态"], gone["编制单位"]) == ("", "未收集", "水务局")
    assert "HTTP 404" in gone["原因"]
    assert gone["发布日期"] == "2025-01-21"
    assert had["状态"] == "已收集"


def test_a_page_without_a_report_is_not_had(server: OwnServer, run: Run) -> None:
    server.files[COLUMN] = listing(line("a.html", title("水务局")))
    server.files["/zfxxgk/nb/a.html"] = Answer(b"<html><body><p>404</p></body></html>")
    assert run.collect() == 1
    assert run.cells("状态") == ["未收集"]
    assert run.files == {"manifest.csv"}


def test_two_reports_of_one_title_have_a_folder_each(server: OwnServer, run: Run) -> None:
    name = title("水务局")
    server.files[COLUMN] = listing(
        line("a.html", name), line("b.html", name), line("a.html", name)
    )
    server.files["/zfxxgk/nb/a.html"] = report("水务局")
    server.files["/zfxxgk/nb/b.html"] = report("水务局", "<p>更正。</p>")
    assert run.collect() == 0
    first, second = (row["文件"] for row in run.rows)
    assert first == f"{name}/{name}.html"
    assert second.startswith(f"{name}-")
    assert "更正" in run.file(1).read_text("utf-8")


def test_a_saved_report_shows_its_pictures_without_the_site(
    server: OwnServer, run: Run
) -> None:
    pictures = '<p>图</p><img src="../i/1.png?v=1&amp;w=2"><img src="W2.jpg"><img src="no.png">'
    server.files[COLUMN] = listing(line("a.html", title("水务局")))
    server.files["/zfxxgk/nb/a.html"] = report("水务局", pictures)
    server.files["/zfxxgk/i/1.png?v=1&w=2"] = Answer(b"one")
    server.files["/zfxxgk/nb/W2.jpg"] = Answer(b"two")
    assert run.collect() == 0
    folder, name = run.file().parent, title("水务局")
    beside = folder / f"{name}_files"
    assert {path.read_bytes() for path in beside.glob("p*")} == {b"one", b"two"}
    assert (beside / "原网页.html").read_bytes() == server.files["/zfxxgk/nb/a.html"].content
    assert run.rows[0]["原因"].startswith("图片没有取到（网站没有给出这个文件（HTTP 404）")
    server.asked.clear()
    assert govcheck.check(run.file()).verdict
    assert not server.asked


def test_of_a_page_that_links_the_report_the_attachment_is_saved(
    server: OwnServer, run: Run
) -> None:
    name = title("云岭市水务局")
    link = f'<p>附件：<a href="/f/W1.docx">{name}.docx</a></p>'
    page = f"<html><body><h1>{name}</h1><p>发布日期：2025-01-19</p>{link}</body></html>"
    server.files[COLUMN] = listing(line("a.html", name))
    server.files["/zfxxgk/nb/a.html"] = Answer(page.encode())
    server.files["/f/W1.docx"] = Answer(_word(name))
    assert run.collect() == 0
    assert run.cells("文件") == [f"{name}/{name}.docx"]
    assert run.cells("发布日期") == ["2025-01-19"]
    assert f"{name}/{name}_files/原网页.html" in run.files
    assert run.file().read_bytes() == server.files["/f/W1.docx"].content


def test_a_list_may_link_files_themselves(server: OwnServer, run: Run) -> None:
    names = [title("水务局"), title("财政局"), title("教育局")]
    server.files[COLUMN] = listing(
        line("a.docx", f"{names[0]}.docx"),
        line("b.doc", names[1]),
        line("c.pdf", names[2]),
    )
    server.files["/zfxxgk/nb/a.docx"] = Answer(_word(names[0]))
    server.files["/zfxxgk/nb/b.doc"] = Answer(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))
    server.files["/zfxxgk/nb/c.pdf"] = Answer(b"%PDF-1.4\nbroken")
    run.collect()
    assert [Path(name).suffix for name in run.cells("文件")] == [".docx", ".doc", ".pdf"]
    assert run.cells("状态") == ["已收集"] * 3
    assert run.cells("编制单位") == ["水务局", "财政局", "教育局"]
    assert [bool(reason) for reason in run.cells("原因")] == [False, True, True]


def test_an_error_page_in_the_place_of_a_file_is_not_had(server: OwnServer, run: Run) -> None:
    server.files[COLUMN] = listing(line("a.pdf", title("水务局")))
    server.files["/zfxxgk/nb/a.pdf"] = Answer(b"<!DOCTYPE html><html><p>404</p></html>")
    assert run.collect() == 1
    assert run.cells("状态") == ["未收集"]


def test_lists_of_years_and_of_bodies_are_followed(server: OwnServer, run: Run) -> None:
    server.files[COLUMN] = listing(line("2024/", "2024年"), line("2023/", "2023年"))
    server.files["/zfxxgk/nb/2024/"] = listing(line("../w.html", "云岭市水务局", ""))
    server.files["/zfxxgk/nb/2023/"] = listing(
        line("../x.html", title("水务局", 2023)), line("../y.pdf", title("财政局", 2023))
    )
    server.files["/zfxxgk/nb/w.html"] = report("云岭市水务局")
    server.files["/zfxxgk/nb/x.html"] = report("水务局", year=2023)
    server.files["/zfxxgk/nb/y.pdf"] = Answer(b"%PDF-1.4\nbroken")
    assert run.collect() == 0
    assert {(row["编制单位"], row["年度"]) for row in run.rows} == {
        ("云岭市水务局", "2024"),
        ("水务局", "2023"),
        ("财政局", "2023"),
    }
    assert f"{title('云岭市水务局')}/{title('云岭市水务局')}.html" in run.cells("文件")


def test_a_list_in_a_frame_is_read(server: OwnServer, run: Run) -> None:
    server.files[COLUMN] = Answer(b'<html><iframe src="list.jsp?id=3"></iframe></html>')
    server.files["/zfxxgk/nb/list.jsp?id=3"] = listing(line("a.html", title("水务局")))
    server.files["/zfxxgk/nb/a.html"] = report("水务局")
    assert run.collect() == 0
    assert len(run.rows) == 1


def test_only_this_site_is_asked(server: OwnServer, run: Run) -> None:
    elsewhere = server.address.replace("127.0.0.1", "localhost")
    server.files[COLUMN] = listing(
        line(f"{elsewhere}/a.html", title("水务局")), line("b.html", title("财政局"))
    )
    server.files["/a.html"] = report("水务局")
    server.files["/zfxxgk/nb/b.html"] = Answer(
        status=302, headers={"Location": f"{elsewhere}/a.html"}
    )
    assert run.collect() == 1
    assert all("在另一个网站上" in reason for reason in run.cells("原因"))
    assert "/a.html" not in server.asked


def test_robots_are_kept_and_waited_for(server: OwnServer, run: Run) -> None:
    robots = "User-agent: *\nDisallow: /zfxxgk/nb/*.pdf$\nCrawl-delay: 7\n"
    server.files["/robots.txt"] = Answer(robots.encode())
    server.files[COLUMN] = listing(
        line("a.pdf", title("水务局")), line("b.html", title("财政局"))
    )
    server.files["/zfxxgk/nb/b.html"] = report("财政局")
    assert run.collect(pause=2) == 1
    assert "robots.txt" in run.cells("原因")[0]
    assert server.asked == ["/robots.txt", COLUMN, "/zfxxgk/nb/b.html"]
    assert run.waited == [7.0, 7.0]


def test_a_column_that_robots_close_is_refused(server: OwnServer, run: Run) -> None:
    server.files["/robots.txt"] = Answer(b"User-agent: govcheck\nDisallow: /\n")
    with pytest.raises(Unusable, match=r"robots\.txt"):
        run.collect()
    assert server.asked == ["/robots.txt"]


def test_a_site_whose_robots_fail_is_left_alone(server: OwnServer, run: Run) -> None:
    server.files["/robots.txt"] = Answer(status=503)
    with pytest.raises(Unusable, match=r"robots\.txt"):
        run.collect()


def test_a_second_run_asks_for_nothing_that_the_manifest_has(
    server: OwnServer, run: Run
) -> None:
    lines = [line(f"t{number}.html", title(f"第{number}水务局")) for number in range(3)]
    server.files[COLUMN] = listing(*lines, line("gone.html", title("财政局")))
    for number in range(3):
        server.files[f"/zfxxgk/nb/t{number}.html"] = report(f"第{number}水务局")
    assert run.collect(limit=2) == 1
    assert len(run.rows) == 2
    first = run.rows
    assert run.collect() == 1
    assert server.asked == ["/robots.txt", COLUMN, "/zfxxgk/nb/t2.html", "/zfxxgk/nb/gone.html"]
    assert run.rows[:2] == first
    before = (run.folder / "manifest.csv").read_bytes()
    assert run.collect() == 1
    assert server.asked == ["/robots.txt", COLUMN]
    assert (run.folder / "manifest.csv").read_bytes() == before
    server.files["/zfxxgk/nb/gone.html"] = report("财政局")
    assert run.collect(retry=True) == 0
    assert run.cells("状态") == ["已收集"] * 4


def test_a_run_that_was_stopped_between_folder_and_row_goes_on(
    server: OwnServer, run: Run
) -> None:
    server.files[COLUMN] = listing(line("a.html", title("水务局")))
    server.files["/zfxxgk/nb/a.html"] = report("水务局")
    run.collect()
    files, manifest = run.files, run.folder / "manifest.csv"
    before = manifest.read_bytes()
    manifest.unlink()
    left = run.folder / ".govcheck-0123456789abcdef.tmp"
    left.mkdir()
    (left / "a.html").write_text("half", "utf-8")
    assert run.collect() == 0
    assert run.files == files
    assert manifest.read_bytes() == before


def test_a_folder_of_the_users_own_is_left_as_it_is(server: OwnServer, run: Run) -> None:
    name = title("水务局")
    own = run.folder / name / f"{name}.html"
    own.parent.mkdir(parents=True)
    own.write_text("mine", "utf-8")
    server.files[COLUMN] = listing(line("a.html", name))
    server.files["/zfxxgk/nb/a.html"] = report("水务局")
    assert run.collect() == 0
    assert own.read_text("utf-8") == "mine"
    assert run.file() != own
    assert run.file().is_file()


def test_two_runs_do_not_share_a_folder(server: OwnServer, run: Run) -> None:
    server.files[COLUMN] = listing(line("a.html", title("水务局")))
    run.folder.mkdir()
    with (
        locked(run.folder / "manifest.csv", taken=""),
        pytest.raises(Unusable, match="正在往这个目录收集"),
    ):
        run.collect()
    assert not server.asked


def test_a_manifest_that_is_none_is_left_as_it_is(server: OwnServer, run: Run) -> None:
    run.folder.mkdir()
    manifest = run.folder / "manifest.csv"
    manifest.write_text("a,b\n1,2\n", "utf-8")
    server.files[COLUMN] = listing(line("a.html", title("水务局")))
    with pytest.raises(Unusable, match="不予覆盖"):
        run.collect()
    assert manifest.read_text("utf-8") == "a,b\n1,2\n"
    assert not server.asked


def test_what_a_person_writes_into_the_manifest_stays(server: OwnServer, run: Run) -> None:
    server.files[COLUMN] = listing(
        line("a.html", title("水务局")), line("b.html", title("财政局"))
    )
    for name, body in (("a", "水务局"), ("b", "财政局")):
        server.files[f"/zfxxgk/nb/{name}.html"] = report(body)
    run.collect(limit=1)
    manifest = run.folder / "manifest.csv"
    head, row = manifest.read_text("utf-8-sig").splitlines()
    changed = (
        f"{head},备注\n{row.replace(',水务局,,,', ',云岭市水务局,department,云南,')},已核\n"
    )
    manifest.write_bytes(changed.encode("gbk"))
    assert run.collect() == 0
    first, second = run.rows
    assert (first["编制单位"], first["机关类别"], first["地区"], first["备注"]) == (
        "云岭市水务局",
        "department",
        "云南",
        "已核",
    )
    assert second["编制单位"] == "财政局"
    assert run.files >= {"manifest.csv"}
    assert not list(run.folder.glob("manifest.原*"))


def test_what_is_written_into_the_manifest_meanwhile_stays(server: OwnServer, run: Run) -> None:
    names = ["a", "b", "c"]
    server.files[COLUMN] = listing(*(line(f"{name}.html", title(name)) for name in names))
    for name in names:
        server.files[f"/zfxxgk/nb/{name}.html"] = report(f"{name}局")
    manifest = run.folder / "manifest.csv"

    def write_meanwhile(_: float) -> None:
        if manifest.exists():
            text = manifest.read_text("utf-8-sig").replace("a局,,", "a局,department,")
            manifest.write_text(text, "utf-8-sig", newline="")

    run.wait = write_meanwhile
    assert run.collect(pause=1) == 0
    assert run.cells("机关类别") == ["department", "", ""]


def test_names_lead_nowhere_and_cells_command_nothing(server: OwnServer, run: Run) -> None:
    hostile = ["../../a/2024年年报", "=cmd|x 2024年年报", "\u202e2024年年报", "CON年报"]
    server.files[COLUMN] = listing(
        *(line(f"t{number}.html", words) for number, words in enumerate(hostile))
    )
    for number in range(len(hostile)):
        server.files[f"/zfxxgk/nb/t{number}.html"] = report(f"第{number}水务局")
    assert run.collect() == 0
    assert {path.name for path in run.folder.parent.iterdir()} == {"out"}
    for row in run.rows:
        assert (run.folder / row["文件"]).resolve().is_relative_to(run.folder.resolve())
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())
        assert "\u202e" not in row["文件"]


def test_a_saved_column_page_is_read_by_the_address_noted_in_it(
    server: OwnServer, run: Run, tmp_path: Path
) -> None:
    address = server.address + COLUMN
    page = listing(line("a.html", title("水务局"))).content
    server.files["/zfxxgk/nb/a.html"] = report("水务局")
    saved = tmp_path / "column.html"
    saved.write_bytes(f"<!-- saved from url=({len(address):04}){address} -->".encode() + page)
    assert run.collect(str(saved)) == 0
    assert server.asked == ["/robots.txt", "/zfxxgk/nb/a.html"]
    saved.write_bytes(page)
    with pytest.raises(Unusable, match="--address"):
        run.collect(str(saved))


def test_the_command_refuses_in_a_line(
    server: OwnServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server.files[COLUMN] = listing("没有年报")
    for column in (server.address + COLUMN, server.address + "/no", str(tmp_path / "no.html")):
        assert main(["collect", column, "-o", str(tmp_path / "out"), "--pause", "0"]) == 2
        assert len(capsys.readouterr().err.strip().splitlines()) == 1
    assert main(["collect", server.address + COLUMN]) == 2


def _word(name: str) -> bytes:
    lines = [name, "一、总体情况", "2024年，本局主动公开信息120条。"]
    return word_file("".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in lines))
