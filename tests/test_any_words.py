"""Whatever the words of a document are, every format holds them and can be read back."""

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from json import loads
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from assessments import SCHEMA, assessment, finding, rulebook
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from msgspec.structs import replace
from submitted import document, paragraph

from govcheck.document.blocks import Block, Grid, GridCell, Image
from govcheck.document.evidence import Evidence
from govcheck.document.place import Place
from govcheck.document.text import Text
from govcheck.judging.assessment import Assessment, Decision, Judgement, Ruling
from govcheck.kinds.remark import Outcome
from govcheck.reports import FORMATS, render

lexbor = pytest.importorskip("selectolax.lexbor")

WORDS = st.one_of(
    st.text(max_size=40),
    st.text(st.characters(categories=["Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp"]), max_size=20),
    st.sampled_from(
        ["]]>", "\ud800", "\x00", "\ufffe", "=1+1", "</script>", "{{x}}", "\\", "�"]
    ),
    st.text("长\U0001f600\ud83d", min_size=300, max_size=600),
)
PLACES = st.builds(
    Place,
    part=st.sampled_from([None, "overview", "furniture", "introduction", "body"]),
    block=st.sampled_from([None, 0, 3, 4, 5, 6, 9999]),
    start=st.one_of(st.none(), st.integers(0, 50)),
    end=st.one_of(st.none(), st.integers(0, 50)),
    table=st.sampled_from([None, "applications", "review-litigation", "no-such"]),
    row=st.sampled_from([None, "r1_new", "no-such"]),
    column=st.sampled_from([None, "total", "no-such"]),
    line=st.one_of(st.none(), st.integers(1, 10**9)),
    page=st.one_of(st.none(), st.integers(1, 10**9)),
)
EVIDENCE = st.builds(
    Evidence,
    quote=WORDS,
    place=PLACES,
    expected=st.one_of(st.none(), WORDS),
    actual=st.one_of(st.none(), WORDS),
    secret=st.booleans(),
)


SAID = st.tuples(
    st.sampled_from(["prose", "image", "part"]),
    WORDS,
    st.lists(EVIDENCE, max_size=3),
    st.sampled_from([Outcome.FAIL, Outcome.OPEN]),
    st.booleans(),
)
"""Rule, message, evidence, outcome, and whether it is waived."""


def judged(words: Sequence[str], said: Sequence[tuple[Any, ...]]) -> Assessment:
    """Return an assessment that quotes any words, of a document that holds any words."""
    cell = GridCell(row=0, column=0, text=Text(normal=words[0], written=words[0]))
    blocks: list[Block] = [
        paragraph(words[0], line=18),
        Image(source=words[1], alt=words[2], caption=words[3]),
        Grid(cells=(cell,), height=1, width=1),
    ]
    of = document(blocks, furniture=[paragraph(words[4], line=1)])
    assert of.title is not None
    assert of.agency is not None
    of = replace(
        of,
        title=replace(of.title, value=words[0]),
        agency=replace(of.agency, value=words[5]),
        region=(words[6],),
        source=replace(of.source, name=words[7] or "-", encoding=words[1]),
        notes=(words[2],),
    )
    decision = Decision(
        decision=Ruling.WAIVED, reason=words[3] or "无", person="甲", date="2025-01-01"
    )
    found = [
        finding(
            rule,
            message or "空",
            *evidence,
            outcome=outcome,
            decision=decision if waived else None,
        )
        for rule, message, evidence, outcome, waived in said
    ]
    silent = Judgement(rule="format/title", outcome=Outcome.OPEN, reason=words[4])
    whole = assessment(of=of, found=found)
    others = tuple(one for one in whole.judgements if one.rule != silent.rule)
    return replace(whole, judgements=(*others, silent), notes=(words[5],))


def _as_json(content: bytes) -> object:
    return loads(content.decode("utf-8"))


def _as_contract(content: bytes) -> object:
    Draft202012Validator(SCHEMA).validate(loads(content))
    return True


def _as_xml(content: bytes) -> object:
    return ET.fromstring(content)  # noqa: S314 - our own XML


def _as_archive(content: bytes) -> object:
    with ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        return [
            _as_xml(archive.read(name))
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        ]


def _as_page(content: bytes) -> object:
    page: Any = lexbor.LexborHTMLParser(content.decode("utf-8"))
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    assert len(page.css("script")) == 1
    return page.css_first("footer")


def _as_text(content: bytes) -> object:
    text = content.decode("utf-8")
    assert not set(text) & {"\x00", "\x1b", "\u202e", "\u2028", "\x85"}
    return text


READ_BACK: Mapping[str, Callable[[bytes], object]] = {
    "html": _as_page,
    "json": _as_contract,
    "text": _as_text,
    "markdown": _as_text,
    "sarif": _as_json,
    "junit": _as_xml,
    "xlsx": _as_archive,
    "docx": _as_archive,
}


@pytest.mark.parametrize("name", list(FORMATS))
@settings(max_examples=25, deadline=None)
@given(words=st.lists(WORDS, min_size=8, max_size=8), said=st.lists(SAID, max_size=3))
def test_every_format_holds_any_words(
    name: str, words: list[str], said: list[tuple[Any, ...]]
) -> None:
    assert READ_BACK[name](render(name, judged(words, said), rulebook())) is not None
