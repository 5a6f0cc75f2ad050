"""The door: links that count once, the password, sessions; and what pages load."""

from typing import Any, Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from govcheck.web.access import COOKIE
from govcheck.web.forms import FormFields, form_of
from govcheck.web.replies import NotDone
from govcheck.web.server import Server, server_of
from govcheck.web.views import assets, page

_SEE_OTHER, _FORBIDDEN, _UNKNOWN, _MANY = 303, 403, 404, 429
_LONGEST: Final = 12 * 3600
_KEY: Final = "key"


def let_in(request: Request) -> Server:
    """Return the server for a browser that has been let in.  Raises NotDone for others."""
    server = server_of(request)
    if not server.access.knows(session_of(request)):
        raise NotEntered(_FORBIDDEN, "请先进入")
    return server


class NotEntered(NotDone):
    """The browser has not been let in."""


def session_of(request: Request) -> str:
    """Return what a browser is known by; empty where it is not."""
    return request.cookies.get(COOKIE, "")


def door(request: Request, *, wrong: str = "", status: int = _FORBIDDEN) -> Response:
    """Show how to come in."""
    locks = server_of(request).access.locks
    shown = page("door.html", asks=bool(locks.password), wrong=wrong)
    return HTMLResponse(shown, status)


def html(name: str, status: int = 200, **values: Any) -> Response:  # noqa: ANN401 - see ``page``
    """Show a page to a browser that has been let in."""
    return HTMLResponse(page(name, **values), status)


def gone(reason: str = "没有这个地址") -> NotDone:
    """Return what says that there is no such thing."""
    return NotDone(_UNKNOWN, reason)


def see(path: str) -> Response:
    """Lead the browser on after it has changed something."""
    return RedirectResponse(path, _SEE_OTHER)


async def _offer(request: Request) -> Response:
    """Show a link's page: following a link changes nothing, the button on it does."""
    return HTMLResponse(page("enter.html", key=request.query_params.get(_KEY, "")[:100]))


async def _enter(request: Request) -> Response:
    access = server_of(request).access
    async with form_of(request) as form:
        fields = FormFields(form)
        key, password = fields.text(_KEY), fields.text("password")
    if key:
        session = access.enter(key)
        wrong = "这个链接已经用过或过期，请用新的链接"
    else:
        address = request.client.host if request.client else ""
        if access.is_besieged(address):
            return door(request, wrong="口令错误次数过多，请一分钟后再试", status=_MANY)
        session, wrong = access.log_in(password, address), "口令不对"
    if session is None:
        return door(request, wrong=wrong)
    answer = see("/")
    answer.set_cookie(
        COOKIE,
        session,
        max_age=_LONGEST,
        httponly=True,
        samesite="strict",
        secure=request.headers.get("origin", "").startswith("https:"),
    )
    return answer


async def _leave(request: Request) -> Response:
    let_in(request).access.leave(session_of(request))
    answer = see("/")
    answer.delete_cookie(COOKIE, path="/")
    return answer


async def _another(request: Request) -> Response:
    """Show a link for another browser."""
    server = let_in(request)
    base = request.headers.get("origin") or str(request.base_url).rstrip("/")
    return html("link.html", link=f"{base}/enter?{_KEY}={server.access.link()}")


async def _asset(request: Request) -> Response:
    found = assets().get(request.path_params["name"])
    if found is None:
        raise gone()
    kept = {"Cache-Control": "private, max-age=86400, immutable"}
    return Response(found[1], media_type=found[0], headers=kept)


ROUTES: Final = [
    Route("/enter", _offer, methods=["GET"]),
    Route("/enter", _enter, methods=["POST"]),
    Route("/leave", _leave, methods=["POST"]),
    Route("/links", _another, methods=["POST"]),
    Route("/assets/{mark}/{name}", _asset, methods=["GET"]),
]
