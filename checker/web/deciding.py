"""Decisions, taken on a report's page: checked, kept, and the result written anew."""

from typing import Final

from msgspec import DecodeError, json
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from govcheck.clock import this_day
from govcheck.review.matter import Matter
from govcheck.web.decided import Choice, Choices, fault_of
from govcheck.web.entering import let_in, session_of
from govcheck.web.limits import MOST_PASTED
from govcheck.web.replies import NotDone
from govcheck.web.secrets import digest
from govcheck.web.upload import Upload
from govcheck.web.written import known_upload

_BAD, _TYPE, _WRONG = 400, 415, 422
_MOST_REASON: Final = 2000
"""Characters of a reason, and of a name."""
_SHORT: Final = 12
"""Characters of a session's digest that the log keeps."""


async def _decide(request: Request) -> Response:
    """Keep what a person has decided; it is on the disk before this is answered."""
    server = let_in(request)
    upload = await known_upload(server, request.path_params["id"])
    sent = await _sent(request)
    decided = [*_matched(upload, sent)]
    session = digest(session_of(request))[:_SHORT]
    await run_in_threadpool(
        server.decisions.add, decided, sent.person.strip(), this_day(), session
    )
    return JSONResponse({"saved": len(decided)})


async def _sent(request: Request) -> Choices:
    if request.headers.get("content-type", "").partition(";")[0] != "application/json":
        raise NotDone(_TYPE, "应以 JSON 提交")
    content = bytearray()
    async for piece in request.stream():
        content += piece
        if len(content) > MOST_PASTED:
            raise NotDone(_BAD, "决定的内容过长")
    try:
        return json.decode(content, type=Choices)
    except DecodeError:
        raise NotDone(_BAD, "决定的内容读不懂") from None


def _matched(upload: Upload, sent: Choices) -> list[tuple[Matter, Choice]]:
    """Return the choices with what they are about.  Raises NotDone for the first fault."""
    known = {one.key: one for one in (upload.facts.matters if upload.facts else ())}
    for choice in sent.choices:
        if choice.key not in known:
            raise NotDone(_WRONG, "有的问题已经改变，请刷新页面后再决定")
        if max(len(choice.reason), len(sent.person)) > _MOST_REASON:
            raise NotDone(_WRONG, f"核验人和理由不超过 {_MOST_REASON} 字")
        fault = fault_of(choice, sent.person, this_day())
        if fault:
            raise NotDone(_WRONG, fault)
    return [(known[one.key], one) for one in sent.choices]


ROUTES: Final = [Route("/reports/{id}/decisions", _decide, methods=["POST"])]
