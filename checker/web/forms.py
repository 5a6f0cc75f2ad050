"""What a form hands in, taken apart: files, and what is said of them."""

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from typing import Final

from msgspec import Struct
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from govcheck.understanding.hints import YEARS
from govcheck.web.limits import MOST_NAME, MOST_PASTED
from govcheck.web.orders import Stated, Submitted
from govcheck.web.replies import NotDone

_BAD, _TYPE = 400, 415
_MOST_FIELDS: Final = 40
_MOST_FILES: Final = 4
_YES: Final = {"true": True, "on": True, "1": True, "false": False, "": False, "0": False}
_FORM: Final = ("multipart/form-data", "application/x-www-form-urlencoded")


@asynccontextmanager
async def form_of(request: Request, *, files: int = _MOST_FILES) -> AsyncIterator[FormData]:
    """Read a request's form; its files are gone afterwards.  Raises NotDone."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in _FORM:
        raise NotDone(_TYPE, "应以 multipart/form-data 提交")
    try:
        form = await request.form(
            max_files=files, max_fields=_MOST_FIELDS, max_part_size=MOST_PASTED
        )
    except HTTPException:
        raise NotDone(_BAD, "表单无法读取，或者项目过多、过长") from None
    try:
        yield form
    finally:
        await form.close()


class FormFields(Struct, frozen=True):
    """A form's fields.  What is not as it should be raises NotDone."""

    form: FormData

    def require_known(self, known: Collection[str]) -> None:
        """Refuse fields of other names, and names that come twice."""
        names = [name for name, _ in self.form.multi_items()]
        for name in names:
            if name not in known:
                raise NotDone(_BAD, f"没有“{name[:30]}”这一项；可用：{'、'.join(known)}")
            if names.count(name) > 1:
                raise NotDone(_BAD, f"“{name}”只能有一个")

    def text(self, name: str) -> str:
        """Return a field's text; empty where there is none."""
        value = self.form.get(name, "")
        if not isinstance(value, str):
            raise NotDone(_BAD, f"“{name}”应为文字，不是文件")
        return value.strip()

    def flag(self, name: str) -> bool:
        """Return whether a box is ticked."""
        value = _YES.get(self.text(name).lower())
        if value is None:
            raise NotDone(_BAD, f"“{name}”应为 true 或 false")
        return value

    def stated(self) -> Stated:
        """Return what is said of the report."""
        year = self.text("year")
        if year and not (year.isascii() and year.isdecimal() and int(year[:9]) in YEARS):
            raise NotDone(_BAD, f"year 应为 {YEARS[0]} 至 {YEARS[-1]} 的年份")
        return Stated(
            year=int(year) if year else None,
            agency_kind=self.text("agency_kind") or None,
            region=self.text("region") or None,
            draft=self.flag("draft"),
            ocr=self.flag("ocr"),
        )

    async def file(self, name: str) -> Submitted | None:
        """Return a file; None where none was chosen."""
        return await anext(self.files(name), None)

    async def files(self, name: str) -> AsyncIterator[Submitted]:
        """Yield the files that were chosen."""
        for value in self.form.getlist(name):
            if value and not isinstance(value, UploadFile):
                raise NotDone(_BAD, f"“{name}”应为文件")
            if isinstance(value, UploadFile) and value.filename:
                content = await value.read()
                yield Submitted(name=plain_name(value.filename), content=content)


def plain_name(given: str) -> str:
    """Return a file's own name, of what a browser says: without folders, all of it visible."""
    own = given.replace("\\", "/").rpartition("/")[2]
    seen = "".join(one for one in own if one.isprintable()).strip(" .")
    stem, dot, suffix = seen.rpartition(".")
    if len(seen) > MOST_NAME and dot:
        return f"{stem[: MOST_NAME - len(suffix) - 1]}.{suffix}"[:MOST_NAME]
    return seen[:MOST_NAME] or "报告"
