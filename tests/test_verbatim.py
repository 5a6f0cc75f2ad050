"""Every quotation is what the file says, and begins on the line that is given."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import published
import pytest
import visible_text
from hypothesis import given, settings
from hypothesis import strategies as st
from judged_files import checked, quoted
from rulebooks import BOOK
from visible_text import Visible

from govcheck.document.blocks import Grid, Image, Paragraph
from govcheck.document.report import Document
from govcheck.document.text import folded
from govcheck.judging.assessment import Assessment
from govcheck.rulebook.rule import Rule
from govcheck.trials.documents import example_document
from govcheck.trials.trial import try_example

ROOT = Path(__file__).parent
PAGES = [
    *(ROOT.parent / "examples").glob("*.html"),
    *sorted((ROOT / "documents").glob("*/*.html")),
    *sorted((published.REPORTS / "published" / "html").glob("*.html")),
]
TEXTS = sorted([*(ROOT / "correct").glob("*.txt"), *(ROOT / "documents").glob("*/*.txt")])
TRADITIONAL = dict(zip("开来总体办关条预", "開來總體辦關條預", strict=True))


def wrong_quotations(assessment: Assessment, visible: Visible) -> list[str]:
    """Return what is quoted and does not stand in the source, or not on its line."""
    wrong = []
    for evidence in quoted(assessment):
        lines = visible.lines_of(evidence.quote) | visible.lines_in_tags(evidence.quote)
        if evidence.place.line not in lines:
            wrong.append(f"{evidence.quote!r} on {evidence.place.line}, not {sorted(lines)}")
    return wrong


# ---------------------------------------------------------------- mutations


def _entity(sign: str, _: random.Random) -> str:
    return f"&#x{ord(sign):x};"


def _styled(sign: str, chance: random.Random) -> str:
    tag = chance.choice(["b", "span", "u", "font"])
    return f'<{tag}\nclass="x"\n>{sign}</{tag}\n>'


def _other_width(sign: str, _: random.Random) -> str:
    return chr(ord(sign) + 0xFEE0) if "0" <= sign <= "9" else TRADITIONAL.get(sign, sign)


def _beside(*others: str) -> Callable[[str, random.Random], str]:
    return lambda sign, chance: sign + chance.choice(others)


IN_TEXT = (
    _other_width,
    _beside("\n", "\n\n  ", "  ", "\u3000"),
    _beside("\u200b", "\ufeff", "\u2060\u200d", "\ufe0f"),
    _beside("\ue5e5", "😀", "𠮷", "ｶﾞ", "e\u0301", "\u0303", "，，", "布署", "XX"),
)
IN_PAGES = (
    *IN_TEXT,
    _entity,
    _styled,
    _beside(
        "<!-- \n2024年 -->", "<o:p></o:p>", "&nbsp;", "&ensp;\n", "<br>", "<br\n/>\n", "\t"
    ),
    _beside("<script>\nvar x = '1<b\\n>';\n</script>", "<span></span\n>\n", "&#10;", "&#8203;"),
)


def mutated(text: str, seed: int, changes: tuple[Callable[..., str], ...], rate: float) -> str:
    chance = random.Random(seed)  # noqa: S311 - hypothesis gives the seed
    return "".join(
        chance.choice(changes)(sign, chance)
        if chance.random() < rate and (sign.isalnum() or sign in "，。")
        else sign
        for sign in text
    )


def mutated_page(source: str, seed: int, rate: float) -> str:
    """Change signs of a page's text, outside of tags, scripts and comments."""
    kept = (
        r"(?is)(<!--.*?-->|<(?:script|style|title)\b.*?</(?:script|style|title)>|<[^>]*>|&\w+;)"
    )
    pieces = re.split(kept, source)
    for index in range(0, len(pieces), 2):
        pieces[index] = mutated(pieces[index], seed + index, IN_PAGES, rate)
    return "".join(pieces)


def broken_at(source: str, line_break: str) -> str:
    return re.sub("\r\n?|\n", line_break, source)


SEEDS = st.integers(0, 2**20)
BREAKS = st.sampled_from(["\n", "\r\n", "\r"])
RATES = st.sampled_from([0.003, 0.02, 0.1])


@settings(max_examples=40, deadline=None)
@given(path=st.sampled_from(PAGES), seed=SEEDS, line_break=BREAKS, rate=RATES)
def test_pages(path: Path, seed: int, line_break: str, rate: float) -> None:
    source = broken_at(mutated_page(path.read_text("utf-8"), seed, rate), line_break)
    assessment = checked(source, "report.html")
    assert wrong_quotations(assessment, visible_text.of_page(source)) == []
    solid = visible_text.solid_by_lxml(source)
    for evidence in quoted(assessment):
        block = assessment.document.block(evidence.place)
        if block is not None and not isinstance(block, Image):
            assert "".join(evidence.quote.split()) in solid


@settings(max_examples=30, deadline=None, derandomize=True)
@given(path=st.sampled_from(TEXTS), seed=SEEDS, line_break=BREAKS, rate=RATES)
def test_texts(path: Path, seed: int, line_break: str, rate: float) -> None:
    source = broken_at(mutated(path.read_text("utf-8"), seed, IN_TEXT, rate), line_break)
    assessment = checked(source, "report.txt")
    assert wrong_quotations(assessment, visible_text.of_text(source)) == []


# ---------------------------------------------------------------- examples of rules


def words_of(document: Document) -> str:
    """Return all that a document says, as written, and what its page says of itself."""
    texts = [found.quote for found in document.page_titles]
    texts += [found.quote for found in document.published]
    texts += [link.text for link in document.links]
    texts += [trace.text for trace in document.traces]
    for block in (*document.body, *document.furniture):
        match block:
            case Paragraph():
                texts.append(block.text.written)
            case Grid():
                texts += [cell.text.written for cell in block.cells]
            case Image():
                texts += [block.alt, block.source]
    return "\n".join(map(folded, texts))


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.id)
def test_what_rules_quote_in_their_examples(rule: Rule) -> None:
    for example in rule.examples:
        document = example_document(example.document, BOOK.knowledge)
        said = words_of(document)
        for found in try_example(rule, example, BOOK.knowledge).found:
            for evidence in found.finding.evidence:
                assert evidence.secret or evidence.quote in said, example.name
