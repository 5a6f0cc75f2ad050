"""Which file was read, and which report it is, as JSON."""

from typing import Any

from govcheck.document.report import Document


def input_json(document: Document) -> dict[str, Any]:
    """Return what is known of the file."""
    source = document.source
    return {
        "name": source.name,
        "sha256": source.sha256,
        "format": source.format,
        "encoding": source.encoding,
        "bytes": source.size,
    }


def report_json(document: Document) -> dict[str, Any]:
    """Return what is known of the report."""
    return {
        "title": document.title.value if document.title else None,
        "agency": document.agency.value if document.agency else None,
        "agency_kind": document.agency_kind,
        "region": "/".join(document.region) or None,
        "fiscal_year": document.year,
        "published": document.published[0].value.isoformat() if document.published else None,
        "edition": document.form.id,
    }
