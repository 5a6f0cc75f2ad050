"""The application: every path that the server answers, behind its guard."""

from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp

from govcheck.web import api, deciding, desk, entering, exports, reports, written
from govcheck.web.entering import NotEntered, door, html
from govcheck.web.guard import Guard
from govcheck.web.hosts import Hosts
from govcheck.web.replies import API, NotDone, reply
from govcheck.web.server import Setup, lifespan

_LARGE: Final = ("/reports", "/desk/reports", f"{API}v1/check")
"""Where files are handed in."""
_FAULT: Final = 500
_WORDS: Final = {404: "没有这个地址", 405: "这个地址不接受这种请求"}


def application(setup: Setup, hosts: Hosts) -> ASGIApp:
    """Return the application, to be served under the names of a host."""
    app = Starlette(
        routes=[
            *api.ROUTES,
            *entering.ROUTES,
            *reports.ROUTES,
            *deciding.ROUTES,
            *written.ROUTES,
            *desk.ROUTES,
            *exports.ROUTES,
        ],
        lifespan=lifespan(setup),
        exception_handlers={
            NotDone: _not_done,
            HTTPException: _not_found,
            Exception: _broken,
        },
    )
    app.router.redirect_slashes = False
    return Guard(app, hosts=hosts, large=_LARGE)


def _not_done(request: Request, error: Exception) -> Response:
    if isinstance(error, NotEntered) and not _asks_for_json(request):
        return door(request)
    status = error.status if isinstance(error, NotDone) else _FAULT
    return _told(request, status, str(error))


def _not_found(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else _FAULT
    answer = _told(request, status, _WORDS.get(status, "请求无法处理"))
    if isinstance(error, HTTPException) and error.headers:
        answer.headers.update(error.headers)
    return answer


def _broken(request: Request, error: Exception) -> Response:  # noqa: ARG001 - Starlette's
    return _told(request, _FAULT, "govcheck 自身出错，已记入日志")


def _told(request: Request, status: int, reason: str) -> Response:
    """Say why a request is not served: to a program in JSON, to a person on a page."""
    if _asks_for_json(request):
        return reply(API, status, reason)
    return html("message.html", status, reason=reason)


def _asks_for_json(request: Request) -> bool:
    accepted = request.headers.get("accept", "")
    return request.url.path.startswith(API) or accepted.startswith("application/json")
