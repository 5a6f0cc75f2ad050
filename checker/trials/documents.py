"""Build the document of a rule's example, through the readers that real documents go through.

The YAML says only what the example is about.  Parts and tables that it does not name are left
out, or with ``complete: true`` filled up from the specimen; then ``null`` leaves one out.
``html`` or ``text`` give a whole source instead.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import count
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from govcheck.document.case import Case, case_of
from govcheck.document.form import Form, form_in_force, part_numeral
from govcheck.document.knowledge import Knowledge
from govcheck.document.report import AgencyKind, Document
from govcheck.document.source import Source
from govcheck.document.traces import Trace, TraceKind
from govcheck.late_pattern import late_pattern
from govcheck.readers.from_html import read_html
from govcheck.readers.from_text import read_text
from govcheck.readers.raw import RawBlock, RawPage, RawParagraph
from govcheck.trials.specimen import (
    AGENCIES,
    specimen_introduction,
    specimen_parts,
    specimen_title,
)
from govcheck.understanding.hints import Hints
from govcheck.understanding.printed_form import printed_table
from govcheck.understanding.understand import understand

_YEAR: Final = 2024
_BODY: Final = ("agency", "agency_kind", "region")
"""What last year's report has of this year's, unless the example says otherwise."""
_ANY_YEAR: Final = late_pattern(r"20\d\d")


def example_case(data: Mapping[str, Any], knowledge: Knowledge) -> Case:
    """Return the case that an example describes: its document, and what is known beside it."""
    body = {name: data[name] for name in _BODY if name in data}
    last_year = body | {"year": data.get("year", _YEAR) - 1} | data.get("previous", {})
    return case_of(
        example_document(data, knowledge),
        earlier=example_document(last_year, knowledge) if "previous" in data else None,
        draft=data.get("draft", False),
        today=date.fromisoformat(data["today"]) if "today" in data else None,
    )


def example_document(data: Mapping[str, Any], knowledge: Knowledge) -> Document:
    """Return the document that an example describes."""
    page = (
        _given_page(data)
        if data.keys() & {"html", "text"}
        else _Sketch.of(data, knowledge.forms).page
    )
    if "traces" in data:
        page = replace(page, format="docx", traces=tuple(_traces(data["traces"])))
    source = Source(name="示例", format=page.format)
    return understand(page, source=source, knowledge=knowledge, hints=_hints(data))


def _hints(data: Mapping[str, Any]) -> Hints:
    """Return what the example says beside the document; a title without a year needs one."""
    untold = "title" in data and not _ANY_YEAR.search(data["title"])
    return Hints(
        fiscal_year=data.get("year", _YEAR if untold else None),
        agency_kind=AgencyKind(data["agency_kind"]) if "agency_kind" in data else None,
        region=data.get("region"),
    )


def _traces(listed: Sequence[Mapping[str, str]]) -> Iterator[Trace]:
    for trace in listed:
        kind, text = TraceKind(trace["kind"]), trace.get("text", "")
        yield Trace(kind=kind, text=text, author=trace.get("author", ""))


def _given_page(data: Mapping[str, Any]) -> RawPage:
    """Read a whole source; a title, a date or an issuer beside it is the page's meta data."""
    page = read_html(data["html"]) if "html" in data else read_text(data["text"])
    meta = _meta(data.get("published"), data.get("issuer"))
    return replace(page, title=data.get("title", page.title), meta={**page.meta, **meta})


def _meta(published: str | None, issuer: str | None) -> Mapping[str, str]:
    meta = {"pubdate": published, "contentsource": issuer}
    return {name: value for name, value in meta.items() if value}


class _Sketch(Struct, frozen=True, kw_only=True):
    """An example's report before it is laid out."""

    form: Form
    title: str
    meta: Mapping[str, str]
    introduction: str
    parts: Mapping[str, str | None]
    tables: Mapping[str, Mapping[str, Mapping[str, object]] | None]

    @classmethod
    def of(cls, data: Mapping[str, Any], forms: Mapping[str, Form]) -> "_Sketch":
        """Take what the example says, and fill up the rest if it asks for that."""
        year = data.get("year", _YEAR)
        kind = AgencyKind(data.get("agency_kind", AgencyKind.DEPARTMENT))
        agency = data.get("agency", AGENCIES[kind])
        form = form_in_force(forms, year) or next(iter(forms.values()))
        rest = _specimen(data, form, agency, kind, year) if data.get("complete") else {}
        said = {**rest, **data}
        return cls(
            form=form,
            title=said.get("title", specimen_title(agency, year)),
            meta=_meta(said.get("published"), said.get("issuer")),
            introduction=said.get("introduction", ""),
            parts={**rest.get("parts", {}), **data.get("parts", {})},
            tables={**rest.get("tables", {}), **data.get("tables", {})},
        )

    @property
    def page(self) -> RawPage:
        """The report laid out: title, introduction, and the parts in the form's order."""
        return RawPage(
            blocks=tuple(self._numbered()), title=self.title, meta=self.meta, format="html"
        )

    def _numbered(self) -> Iterator[RawBlock]:
        lines = count(1)
        return (replace(block, line=next(lines)) for block in self._blocks())

    def _blocks(self) -> Iterator[RawBlock]:
        if self.title:
            yield RawParagraph(text=self.title, level=1)
        yield from _paragraphs(self.introduction)
        for part in self.form.parts:
            tables = [t for t in self.form.tables.values() if t.part == part.id]
            printed = [t for t in tables if self.tables.get(t.id) is not None]
            text = self.parts.get(part.id, "" if printed else None)
            if text is None:
                continue
            heading = f"{part_numeral(part)}、{part.title}"
            yield RawParagraph(text=heading, level=2)
            yield from _paragraphs(text)
            for table in printed:
                yield printed_table(table, self.tables[table.id] or {})


def _specimen(
    data: Mapping[str, Any], form: Form, agency: str, kind: AgencyKind, year: int
) -> Mapping[str, Any]:
    return {
        "published": f"{year + 1}-01-20",
        "issuer": agency,
        "introduction": specimen_introduction(agency, kind, year, form, data.get("region", "")),
        "parts": specimen_parts(kind, year),
        "tables": {name: {} for name in form.tables},
    }


def _paragraphs(text: str) -> Iterator[RawParagraph]:
    return (RawParagraph(text=line) for line in text.splitlines() if line.strip())
