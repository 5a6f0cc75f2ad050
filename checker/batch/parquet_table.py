"""Tables as Parquet, for those who reckon with many reports: DuckDB makes them of a CSV file.

Beside the table's own place a plain CSV file is written, which spreadsheets never see: without
the sign before what they would take for a formula, and empty where nothing is known.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from errno import EIO
from glob import escape
from pathlib import Path
from typing import Final

from govcheck.batch.finished import Unwritten, name_beside, write_beside
from govcheck.reports.batch.csv_lines import Holds, Value, csv_lines

MARK: Final = "govcheck-batch/1"
"""Stands in the file's own description, by which it is told from another's."""
_PIECE: Final = 1024 * 1024
_ALONE: Final[dict[str, str | bool | int | float | list[str]]] = {
    "threads": 1,
    "temp_directory": "",
}
"""One thread, so that the bytes are the same ones; and nothing written anywhere else."""
_COPY: Final = """
copy (select * from read_csv({table}, columns = {columns}, header = true, auto_detect = false,
    delim = ',', quote = '"', escape = '"', max_line_size = 33554432))
to {target} (format parquet, compression zstd, kv_metadata {{generator: {mark}}})
"""


def parquet_pieces(
    folder: Path,
    columns: Mapping[str, Holds],
    rows: Iterable[Sequence[Value]],
) -> Iterator[bytes]:
    """Yield the bytes of the table; ``columns`` gives what each of them holds.

    Raises Unwritten; nothing is left in the folder.
    """
    table, _ = write_beside(folder, csv_lines(tuple(columns), rows, guarded=False))
    made = folder / name_beside()
    try:
        _make(folder / table, made, columns)
        with made.open("rb") as file:
            while piece := file.read(_PIECE):
                yield piece
    finally:
        for path in (folder / table, made):
            with suppress(OSError):
                path.unlink()


def _make(table: Path, made: Path, columns: Mapping[str, Holds]) -> None:
    """Write the one file as the other.  Raises Unwritten."""
    import duckdb  # noqa: PLC0415 - an extra

    query = _COPY.format(
        table=_text(escape(str(table))),
        columns="{" + ", ".join(f"{_text(n)}: {_text(t)}" for n, t in columns.items()) + "}",
        target=_text(str(made)),
        mark=_text(MARK),
    )
    try:
        with duckdb.connect(":memory:", config=_ALONE) as base:
            base.execute(query)
    except duckdb.IOException as error:
        raise Unwritten(EIO) from error


def _text(value: str) -> str:
    """Return a text as SQL writes it."""
    doubled = value.replace("'", "''")
    return f"'{doubled}'"
