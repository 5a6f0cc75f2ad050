"""A page of two lines and a table, printed; what is read of it; words laid over it."""

from pdf_files import HEIGHT, SIZE, prose, table

from govcheck.readers.raw import RawGrid, RawPage, RawParagraph

LINES = (
    " 全年主动公开政府信息共三十五条，其中通过市政府门户网站公开三十条",
    "，通过政务新媒体公开五条，均已在网站的专栏集中公开，供公众查阅。",
)
ROWS = [["信息内容", "本年制发件数"], ["规章", "0"], ["行政规范性文件", "16"]]
PAGE = prose(*LINES) + table(72, 140, ROWS)


def grids(page: RawPage) -> list[list[list[str]]]:
    found = [block for block in page.blocks if isinstance(block, RawGrid)]
    return [
        [[c.text for c in grid.cells if c.row == row] for row in range(grid.height)]
        for grid in found
    ]


def paragraphs(page: RawPage) -> list[str]:
    return [block.text for block in page.blocks if isinstance(block, RawParagraph)]


def drawn(words: str, matrix: str, color: str = "0 g", mode: int = 0) -> bytes:
    """Print words by a text matrix in a colour."""
    code = (words + " ").encode("utf-16-be").hex()
    return f"q BT {color} {mode} Tr /F {SIZE} Tf {matrix} Tm <{code}> Tj ET Q\n".encode()


def at(left: float, down: float, scale: float = 1) -> str:
    return f"{scale} 0 0 {scale} {left} {HEIGHT - down}"
