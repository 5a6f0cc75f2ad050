"""Losses that are said in the same words whatever the document."""

from typing import Final

from govcheck.document.loss import Cause, Loss

UNREAD: Final = Loss(
    cause=Cause.PAGE, reason="文件中有未能读出的页面或表格", look_at="未能读出的页面或表格"
)
_OPENING: Final = "报告原件的开头（标题、引言和第一部分）"
TABLES: Final = "报告原件的各张表格"
PARTLY_READ: Final = Loss(cause=Cause.HOLE, reason="表格未能完整读取", look_at=TABLES)
"""Of a table that has rows or columns which were not read."""
UNSEEN_HEADS: Final = Loss(
    cause=Cause.HOLE, reason="表格的各格已读到，表头和版式未能核对", look_at=TABLES
)
"""Of a table whose cells were all found, but not how it is laid out."""
BLANK_TABLES: Final = Loss(
    cause=Cause.HOLE, reason="表格为空白，正文所写数量无法与表核对", look_at=TABLES
)
HEADINGS: Final = Loss(
    cause=Cause.HOLE,
    reason="文本中未识别到部分标题，可能在提取时丢失",
    look_at="报告原件各部分的标题",
)
BEHEADED: Final = Loss(
    cause=Cause.HOLE, reason="文本没有标题，开头的内容可能在提取时丢失", look_at=_OPENING
)
EXCERPT: Final = Loss(
    cause=Cause.HOLE,
    reason="文本中的表格缺行，可能是节录，或者内容在提取时丢失",
    look_at="报告原件的全文",
)
"""Of a text with some rows of a table: who left out the others may have shortened any part."""
HEADLESS: Final = Loss(
    cause=Cause.HOLE,
    reason="文本开头没有这一部分的标题，可能在提取时丢失",
    look_at=_OPENING,
)
UNDATED: Final = Loss(
    cause=Cause.DATE,
    reason="文件没有显示发布日期和来源",
    look_at="发布页面上的发布日期、来源和附件",
)
UNKNOWN_YEAR: Final = Loss(cause=Cause.OTHER, reason="报告年度不明", look_at="报告的年度")
UNKNOWN_KIND: Final = Loss(cause=Cause.OTHER, reason="机关类型不明", look_at="机关的类型")
FAULT: Final = Loss(
    cause=Cause.INTERNAL,
    reason="govcheck 未能判断（内部错误）",
    look_at="程序没有判断的各条规则",
)


def lost_tail(title: str, reason: str) -> Loss:
    """Return the loss of what follows in the report the last part that was read."""
    look_at = f"报告原件“{title}”以后的内容"
    return Loss(cause=Cause.TAIL, reason=reason, look_at=look_at)
