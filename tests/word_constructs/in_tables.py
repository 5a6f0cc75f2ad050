"""Constructs of tables."""

import re
from collections.abc import Mapping
from typing import Final

from word_constructs import (
    CELL,
    PARAGRAPH,
    ROW,
    RUN,
    TABLE,
    Construct,
    each,
    rewritten,
    run,
    within_tables,
)

_CONTINUED: Final = re.compile(r'(<w:vMerge w:val="continue"/></w:tcPr>)<w:p/>')
_NOTE: Final = run("待补XX")


_SIGN: Final = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="90000" cy="90000"/><a:graphic><a:graphicData>'
    '<a:blip r:embed="x"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
)


def _in_rows(table: str) -> str:
    """Begin a table anew at each row in which no cell goes on."""
    head = table[: table.index("<w:tr>")]
    rows = ROW.findall(table)
    pieces = [rows[0]]
    for row in rows[1:]:
        merged = "<w:vMerge" in pieces[-1] or "<w:vMerge" in row
        pieces += [row] if merged else [f"</w:tbl>{head}", row]
    return f"{head}{''.join(pieces)}</w:tbl>"


def _rows(change: str) -> Construct:
    return rewritten(within_tables(each(ROW, change)))


def _row(cells: int, properties: str, text: str = "") -> str:
    inside = f"<w:tc><w:tcPr/><w:p>{text}</w:p></w:tc>" * cells
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def _before_last(row: str) -> Construct:
    """Put a row above the last of each table."""

    def put(table: str) -> str:
        at = table.rindex("<w:tr>")
        width = table.count("<w:gridCol")
        return (
            table[:at] + row.replace("@", "<w:tc><w:tcPr/><w:p/></w:tc>" * width) + table[at:]
        )

    return rewritten(within_tables(put))


def _last(row: str) -> Construct:
    """Put a row behind the last of each table."""
    return rewritten(
        within_tables(
            lambda table: table.replace(
                "</w:tbl>",
                row.replace("@", "<w:tc><w:tcPr/><w:p/></w:tc>" * table.count("<w:gridCol"))
                + "</w:tbl>",
            )
        )
    )


def _first(row: str) -> Construct:
    """Put a row above the first of each table."""

    def put(table: str) -> str:
        at = table.index("<w:tr>")
        width = table.count("<w:gridCol")
        return (
            table[:at] + row.replace("@", "<w:tc><w:tcPr/><w:p/></w:tc>" * width) + table[at:]
        )

    return rewritten(within_tables(put))


def _merged_of_old(table: str) -> str:
    """Write cells that span columns as the first of several, which Word 97 does."""

    def cells(match: re.Match[str]) -> str:
        span = re.search(r'<w:gridSpan w:val="(\d+)"/>', match[1])
        count = int(span[1]) if span else 1
        if count == 1:
            return match[0]
        plain = re.sub(r"<w:gridSpan[^>]*/>", "", match[1])
        begin = plain.replace("</w:tcPr>", '<w:hMerge w:val="restart"/></w:tcPr>')
        follow = plain.replace("</w:tcPr>", '<w:hMerge w:val="continue"/></w:tcPr>')
        return f"<w:tc>{begin}{match[2]}</w:tc>" + f"<w:tc>{follow}<w:p/></w:tc>" * (count - 1)

    return CELL.sub(cells, table)


def _stretched(match: re.Match[str]) -> str:
    """Write a label a letter a paragraph, as narrow cells have it."""
    text = match[1]
    if len(text) < 3 or "&" in text or text.isdigit():
        return match[0]
    return "".join(f"<w:p>{run(letter)}</w:p>" for letter in text)


_TABLES: Final = re.compile(rf"(?:{TABLE.pattern})+", re.DOTALL)


def _annexed(said: str, over: str) -> Construct:
    """Put the tables of each part at the end, and refer to them."""

    def put(body: str) -> str:
        tables = [match[0] for match in _TABLES.finditer(body)]
        annex = "".join(f"<w:p>{run(over)}</w:p>{one}" for one in tables)
        return _TABLES.sub(lambda _: f"<w:p>{run(said)}</w:p>", body) + annex

    return rewritten(put)


def _with_other_years(above: str = "", beneath: str = "") -> Construct:
    """Put a table of other figures, and what is said of it, beside each."""

    def put(match: re.Match[str]) -> str:
        other = re.sub(r"(?<=<w:t>)\d+(?=</w:t>)", lambda one: str(int(one[0]) * 2), match[0])
        lines = [f"<w:p>{run(text)}</w:p>" if text else "" for text in (above, beneath)]
        return f"{lines[0]}{other}{lines[1]}{match[0]}"

    return rewritten(lambda body: _TABLES.sub(put, body))


_CELL_PARAGRAPH: Final = re.compile(r"<w:p><w:r><w:t>([^<]*)</w:t></w:r></w:p>")

