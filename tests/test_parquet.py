"""The tables of a batch as Parquet hold what the CSV files do, with numbers as numbers."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from batches import FLAWED, SOUND, batch_process
from hypothesis import given, settings
from hypothesis import strategies as st

from govcheck.batch.parquet_table import parquet_pieces
from govcheck.cli import main
from govcheck.commands.own_results import is_result
from govcheck.reports.batch.csv_lines import Holds

duckdb = pytest.importorskip("duckdb")
_texts = st.none() | st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]))
_rows = st.lists(
    st.tuples(
        _texts,
        st.none() | st.integers(-(2**31), 2**31 - 1),
        st.none() | st.integers(-(10**9), 10**9).map(lambda cents: Decimal(cents) / 100),
        st.none() | st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    ),
    max_size=5,
)


def read(path: Path) -> list[dict[str, Any]]:
    with duckdb.connect(":memory:") as base:
        found = base.execute("select * from read_parquet(?)", [str(path)])
        names = [one[0] for one in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


@pytest.fixture(scope="module")
def odd_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tables") / "it's [a] {folder}*"
    folder.mkdir()
    return folder


@settings(max_examples=30, deadline=None)
@given(_rows)
def test_whatever_a_table_holds_is_read_again(
    odd_folder: Path, rows: list[tuple[str | None, int | None, Decimal | None, date | None]]
) -> None:
    columns = {
        "名'称": Holds.TEXT,
        "年度": Holds.WHOLE,
        "得分": Holds.NUMBER,
        "日期": Holds.DAY,
    }
    given_rows = [(a, b, c, d.isoformat() if d else None) for a, b, c, d in rows]
    pieces = list(parquet_pieces(odd_folder, columns, given_rows))
    assert pieces == list(parquet_pieces(odd_folder, columns, given_rows))
    assert not list(odd_folder.iterdir())
    path = odd_folder.parent / "one.parquet"
    path.write_bytes(b"".join(pieces))
    assert [tuple(row.values()) for row in read(path)] == [
        (a or None, b, None if c is None else float(c), d) for a, b, c, d in rows
    ]
    assert is_result(path)


def test_a_batch_writes_its_tables_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").mkdir()
    for path in (SOUND, FLAWED):
        (tmp_path / "in" / path.name).write_bytes(path.read_bytes())
    monkeypatch.chdir(tmp_path)
    command = ["batch", "in", "-o", "out", "--figures", "--resume"]
    assert main(command) == main(command) == 1
    for name, number in (("figures", "数值"), ("league", "得分下限")):
        with (tmp_path / "out" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            lines = list(csv.DictReader(file))
        rows = read(tmp_path / "out" / f"{name}.parquet")
        assert [list(row) for row in rows] == [list(line) for line in lines]
        assert [row["编制单位"] for row in rows] == [line["编制单位"] for line in lines]
        assert [row[number] for row in rows] == [
            float(line[number]) if line[number] else None for line in lines
        ]
    main(["batch", "in", "-o", "without"])
    assert not list((tmp_path / "without").glob("*.parquet"))


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / SOUND.name).write_bytes(SOUND.read_bytes())
    full = """
import duckdb
def refuse(self, query):
    raise duckdb.IOException("No space left on device")
class Full:
    def __init__(self, *_, **__): pass
    def __enter__(self): return self
    def __exit__(self, *_): return None
    execute = refuse
duckdb.connect = Full
"""
    done = batch_process("in", "-o", "out", "--figures", before=full, cwd=tmp_path)
    assert done.returncode == 2
    assert "无法写入 out（磁盘已满或者出错）；已检查的 1 份都已保存" in done.stderr
    assert not list((tmp_path / "out").rglob(".govcheck-*"))
    assert not (tmp_path / "out" / "league.parquet").exists()
