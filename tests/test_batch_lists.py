"""What a batch is told, and how it lists what it found: for whatever names and figures."""

import csv
import io
import os
import sqlite3
from contextlib import closing, suppress
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook

from govcheck.batch.journal import Journal
from govcheck.batch.manifest import roster
from govcheck.batch.table_file import table_lines
from govcheck.batch.task import Answer, Task
from govcheck.commands.batch_sources import page_choice
from govcheck.commands.names import place, same_name
from govcheck.errors import Unusable
from govcheck.reports.batch.csv_lines import csv_lines
from govcheck.reports.batch.report_summary import Placing, ReportSummary
from govcheck.reports.totals import TotalsRow, in_order, ranks
from govcheck.reports.wording import number
from govcheck.rulebook.loading import load_rulebook

BOOK = load_rulebook()
POLICY, KNOWLEDGE = BOOK.policy, BOOK.knowledge
VERDICTS = (POLICY.passing, POLICY.undecided, POLICY.failing)
_names = st.text(st.sampled_from("aAb年报.- ?#%\udce5"), min_size=1, max_size=4)
_paths = st.lists(
    st.lists(_names.filter(lambda name: name.strip(".")), min_size=1, max_size=3).map("/".join),
    min_size=1,
    max_size=12,
    unique=True,
)
_points = st.integers(0, 100).map(Decimal)
_rows = st.lists(
    st.tuples(st.sampled_from(VERDICTS), _points, _points).map(
        lambda one: (one[0], *sorted(one[1:]))
    ),
    max_size=10,
)


def _tasks(paths: list[str]) -> list[Task]:
    return [
        Task(at=at, path=os.fsencode(place(path)), placing=Placing(name=f"{at}"))
        for at, path in enumerate(paths)
    ]


def _pages(folder: Path, paths: list[str]) -> dict[bytes, str | None]:
    with closing(Journal(folder)) as journal, journal.changing():
        journal.tasks.enter(_tasks(paths), choice=page_choice, alike=same_name)
        return {task.path: task.placing.page for task in journal.tasks.all()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("journal")


@settings(max_examples=40, deadline=None)
@given(_paths)
def test_every_report_has_a_page_of_its_own_in_whatever_order(
    folder: Path, paths: list[str]
) -> None:
    pages = _pages(folder, paths)
    assert pages == _pages(folder, paths[::-1])
    assert len(pages) == len({os.fsencode(place(path)) for path in paths})
    kept = [same_name(page) for page in pages.values() if page]
    assert len(set(kept)) == len(pages)
    assert not any(sign in page for page in kept for sign in "?#%")


@settings(max_examples=40, deadline=None)
@given(_rows)
def test_the_league_ranks_as_the_terminal_does(
    folder: Path, rows: list[tuple[str, Decimal, Decimal]]
) -> None:
    names = [f"{at:02}" for at in range(len(rows))]
    with closing(Journal(folder)) as journal, journal.changing():
        for task in _tasks([f"{at:02}" for at in range(10)]):
            journal.results.drop(task.path)
        journal.tasks.enter(_tasks(names), choice=page_choice, alike=same_name)
        for task, (verdict, confirmed, possible) in zip(_tasks(names), rows, strict=True):
            summary = ReportSummary(
                placing=task.placing, verdict=verdict, confirmed=confirmed, possible=possible
            )
            answer = Answer(at=task.at, path=task.path, summary=summary)
            journal.results.put(answer, "key", VERDICTS)
        ranked = [(rank, one.placing.name) for rank, one in journal.results.best_first()]
    told = [
        TotalsRow(
            name=name,
            verdict=verdict,
            confirmed=confirmed,
            possible=possible,
            verified=Decimal(0),
            failures=0,
            doubts=0,
        )
        for name, (verdict, confirmed, possible) in zip(names, rows, strict=True)
    ]
    ordered = in_order(told, POLICY)
    assert ranked == [
        (rank, f"{int(row.name)}") for rank, row in zip(ranks(ordered), ordered, strict=True)
    ]


_commands = st.builds(str.__add__, st.sampled_from("=+-@\t\r"), st.text(max_size=3))
_texts = st.text() | _commands | st.text("\x07\u202e", min_size=1, max_size=2)


@given(
    st.lists(
        st.lists(st.none() | _texts | st.integers() | st.decimals(-999, 999, places=2)),
        max_size=5,
    )
)
def test_a_table_can_be_read_again_and_holds_no_formula(
    rows: list[list[str | int | Decimal | None]],
) -> None:
    content = b"".join(csv_lines(["甲", "乙"], rows))
    read = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert read[0] == ["甲", "乙"]
    for written, row in zip(read[1:], rows, strict=True):
        for text, value in zip(written, row, strict=True):
            if isinstance(value, str):
                assert not text.startswith(("=", "+", "-", "@", "\t", "\r"))
                assert not set(text) & set("\x07\u202e")
            elif isinstance(value, Decimal):
                assert text == number(value)
            else:
                assert text == ("" if value is None else f"{value}")


_HEADINGS = {"文件": "file", "地区": "region"}
_cells = st.text(st.characters(codec="gb18030", exclude_characters="\r\n\0\ufeff"))


@given(st.lists(st.tuples(_cells, _cells)), st.sampled_from(["utf-8-sig", "gb18030"]))
def test_a_table_handed_in_is_read_as_it_is_written(
    rows: list[tuple[str, str]], encoding: str
) -> None:
    buffer = io.StringIO()
    csv.writer(buffer).writerows([("文件", "地区"), *rows])
    try:
        read = list(table_lines(buffer.getvalue().encode(encoding), ".csv", _HEADINGS))
    except Unusable:
        raise AssertionError from None
    kept = [
        (at, {"file": one.strip(), "region": other.strip()})
        for at, (one, other) in enumerate(rows, 2)
        if one.strip() or other.strip()
    ]
    assert [(at, dict(values)) for at, values in read] == kept


@given(st.binary(max_size=200), st.sampled_from([".csv", ".xlsx"]))
def test_whatever_is_handed_in_is_read_or_refused(content: bytes, suffix: str) -> None:
    with suppress(Unusable):
        assert all(number > 1 for number, _ in table_lines(content, suffix, _HEADINGS))


def test_the_workbook_is_read_as_the_csv_is(tmp_path: Path) -> None:
    with Workbook(tmp_path / "list.xlsx") as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["文件", "地区"])
        page.write_row(2, 0, ["甲.html", 12])
    read = table_lines((tmp_path / "list.xlsx").read_bytes(), ".xlsx", _HEADINGS)
    assert list(read) == [(3, {"file": "甲.html", "region": "12"})]


def test_what_is_no_journal_is_left_alone(tmp_path: Path) -> None:
    for content in (b"something else", _database(tmp_path / "other")):
        (tmp_path / "journal.sqlite").write_bytes(content)
        with pytest.raises(Unusable, match="批次记录"):
            Journal(tmp_path)
        assert (tmp_path / "journal.sqlite").read_bytes() == content


def _database(path: Path) -> bytes:
    with closing(sqlite3.connect(path)) as store:
        store.execute("create table mine (text)")
    return path.read_bytes()


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("政府", "government"),
        ("部门", "department"),
        ("乡镇", "township"),
        ("街道", "sub-district"),
        ("乡镇人民政府", "township"),
        ("department", "department"),
    ],
)
def test_a_kind_of_body_is_written_as_people_write_it(written: str, kind: str) -> None:
    content = f"编制单位,机关类别\n甲,{written}\n".encode()
    assert [one.kind for one in roster(content, ".csv", KNOWLEDGE)] == [kind]
