"""Pages for tests of understanding: paragraphs in, a document out."""

from collections.abc import Sequence

from knowledge import KNOWLEDGE

from govcheck.document.blocks import Paragraph
from govcheck.document.report import Document
from govcheck.document.source import Source
from govcheck.readers.raw import RawBlock, RawPage, RawParagraph
from govcheck.understanding.hints import Hints
from govcheck.understanding.understand import understand

TITLE = "云岭市教育局2024年政府信息公开工作年度报告"
INTRODUCTION = "根据《中华人民共和国政府信息公开条例》，由云岭市教育局编制本报告。"
SIX = (
    "一、总体情况",
    "2024年，本局主动公开政府信息320条。",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "政策解读的形式不够丰富，将予以改进。",
    "六、其他需要报告的事项",
    "没有收取信息处理费。",
)
IDS = ["overview", "proactive", "applications", "review-litigation", "problems", "other"]


def page_of(*lines: str | RawBlock, **fields: object) -> RawPage:
    """Return a page with a block a line; a string is a plain paragraph."""
    blocks = [
        RawParagraph(text=line, line=number) if isinstance(line, str) else line
        for number, line in enumerate(lines, 1)
    ]
    return RawPage(blocks=tuple(blocks), **fields)  # type: ignore[arg-type] # tests say what fits


def read_page(page: RawPage, hints: Hints | None = None) -> Document:
    return understand(
        page, source=Source(name="页面"), knowledge=KNOWLEDGE, hints=hints or Hints()
    )


def read_lines(*lines: str | RawBlock, **fields: object) -> Document:
    return read_page(page_of(*lines, **fields))


def part_ids(document: Document) -> list[str | None]:
    return [part.id for part in document.parts]


def texts(blocks: Sequence[object]) -> list[str]:
    return [block.text.normal for block in blocks if isinstance(block, Paragraph)]
