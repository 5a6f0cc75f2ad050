"""The interface for programs: the same JSON as the command line, one answer to one request."""

from datetime import date
from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from govcheck.clock import this_day
from govcheck.web.asking import done
from govcheck.web.forms import FormFields, form_of
from govcheck.web.judging import longest
from govcheck.web.limits import LONGEST
from govcheck.web.openapi import description
from govcheck.web.orders import CheckOrder, Order, Rules, packed
from govcheck.web.replies import API, NotDone
from govcheck.web.server import Server, server_of

_FIELDS: Final = (
    "file",
    "last_year",
    "year",
    "agency_kind",
    "region",
    "draft",
    "ocr",
    "today",
)
_JSON: Final = "application/json"
_BAD, _UNKNOWN = 400, 401


async def _check(request: Request) -> Response:
    server = _asked(request)
    async with form_of(request) as form:
        fields = FormFields(form)
        fields.require_known(_FIELDS)
        stated = fields.stated()
        report = await fields.file("file")
        if report is None:
            raise NotDone(_BAD, "缺少报告：file 应为文件")
        order = CheckOrder(
            report=report,
            last_year=await fields.file("last_year"),
            stated=stated,
            today=_day(fields.text("today")),
            outputs=("json",),
        )
    return await _answer(server, order, longest(stated))


async def _rules(request: Request) -> Response:
    return await _answer(_asked(request), Rules(), LONGEST)


async def _answer(server: Server, order: Order, seconds: float) -> Response:
    """Answer an order, of what was answered before or of a worker.  Raises NotDone."""

    async def work() -> bytes:
        return (await done(server.pool, order, seconds)).outputs["json"]

    return Response(await server.recall.answer(packed(order), work), media_type=_JSON)


async def _description(request: Request) -> Response:  # noqa: ARG001 - the same for all
    return JSONResponse(description())


def _asked(request: Request) -> Server:
    """Return the server that a program may ask.  Raises NotDone."""
    server = server_of(request)
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if server.access.may_ask(token.strip() if scheme.lower() == "bearer" else None):
        return server
    raise NotDone(_UNKNOWN, "需要令牌：Authorization: Bearer <令牌>")


def _day(written: str) -> date:
    if not written:
        return this_day()
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise NotDone(_BAD, "today 应写作 2026-01-10") from None


ROUTES: Final = [
    Route(f"{API}v1/check", _check, methods=["POST"]),
    Route(f"{API}v1/rules", _rules, methods=["GET"]),
    Route(f"{API}v1/openapi.json", _description, methods=["GET"]),
]
