"""What was collected is a batch: the manifest of the one is the other's."""

from datetime import UTC, date, datetime

import pytest

from govcheck.batch.manifest import manifest
from govcheck.collecting.column_links import Kind, ListedReport
from govcheck.collecting.manifest import Manifest, row_of
from govcheck.errors import Unusable
from govcheck.rulebook.loading import load_rulebook

BOOK = load_rulebook()
NOW = datetime(2025, 4, 1, tzinfo=UTC)


def written(*files: str) -> bytes:
    entry = ListedReport(
        address="http://a.gov.cn/1.html",
        title="云岭市水务局2024年政府信息公开工作年度报告",
        listed=date(2025, 1, 20),
        kind=Kind.REPORT,
    )
    rows = (
        row_of(
            entry,
            None,
            file=file,
            reasons=() if file else ("网站没有给出这个文件",),
            now=NOW,
            vocabulary=BOOK.vocabulary,
        )
        for file in files
    )
    return Manifest(rows=tuple(rows)).written()


def test_a_batch_reads_the_manifest_of_a_collection() -> None:
    entries = manifest(written("甲/甲.html", "", "乙/乙.pdf"), ".csv", BOOK.knowledge)
    assert [(one.file, one.agency, one.kind) for one in entries] == [
        ("甲/甲.html", "云岭市水务局", None),
        ("乙/乙.pdf", "云岭市水务局", None),
    ]


def test_a_collection_of_nothing_is_no_batch() -> None:
    with pytest.raises(Unusable, match="没有一份收集到的报告"):
        manifest(written(""), ".csv", BOOK.knowledge)
