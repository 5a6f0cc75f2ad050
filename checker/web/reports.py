"""The pages about one report: handing it in, waiting, what was found, what is written of it."""

from typing import Any, Final

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from govcheck.clock import this_day
from govcheck.document.report import AgencyKind
from govcheck.reports.wording import AGENCIES
from govcheck.version import __version__
from govcheck.web.entering import html, let_in, see
from govcheck.web.forms import FormFields, form_of
from govcheck.web.orders import Submitted
from govcheck.web.replies import NotDone
from govcheck.web.server import Server
from govcheck.web.upload import Upload
from govcheck.web.written import formats, known_upload

MARK: Final = "<!--tools-->"
"""Where the sections of a result part (``sections.html``)."""
_FIELDS: Final = (
    *("file", "text", "last_year", "year", "agency_kind", "region"),
    *("draft", "ocr", "follows"),
)
_PATIENCE: Final = 1.5
"""Seconds that an answer is worth waiting for, without a page that says so."""
_BAD: Final = 400
_KINDS: Final = [(kind.value, AGENCIES[kind]) for kind in AgencyKind]


async def _start(request: Request) -> Response:
    let_in(request)
    return html("start.html", kinds=_KINDS, wrong="")


async def _upload(request: Request) -> Response:
    """Take a report in, and lead to its page; what cannot be read is said at once."""
    server = let_in(request)
    try:
        async with form_of(request) as form:
            upload = await _taken(server, form)
        await server.jobs.judge(upload, patience=_PATIENCE)
        refused = server.jobs.refused(upload.id)
        if refused:
            raise refused
    except NotDone as error:
        return html("start.html", error.status, kinds=_KINDS, wrong=str(error))
    return see(f"/reports/{upload.id}")


async def _taken(server: Server, form: FormData) -> Upload:
    """Keep what a form hands in.  Raises NotDone."""
    fields = FormFields(form)
    fields.require_known(_FIELDS)
    report = await fields.file("file") or _pasted(fields.text("text"))
    if report is None:
        raise NotDone(_BAD, "请选择一份报告，或者粘贴文字")
    last_year, stated = await fields.file("last_year"), fields.stated()
    follows = fields.text("follows")[:100] or None
    id_ = await run_in_threadpool(server.uploads.add, report, last_year, stated, follows)
    return await known_upload(server, id_)


def _pasted(text: str) -> Submitted | None:
    return Submitted(name="粘贴的文字.txt", content=text.encode("utf-8")) if text else None


async def _report(request: Request) -> Response:
    """Show what was found; while that is not known, how far it is."""
    server, id_ = let_in(request), request.path_params["id"]
    upload = await known_upload(server, id_)
    if await _is_stale(server, upload):
        await server.jobs.judge(upload, patience=_PATIENCE)
        refused = server.jobs.refused(id_)
        if refused:
            raise refused
        upload = await known_upload(server, id_)
    step = server.jobs.step(id_)
    if step is not None:
        return html("waiting.html", upload=upload, step=step)
    written = await run_in_threadpool(server.uploads.output, id_, "page")
    if upload.facts is None or written is None:
        return html("waiting.html", upload=upload, step="正在检查")
    return html("report.html", **await _shown(server, upload, written.decode()))


async def _is_stale(server: Server, upload: Upload) -> bool:
    """Whether a result is still to come, or people, the day or govcheck have moved on since."""
    if upload.facts is None or upload.version != __version__:
        return True
    standing = await run_in_threadpool(server.decisions.standing, upload.facts.report)
    last = max((one.number for one in standing), default=0)
    written = await run_in_threadpool(server.uploads.output, upload.id, "page")
    depends = upload.stated.draft or bool(standing)
    aged = depends and upload.judged != this_day().isoformat()
    return written is None or upload.decided != last or aged


async def _shown(server: Server, upload: Upload, written: str) -> dict[str, Any]:
    """Prepare what frames the sections of a result."""
    head, _, sections = written.partition(MARK)
    before = await run_in_threadpool(server.uploads.before, upload)
    facts = upload.facts
    return {
        "upload": upload,
        "facts": facts,
        "head": Markup(head),  # noqa: S704 - written by the worker, escaped there
        "sections": Markup(sections),  # noqa: S704 - the same
        "before": before,
        "kinds": _KINDS,
        "formats": formats(upload),
        "matters": len(facts.matters) if facts else 0,
    }


async def _state(request: Request) -> Response:
    """Say how far an upload is, to the page that waits."""
    server, id_ = let_in(request), request.path_params["id"]
    return JSONResponse({"step": server.jobs.step(id_)})


async def _cancel(request: Request) -> Response:
    server = let_in(request)
    await server.jobs.stop(request.path_params["id"])
    return see("/")


async def _correct(request: Request) -> Response:
    """Judge an upload anew, by what the user says of it."""
    server = let_in(request)
    upload = await known_upload(server, request.path_params["id"])
    async with form_of(request) as form:
        stated = FormFields(form).stated()
    await run_in_threadpool(server.uploads.state, upload.id, stated)
    return see(f"/reports/{upload.id}")


async def _remove(request: Request) -> Response:
    server = let_in(request)
    await run_in_threadpool(server.uploads.remove, request.path_params["id"])
    return see("/")


ROUTES: Final = [
    Route("/", _start, methods=["GET"]),
    Route("/reports", _upload, methods=["POST"]),
    Route("/reports/{id}", _report, methods=["GET"]),
    Route("/reports/{id}/state", _state, methods=["GET"]),
    Route("/reports/{id}/cancel", _cancel, methods=["POST"]),
    Route("/reports/{id}/stated", _correct, methods=["POST"]),
    Route("/reports/{id}/remove", _remove, methods=["POST"]),
]
