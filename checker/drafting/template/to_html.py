"""A page as HTML: headings, paragraphs, tables with a border; hints are comments in it."""

from html import escape
from typing import Final

from govcheck.drafting.template.blank_report import BlankReport
from govcheck.readers.raw import RawBlock, RawCell, RawGrid, RawParagraph

_HEAD: Final = """\
<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ max-width: 60em; margin: 2em auto; font: 1em/1.8 "仿宋", FangSong, serif; }}
h1 {{ text-align: center; }}
p {{ text-indent: 2em; }}
table {{ border-collapse: collapse; width: 100%; margin: 1em 0; }}
td, th {{ border: 1px solid; padding: .3em; text-align: center; font-weight: normal; }}
</style>
</head>
<body>
"""
_FOOT: Final = "</body>\n</html>\n"


def to_html(blank: BlankReport) -> str:
    """Write a page."""
    page = blank.page
    blocks = "\n".join(
        f"{_block(block)}{_comment(blank.hints.get(at, ''))}"
        for at, block in enumerate(page.blocks)
    )
    return f"{_HEAD.format(title=escape(page.title))}{blocks}\n{_FOOT}"


def _block(block: RawBlock) -> str:
    if isinstance(block, RawGrid):
        return _table(block)
    if not isinstance(block, RawParagraph):
        return ""
    tag = f"h{block.level}" if block.level else "p"
    return f"<{tag}>{escape(block.text)}</{tag}>"


def _comment(hint: str) -> str:
    return f"\n<!-- 提示：{hint} -->" if hint else ""


def _table(grid: RawGrid) -> str:
    rows: list[list[str]] = [[] for _ in range(grid.height)]
    for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.column)):
        rows[cell.row].append(_cell(cell))
    lines = "\n".join(f"<tr>{''.join(row)}</tr>" for row in rows)
    return f"<table>\n{lines}\n</table>"


def _cell(cell: RawCell) -> str:
    tag = "th" if cell.header else "td"
    spans = f' rowspan="{cell.height}"' if cell.height > 1 else ""
    spans += f' colspan="{cell.width}"' if cell.width > 1 else ""
    return f"<{tag}{spans}>{escape(cell.text)}</{tag}>"
