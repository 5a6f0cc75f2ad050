"""All that a store holds, as files: tables for a spreadsheet, the ledger, every result."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import Final

from msgspec import json
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from govcheck.web.decided import ledger_text
from govcheck.web.desk import lines_of
from govcheck.web.entering import gone, let_in
from govcheck.web.server import Server
from govcheck.web.written import held, saved

_REPORTS: Final = (
    *("名次", "单位", "年度", "标题", "文件", "结论", "确认得分", "可能得分", "已核验"),
    *("问题", "待核", "已决定", "事项", "状态", "检查时间"),
)
_LOG: Final = (
    *("时间", "报告", "位置", "问题", "程度", "规则", "决定", "核验人", "日期", "理由"),
    *("有效期至",),
)
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for the beginning of a formula."""
_EVERY: Final = 2**62


async def _file(request: Request) -> Response:
    server, name = let_in(request), request.path_params["name"]
    if name == "results.jsonl":
        kind = "application/x-ndjson"
        return StreamingResponse(_results(server), media_type=kind, headers=held(name))
    if name not in _WRITERS:
        raise gone("没有这种文件")
    write, kind = _WRITERS[name]
    return saved(await run_in_threadpool(write, server), name, kind)


def _reports(server: Server) -> bytes:
    return _table(
        _REPORTS,
        (
            (
                *(one.rank, one.facts.agency, one.facts.year, one.facts.title),
                *(one.upload.name, one.facts.verdict, one.facts.confirmed),
                *(one.facts.possible, one.facts.verified, one.failures, one.facts.open),
                *(one.decided, len(one.facts.matters), one.state, one.upload.at),
            )
            for one in lines_of(server)
        ),
    )


def _log(server: Server) -> bytes:
    return _table(
        _LOG,
        (
            (
                *(one.at, one.matter.report, one.matter.place, one.matter.message),
                *(one.matter.severity, one.matter.rule, one.choice.decision or "撤回"),
                *(one.person, one.day, one.choice.reason, one.choice.until),
            )
            for one in reversed(server.decisions.log(_EVERY))
        ),
    )


def _ledger(server: Server) -> bytes:
    return ledger_text(server.decisions.all_standing()).encode("utf-8")


def _results(server: Server) -> Iterator[bytes]:
    """Yield every result as the command writes it, one on a line."""
    for upload in [*server.uploads.latest()]:
        written = server.uploads.output(upload.id, "json")
        if written:
            yield json.format(written, indent=-1) + b"\n"


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Write a table that a spreadsheet opens as Chinese, and takes no cell of for a formula."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(head)
    for row in rows:
        writer.writerow([_cell(one) for one in row])
    return text.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    written = "" if value is None else str(value)
    return f"'{written}" if isinstance(value, str) and written.startswith(_FORMULA) else written


_WRITERS: Final = {
    "reports.csv": (_reports, "text/csv"),
    "log.csv": (_log, "text/csv"),
    "ledger.yaml": (_ledger, "text/yaml"),
}
ROUTES: Final = [Route("/desk/files/{name}", _file, methods=["GET"])]
