"""The auditor's desk: each report in its last copy, ranked; what waits; who decided what."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from msgspec import Struct
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from govcheck.reports.totals import TotalsRow, ranks
from govcheck.reports.wording import span
from govcheck.web.decided import Decided
from govcheck.web.entering import html, let_in, see
from govcheck.web.forms import FormFields, form_of
from govcheck.web.orders import Item, ResultFacts
from govcheck.web.replies import NotDone
from govcheck.web.server import Server
from govcheck.web.upload import AMONG_MANY, Upload

_MOST_ROWS: Final = 500
"""Rows of a table that are shown; files hold all."""
_STATES: Final = ("未审", "在审", "审毕")
_ORDERS: Final = {"rank": "名次", "worst": "最差在前", "new": "最近在前"}
_BAD: Final = 400


class DeskLine(Struct, frozen=True, kw_only=True):
    """One report on the desk."""

    upload: Upload
    facts: ResultFacts
    rank: str
    points: str
    failures: int
    decided: int
    state: str
    """未审, 在审 or 审毕."""
    last: Decided | None
    """What was decided last."""


class ToDo(Struct, frozen=True, kw_only=True):
    """One thing to be looked at, of one report."""

    upload: Upload
    title: str
    item: Item


def lines_of(server: Server) -> list[DeskLine]:
    """Return the last copy of every report, the best first."""
    uploads = [one for one in server.uploads.latest() if one.facts is not None]
    placed = sorted(
        ((one, one.facts) for one in uploads if one.facts is not None),
        key=lambda both: (both[1].place, -both[1].confirmed, -both[1].possible, both[1].title),
    )
    rows = [_row(facts) for _, facts in placed]
    standing = _by_report(server.decisions.all_standing())
    return [
        _line(upload, facts, rank, row, standing.get(facts.report, {}))
        for (upload, facts), rank, row in zip(placed, ranks(rows), rows, strict=True)
    ]


def _row(facts: ResultFacts) -> TotalsRow:
    return TotalsRow(
        name=facts.title,
        verdict=facts.verdict,
        confirmed=facts.confirmed,
        possible=facts.possible,
        verified=facts.verified,
        failures=sum(facts.severities.values()),
        doubts=facts.open,
    )


def _by_report(every: Iterable[Decided]) -> Mapping[str, dict[str, Decided]]:
    found: dict[str, dict[str, Decided]] = {}
    for one in every:
        found.setdefault(one.matter.report, {})[one.matter.key] = one
    return found


def _line(
    upload: Upload,
    facts: ResultFacts,
    rank: str,
    row: TotalsRow,
    standing: Mapping[str, Decided],
) -> DeskLine:
    keys = [one.key for one in facts.matters]
    made = sum(key in standing and bool(standing[key].choice.decision) for key in keys)
    whole = made == len(keys)
    return DeskLine(
        upload=upload,
        facts=facts,
        rank=rank,
        points=span(facts.confirmed, facts.possible),
        failures=row.failures,
        decided=made,
        state=_STATES[2 if whole else bool(made)],
        last=max(standing.values(), key=lambda one: one.number, default=None),
    )


async def _desk(request: Request) -> Response:
    """Show the reports, as many as are asked for."""
    server, asked = let_in(request), request.query_params
    every = await run_in_threadpool(lines_of, server)
    kept = [one for one in every if _is_asked(one, asked)]
    if asked.get("order") == "worst":
        kept.reverse()
    if asked.get("order") == "new":
        kept.sort(key=lambda one: -one.upload.number)
    verdicts = Counter(one.facts.verdict for one in every)
    return html(
        "desk.html",
        lines=kept[:_MOST_ROWS],
        found=len(kept),
        total=len(every),
        verdicts=verdicts,
        states=_STATES,
        orders=_ORDERS,
        asked=asked,
        running=server.jobs.count,
        told=server.jobs.told(),
    )


def _is_asked(line: DeskLine, asked: Mapping[str, str]) -> bool:
    words = asked.get("q", "").lower().split()
    facts = line.facts
    text = f"{facts.title} {facts.agency or ''} {facts.region or ''} {line.upload.name}".lower()
    return (
        asked.get("verdict", "") in ("", facts.verdict)
        and asked.get("state", "") in ("", line.state)
        and all(one in text for one in words)
    )


async def _many(request: Request) -> Response:
    """Take many reports in; they are judged one after another while the desk shows them."""
    server = let_in(request)
    async with form_of(request, files=_MOST_ROWS) as form:
        fields = FormFields(form)
        stated = fields.stated()
        files = [one async for one in fields.files("files")]
    if not files:
        raise NotDone(_BAD, "请选择报告")
    for file in files:
        id_ = await run_in_threadpool(server.uploads.add, file, None, stated, AMONG_MANY)
        upload = await run_in_threadpool(server.uploads.get, id_)
        if upload is not None:
            server.jobs.add(upload)
    return see("/desk")


async def _seen(request: Request) -> Response:
    """Take away what was said of files that could not be judged."""
    let_in(request).jobs.forget()
    return see("/desk")


async def _items(request: Request) -> Response:
    """Show what waits for a person, over all reports, the costliest first."""
    server = let_in(request)
    every = await run_in_threadpool(lines_of, server)
    tasks = [
        ToDo(upload=one.upload, title=one.facts.title, item=item)
        for one in every
        for item in one.facts.items
    ]
    tasks.sort(key=lambda one: -one.item.points)
    return html("items.html", tasks=tasks[:_MOST_ROWS], total=len(tasks))


async def _log(request: Request) -> Response:
    """Show who decided what, when."""
    server = let_in(request)
    log = await run_in_threadpool(server.decisions.log, _MOST_ROWS)
    latest = await run_in_threadpool(lambda: [*server.uploads.latest()])
    paths = {one.facts.report: f"/reports/{one.id}" for one in latest if one.facts}
    return html("log.html", log=log, paths=paths, most=_MOST_ROWS)


ROUTES: Final = [
    Route("/desk", _desk, methods=["GET"]),
    Route("/desk/reports", _many, methods=["POST"]),
    Route("/desk/seen", _seen, methods=["POST"]),
    Route("/desk/items", _items, methods=["GET"]),
    Route("/desk/log", _log, methods=["GET"]),
]