CONSTRUCTS: Mapping[str, Construct] = {
    "tables in content controls": rewritten(
        each(TABLE, "<w:sdt><w:sdtContent>@</w:sdtContent></w:sdt>")
    ),
    "rows in content controls": _rows(
        "<w:sdt><w:sdtPr/><w:sdtContent>@</w:sdtContent></w:sdt>"
    ),
    "cells in content controls": rewritten(
        within_tables(
            each(
                CELL, "<w:sdt><w:sdtPr/><w:sdtContent><w:tc>@1@2</w:tc></w:sdtContent></w:sdt>"
            )
        )
    ),
    "rows in custom XML": _rows('<w:customXml w:element="行">@</w:customXml>'),
    "cells in custom XML": rewritten(
        within_tables(each(CELL, '<w:customXml w:element="格"><w:tc>@1@2</w:tc></w:customXml>'))
    ),
    "rows for programs unknown": _rows(
        '<mc:AlternateContent><mc:Choice xmlns:zz="urn:zz" Requires="zz"/>'
        "<mc:Fallback>@</mc:Fallback>"
        "</mc:AlternateContent>"
    ),
    "floating tables": rewritten(
        lambda body: body.replace(
            "<w:tblPr/>", '<w:tblPr><w:tblpPr w:vertAnchor="text" w:tblpY="1"/></w:tblPr>'
        )
    ),
    "described tables": rewritten(
        lambda body: body.replace(
            "<w:tblPr/>",
            '<w:tblPr><w:tblCaption w:val="表"/><w:tblDescription w:val="XX"/></w:tblPr>',
        )
    ),
    "changed tables": rewritten(
        lambda body: body.replace(
            "<w:tblPr/>",
            (
                '<w:tblPr><w:tblPrChange w:id="1" w:author="a"><w:tblPr/></w:tblPrChange>'
                "</w:tblPr>"
            ),
        )
    ),
    "tables without a grid": rewritten(
        lambda body: re.sub("<w:tblGrid>.*?</w:tblGrid>", "", body)
    ),
    "all within a table": rewritten(
        lambda body: f"<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr/>{body}<w:p/></w:tc></w:tr></w:tbl>"
    ),
    "tables within tables": rewritten(
        each(TABLE, "<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr/>@<w:p/></w:tc></w:tr></w:tbl>")
    ),
    "tables in text boxes": rewritten(
        each(
            TABLE,
            "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>@<w:p/>"
            "</w:txbxContent></v:textbox>"
            "</v:shape></w:pict></w:r></w:p>",
        )
    ),
    "labels in tables of one cell": rewritten(
        within_tables(
            lambda table: _CELL_PARAGRAPH.sub(
                lambda match: (
                    match[0]
                    if match[1].isdigit()
                    else (
                        f"<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr/>{match[0]}</w:tc></w:tr></w:tbl>"
                        "<w:p/>"
                    )
                ),
                table,
            )
        )
    ),
    "head rows": rewritten(
        within_tables(
            lambda table: table.replace(
                "<w:tr>", "<w:tr><w:trPr><w:tblHeader/><w:cantSplit/></w:trPr>", 1
            )
        )
    ),
    "hidden rows": _rows("@" + _row(4, "<w:hidden/>", _NOTE)),
    "deleted rows": _rows("@" + _row(4, '<w:del w:id="1" w:author="a"/>', _NOTE)),
    "inserted rows": rewritten(
        within_tables(
            lambda table: table.replace(
                "<w:tr>", '<w:tr><w:trPr><w:ins w:id="1" w:author="a"/></w:trPr>'
            )
        )
    ),
    "deleted cells": rewritten(
        within_tables(
            lambda table: table.replace(
                "</w:tr>",
                (
                    f'<w:tc><w:tcPr><w:cellDel w:id="1" w:author="a"/></w:tcPr><w:p>{_NOTE}'
                    "</w:p></w:tc></w:tr>"
                ),
            )
        )
    ),
    "texts in continued cells": rewritten(each(_CONTINUED, f"@1<w:p>{_NOTE}</w:p>")),
    "continued cells that say nothing": rewritten(
        lambda body: body.replace('<w:vMerge w:val="continue"/>', "<w:vMerge/>")
    ),
    "merged cells of old": rewritten(within_tables(_merged_of_old)),
    "a blank row above the last": _before_last("<w:tr>@</w:tr>"),
    "a blank row at the end": _last("<w:tr>@</w:tr>"),
    "a blank row at the top": _first("<w:tr>@</w:tr>"),
    "two blank rows at the end": _last("<w:tr>@</w:tr><w:tr>@</w:tr>"),
    "labels letter by letter": rewritten(
        within_tables(lambda table: _CELL_PARAGRAPH.sub(_stretched, table))
    ),
    "empty paragraphs in cells": rewritten(
        within_tables(each(PARAGRAPH, "<w:p/>@<w:p><w:r><w:t>　</w:t></w:r></w:p>"))
    ),
    "wide spaces in cells": rewritten(within_tables(each(RUN, "<w:r><w:t>　@1 </w:t></w:r>"))),
    "line breaks in labels": rewritten(
        within_tables(
            lambda table: RUN.sub(
                lambda match: (
                    match[0]
                    if len(match[1]) < 4 or "&" in match[1]
                    else f"<w:r><w:t>{match[1][:2]}</w:t><w:br/><w:t>{match[1][2:]}</w:t></w:r>"
                ),
                table,
            )
        )
    ),
    "upright text": rewritten(
        within_tables(
            lambda table: table.replace(
                "</w:tcPr>", '<w:textDirection w:val="tbRlV"/></w:tcPr>'
            )
        )
    ),
    "signs in lines": rewritten(within_tables(each(RUN, f"@{_SIGN}"))),
    "a table for each row that ends no cell": rewritten(within_tables(_in_rows)),
    "tables in an annex": _annexed("见附表。", "附表"),
    "tables in annexes": _annexed("（表格附后）", "附件："),
    "noughts as words": rewritten(
        within_tables(each(re.compile("<w:r><w:t>0</w:t></w:r>"), run("零")))
    ),
    "pictures of nothing in cells": rewritten(
        within_tables(each(RUN, "@<w:r><w:drawing/></w:r>"))
    ),
}
OPEN: Mapping[str, Construct] = {
    "tables of last year above": _with_other_years("上年度：", "本年度："),
    "tables of last year above, unsaid": _with_other_years("", "续"),
}
"""Tables beside others of the same kind: which is the year's is not told."""
