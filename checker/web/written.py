"""What is written of one report, to be saved; and how it differs from the one before it."""

from typing import Final
from urllib.parse import quote

from msgspec import Struct
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from govcheck.reports.comparison.to_html import style_digest
from govcheck.web.decided import ledger_text
from govcheck.web.entering import gone, let_in
from govcheck.web.server import Server
from govcheck.web.upload import Upload

_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Format(Struct, frozen=True, kw_only=True):
    """What a result can be saved as."""

    name: str
    title: str
    end: str
    """Of the file's name, behind the report's."""
    kind: str


_FORMATS: Final = (
    Format(name="docx", title="整改意见书（Word）", end="govcheck.docx", kind=_WORD),
    Format(name="html", title="检查结果（网页）", end="govcheck.html", kind="text/html"),
    Format(name="xlsx", title="问题清单（Excel）", end="govcheck.xlsx", kind=_SHEET),
    Format(name="json", title="检查结果（JSON）", end="govcheck.json", kind="application/json"),
    Format(name="ledger", title="审查台账（YAML）", end="review.yaml", kind="text/yaml"),
)
_ANNOTATED: Final = Format(
    name="annotated", title="加批注的稿件（Word）", end="批注.docx", kind=_WORD
)


def formats(upload: Upload) -> tuple[Format, ...]:
    """Return what an upload's result can be saved as."""
    word = upload.facts is not None and upload.facts.format == "docx"
    return (_ANNOTATED, *_FORMATS) if word else _FORMATS


async def known_upload(server: Server, id_: str) -> Upload:
    """Return an upload.  Raises NotDone where there is none (any more)."""
    upload = await run_in_threadpool(server.uploads.get, id_)
    if upload is None:
        raise server.jobs.refused(id_) or gone("没有这份报告，或者已经删除")
    return upload


def saved(content: bytes, name: str, kind: str) -> Response:
    """Give a file that the browser saves and never shows."""
    return Response(content, media_type=kind, headers=held(name))


def held(name: str) -> dict[str, str]:
    """Return what has a browser save a file and not show it."""
    return {"Content-Disposition": f"attachment; filename*=utf-8''{quote(name, safe='')}"}


async def _file(request: Request) -> Response:
    """Give a result in another format."""
    server = let_in(request)
    upload = await known_upload(server, request.path_params["id"])
    chosen = {one.name: one for one in formats(upload)}.get(request.path_params["format"])
    if chosen is None or upload.facts is None:
        raise gone("没有这种格式")
    if chosen.name == "ledger":
        standing = await run_in_threadpool(server.decisions.standing, upload.facts.report)
        name = upload.facts.ledger_name or upload.facts.report
        content = ledger_text(one.under(name) for one in standing).encode("utf-8")
    else:
        content = await server.judging.written(upload, chosen.name, _untold)
    stem = upload.name.rpartition(".")[0] or upload.name
    return saved(content, f"{stem}.{chosen.end}", chosen.kind)


async def _contrast(request: Request) -> Response:
    """Show an upload held against the one before it: a page that has no script."""
    server, id_ = let_in(request), request.path_params["id"]
    content = await run_in_threadpool(server.uploads.output, id_, "contrast")
    if not content:
        raise gone("没有可以比较的上一稿")
    policy = (
        f"default-src 'none'; style-src '{style_digest()}'; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'; sandbox"
    )
    return Response(
        content, media_type="text/html", headers={"Content-Security-Policy": policy}
    )


def _untold(_: str) -> None:
    """Tell nobody."""


ROUTES: Final = [
    Route("/reports/{id}/files/{format}", _file, methods=["GET"]),
    Route("/reports/{id}/contrast", _contrast, methods=["GET"]),
]
