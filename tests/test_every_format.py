"""Reports of each edition say the same in every format that offices have, or leave it open."""

from collections.abc import Callable, Mapping
from email.charset import BASE64, QP
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from agreement import RULEBOOK, facts
from bodies import Page
from edition_reports import REPORTS, body_of
from printers import by_chromium, by_libreoffice
from word_files import all_by_libreoffice, word_file
from word_renderings import mail_alone, mail_of, markdown_of, page_of, text_of

from govcheck.checking import read
from govcheck.document.case import Case
from govcheck.document.report import Document
from govcheck.judging.engine import assess
from govcheck.kinds.remark import Outcome, Severity

Said = set[tuple[str, Outcome, Severity, str]]


WRITTEN: Mapping[str, Callable[[str], str | bytes]] = {
    "报告.docx": word_file,
    "报告.htm": page_of,
    "报告.mht": lambda body: mail_of(page_of(body)),
    "报告（无分段）.mht": lambda body: mail_alone(page_of(body), QP),
    "报告（BASE64）.mht": lambda body: mail_alone(page_of(body), BASE64),
    "报告.txt": text_of,
    "报告.md": markdown_of,
}
OF_TEXT = {".txt", ".md"}
"""What such a file lacks may have been lost on the way: the same facts, and more is open."""


@cache
def exported(target: str) -> Mapping[str, bytes]:
    drafts = {name: word_file(body_of(name)) for name in REPORTS}
    with TemporaryDirectory() as folder:
        return all_by_libreoffice(drafts, ".docx", target, Path(folder))


@cache
def brought_back(suffix: str) -> Mapping[str, bytes]:
    with TemporaryDirectory() as folder:
        return all_by_libreoffice(exported(suffix[1:]), suffix, "docx", Path(folder))


def judged(content: bytes, name: str) -> tuple[Document, Said]:
    document = read(content, name=name, knowledge=RULEBOOK.knowledge)
    found = assess(Case(document=document, draft=True), RULEBOOK).findings
    return document, {(one.rule, one.outcome, one.severity, one.message) for one in found}


@cache
def plain(name: str) -> tuple[Document, Said]:
    return judged(Page().of(REPORTS[name]), "报告.html")


def assert_agrees(name: str, content: bytes, file: str) -> None:
    document, said = judged(content, file)
    known, found = plain(name)
    tables, figures = facts(document)["tables"], facts(document)["figures"]
    assert tables == facts(known)["tables"]
    assert figures == facts(known)["figures"]
    accused = {one for one in said if one[1] is Outcome.FAIL}
    expected = {one for one in found if one[1] is Outcome.FAIL and one[0] not in ON_PAGES}
    assert accused == expected or (Path(file).suffix in OF_TEXT and accused <= expected)


GRAVE = {(Outcome.FAIL, severity) for severity in Severity if severity is not Severity.ADVICE}
ON_PAGES = {"publication/illicit-content", "publication/download"}
"""What only a page can have wrong."""


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("file", WRITTEN)
def test_as_written_by_hand(file: str, name: str) -> None:
    content = WRITTEN[file](body_of(name))
    assert_agrees(name, content.encode() if isinstance(content, str) else content, file)


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("target", ["docx", "html", "txt:Text (encoded):UTF8"])
def test_as_libreoffice_writes_it(target: str, name: str) -> None:
    assert_agrees(name, exported(target)[name], f"报告.{target.partition(':')[0]}")


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("suffix", [".odt", ".doc", ".rtf"])
def test_as_it_comes_back_from_another_format(suffix: str, name: str) -> None:
    assert_agrees(name, brought_back(suffix)[name], "报告.docx")


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("printer", [by_chromium, by_libreoffice])
def test_as_it_is_printed(printer: Callable[[str], bytes], name: str) -> None:
    """What is read is the same, and nothing else is accused; what is not read is open."""
    pytest.importorskip("pypdfium2", reason="the extra [pdf] is not installed")
    document, said = judged(printer(Page().of(REPORTS[name]).decode()), "报告.pdf")
    known, found = plain(name)
    for table_id, table in known.tables.items():
        for place, cell in document.tables[table_id].cells.items():
            assert cell.value in {None, table.cells[place].value}, (table_id, place)
    assert {one for one in said if one[1:3] in GRAVE} <= found
    told = {one[0] for one in said}
    assert {one[0] for one in found if one[1:3] in GRAVE} <= told


@pytest.mark.parametrize("name", REPORTS)
def test_the_correct_are_not_accused_and_the_flawed_are(name: str) -> None:
    failed = {one[0] for one in plain(name)[1] if one[1:3] in GRAVE}
    assert bool(failed) == name.endswith("-flawed")
